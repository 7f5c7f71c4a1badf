import type { components } from "@kombo-mock/openapi";
import { expect } from "vitest";
import type { OpenDoor } from "./doors.ts";

type HrisError = components["schemas"]["HrisErrorEnvelope"];

/** Numbers that a step chooses by: which record, and how. */
export type Choices = readonly [which: number, how: number];

type Step = (door: OpenDoor, choices: Choices) => Promise<unknown>;

const pick = <One>(all: readonly One[], which: number): One => {
  const found = all[which % all.length];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
};

const moves = ["PT0S", "PT0.001S", "PT1S", "PT3H", "P1D", "P30D"];
const names = ["Ada", "Grace", null, "Zoë", "O'Neill", "李", "x".repeat(300), ""];
const statuses = ["ACTIVE", "LEAVE", "Elternzeit (unbezahlt)", null];
const absenceStatuses = ["DECLINED", "CANCELLED", "in Prüfung", null];
const models = ["hris_employees", "hris_teams", "hris_absences"];
const mirrored = ["hris.employees", "hris.groups", "hris.absences"] as const;

const optionsOf = ({ integrationId }: OpenDoor, how: number) => ({
  integration_id: integrationId,
  visible: how % 2 === 0 ? ("now" as const) : ("after-sync" as const),
});
const paramsOf = ({ integrationId }: OpenDoor) => ({ header: { "X-Integration-Id": integrationId } });

type Collection = (typeof mirrored)[number] | "hris.absence-types";
const recordsOf = ({ control, integrationId }: OpenDoor, collection: Collection) =>
  control.find(collection, {}, { integration_id: integrationId });
const oneOf = async (door: OpenDoor, collection: Collection, which: number) =>
  pick(await recordsOf(door, collection), which).id;

/** Whether a write was accepted. It may be refused: by an overlap or a balance, a person who is known, a deleted record. */
async function isAccepted(write: Promise<{ readonly error?: HrisError }>): Promise<boolean> {
  const { error } = await write;
  if (error === undefined) return true;
  expect(["REMOTE.INPUT_INVALID", "HRIS.EMPLOYEE_ALREADY_EXISTS"]).toContain(error.error.code);
  return false;
}

/** What clients write through the API; each tells whether it was accepted. */
const writes = {
  async "an absence is requested"(door, [which, how]) {
    const day = `2026-03-${String((how % 27) + 1).padStart(2, "0")}`;
    const body = {
      employee_id: await oneOf(door, "hris.employees", which),
      absence_type_id: await oneOf(door, "hris.absence-types", how),
      ...{ start_date: day, end_date: day, employee_note: null },
      status: how % 2 === 0 ? ("APPROVED" as const) : ("REQUESTED" as const),
    };
    return isAccepted(door.kombo.POST("/hris/absences", { params: paramsOf(door), body }));
  },
  async "an absence is withdrawn"(door, [which]) {
    const path = { absence_id: await oneOf(door, "hris.absences", which) };
    const params = { ...paramsOf(door), path };
    return isAccepted(door.kombo.DELETE("/hris/absences/{absence_id}", { params, body: {} }));
  },
  async "an employee is hired"(door, [which, how]) {
    const body = { first_name: `Ada ${which}`, last_name: "Brandt", work_email: `ada.${how}@acme.example` };
    return isAccepted(door.kombo.POST("/hris/employees", { params: paramsOf(door), body }));
  },
  async "an employee is hired by the form"(door, [which, how]) {
    const properties = {
      ...{ first_name: `Bo ${which}`, last_name: "Okafor", work_email: `bo.${how}@acme.example` },
      start_date: "2026-02-01",
    };
    const body = { properties };
    return isAccepted(door.kombo.POST("/hris/employees/form", { params: paramsOf(door), body }));
  },
  async "an employee is changed"(door, [which, how]) {
    const path = { employee_id: await oneOf(door, "hris.employees", which) };
    const params = { ...paramsOf(door), path };
    const body = { work_email: `new.${which}@acme.example`, job_title: `Title ${how}` };
    return isAccepted(door.kombo.PATCH("/hris/employees/{employee_id}", { params, body }));
  },
} satisfies Readonly<Record<string, (door: OpenDoor, choices: Choices) => Promise<boolean>>>;

/** What happens in the tool, seen at once or with the next sync. */
const toolChanges = {
  async "the tool has a new employee"(door, [which, how]) {
    const values = {
      ...{ first_name: pick(names, which), employment_status: pick(statuses, how) },
      groups: [{ id: await oneOf(door, "hris.groups", which) }, { name: `Group ${how}` }],
      absences: [{ status: "APPROVED" }],
    };
    await door.control.create("hris.employees", values, optionsOf(door, how));
  },
  async "the tool has an employee of whom it knows nothing"(door, [, how]) {
    const values = {
      ...{ first_name: null, last_name: null, display_full_name: null, work_email: null },
      ...{ home_address: null, bank_accounts: null, weekly_hours: null, employment_status: null },
      ...{ manager: null, groups: [], absences: [], employments: [], time_off_balances: [] },
    };
    await door.control.create("hris.employees", values, optionsOf(door, how));
  },
  async "the tool changes an employee"(door, [which, how]) {
    const values = {
      ...{ last_name: pick(names, how), employment_status: pick(statuses, how) },
      ...{ weekly_hours: how % 3 === 0 ? null : how / 4, manager: null },
    };
    const id = await oneOf(door, "hris.employees", which);
    await door.control.update("hris.employees", id, values, optionsOf(door, how));
  },
  async "the tool moves an employee to other groups"(door, [which, how]) {
    const ids = (await recordsOf(door, "hris.groups")).map(({ id }) => id);
    const groups = ids.filter((_, index) => (index + which) % (2 + (how % 3)) === 0).map((id) => ({ id }));
    const id = await oneOf(door, "hris.employees", which);
    await door.control.update("hris.employees", id, { groups }, optionsOf(door, how));
  },
  async "the tool renames a group"(door, [which, how]) {
    const id = await oneOf(door, "hris.groups", which);
    await door.control.update("hris.groups", id, { name: pick(names, how) }, optionsOf(door, how));
  },
  async "the tool changes an absence"(door, [which, how]) {
    const values = { status: pick(absenceStatuses, how), employee_note: pick(names, how) };
    const id = await oneOf(door, "hris.absences", which);
    await door.control.update("hris.absences", id, values, optionsOf(door, how));
  },
  async "the tool renames an absence type"(door, [which, how]) {
    const id = await oneOf(door, "hris.absence-types", which);
    await door.control.update("hris.absence-types", id, { name: pick(names, how) }, optionsOf(door, how));
  },
  async "a record is deleted"(door, [which, how]) {
    const collection = pick(mirrored, how >> 1);
    await door.control.remove(collection, await oneOf(door, collection, which), optionsOf(door, how));
  },
  async "a deleted record comes back"(door, [which, how]) {
    const collection = pick(mirrored, how >> 1);
    const deleted = (await recordsOf(door, collection)).filter((one) => one.remote_deleted_at !== null);
    if (deleted.length === 0) return;
    const { id } = pick(deleted, which);
    await door.control.update(collection, id, { remote_deleted_at: null }, optionsOf(door, how));
  },
} satisfies Readonly<Record<string, Step>>;

/** What can happen to an integration. Each step works in any state. */
export const steps = {
  ...writes,
  ...toolChanges,
  async "the time moves"({ control }, [which]) {
    await control.clock.advance(pick(moves, which));
  },
  async "a sync ends"({ control, integrationId }, [which, how]) {
    const partly = { state: "PARTIALLY_FAILED" as const, failed_models: [pick(models, which)] };
    const wholly = { state: how % 7 === 1 ? "FAILED" : "SUCCEEDED" } as const;
    const type = which % 2 === 0 ? "FULL" : "DELTA";
    await control.sync(integrationId, { type, ...(how % 3 === 0 ? partly : wholly) });
  },
} satisfies Readonly<Record<string, Step>>;

/** What can happen, by its sentence. */
export type StepName = keyof typeof steps;

/** The steps that write through the API. */
export const writeNames = Object.keys(writes);
