import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type FileIntegration, type Mock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { ask } from "./life.ts";

const small = { extends: "small", generation: 1 } as const;
const people = "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3";
const { cast } = createMock();

/** A mock whose world is the small one with these records in the people's system. */
function withRecords(records: FileIntegration): Mock {
  return createMock({
    clock: "frozen",
    checkAnswer,
    world: { ...small, integrations: { [people]: records } },
  });
}

const named = (mock: Mock, id: string) => mock.find("hris.employees", id);

test("a new employee needs nothing but a name, and everything else is made up", async () => {
  const mock = withRecords({ records: { "hris.employees": [{ first_name: "Ada", last_name: "Lovelace" }] } });
  const [ada] = await mock.find("hris.employees", { first_name: "Ada" });
  expect(ada).toMatchObject({ last_name: "Lovelace", work_email: expect.stringMatching(/^ada\.lovelace@/) });
  expect(ada?.employments).toHaveLength(1);
  expect(await mock.contract()).toEqual([]);
});

test("the same file makes the same bytes, whenever it is read", async () => {
  const world = {
    ...small,
    integrations: { [people]: { records: { "hris.employees": [{ first_name: "Ada" }] } } },
  };
  const one = createMock({ world });
  const other = createMock({ world, clock: "frozen" });
  await other.clock.advance("P3D");
  const list = (mock: Mock) => ask(mock, people, "GET /hris/employees?page_size=250");
  expect(await list(one)).toBe(await list(other));
});

test("records are nested, and led to by the tool's id", async () => {
  const mock = withRecords({
    records: {
      "hris.employees": [
        {
          remote_id: "grace",
          first_name: "Grace",
          absences: [{ status: "APPROVED" }, { status: "REQUESTED" }],
        },
        { first_name: "Ada", manager: { remote_id: "grace" }, groups: [{ name: "Engines" }] },
      ],
    },
  });
  const [ada] = await mock.find("hris.employees", { first_name: "Ada" });
  expect(ada).toMatchObject({ manager: { first_name: "Grace" }, groups: [{ name: "Engines" }] });
  expect(await mock.find("hris.absences", { employee_id: ada?.manager?.id ?? "" })).toHaveLength(2);
});

test("of a record of the world, only what is told becomes another", async () => {
  const { id } = cast.employee;
  const [before] = await named(createMock(), id);
  const mock = withRecords({
    records: {
      "hris.employees": [{ id, first_name: "Zed", home_address: { city: "Bern" }, absences: [{}] }],
    },
  });
  const [after] = await named(mock, id);
  expect(after).toEqual({
    ...before,
    first_name: "Zed",
    home_address: { ...before?.home_address, city: "Bern" },
  });
  const absences = (of: Mock) => of.find("hris.absences", { employee_id: id });
  expect(await absences(mock)).toHaveLength((await absences(createMock())).length + 1);
});

test("a record can be deleted in the tool, or not be there at all", async () => {
  const remote_deleted_at = "2026-01-10T12:00:00.000Z";
  const [first, second] = (await createMock().find("hris.employees")).map(({ id }) => id);
  const mock = withRecords({
    records: {
      "hris.employees": [
        { id: first, remote_deleted_at },
        { id: second, purged: true },
      ],
    },
  });
  expect(await named(mock, first ?? "")).toMatchObject([{ remote_deleted_at }]);
  expect(await named(mock, second ?? "")).toEqual([]);
});

test("an integration is made, changed or taken away", async () => {
  const mock = createMock({
    clock: "frozen",
    world: {
      ...small,
      integrations: {
        "personio:acme": {
          tool: "personio",
          country: "FR",
          status: "INVALID",
          end_user: { organization_name: "Acme" },
          scope: { name: "Narrow", settings: { hris_absences: "DISABLED" } },
          custom_fields: [{ key: "shoe_size", model: "hris_employees" }],
        },
        [people]: { setup_status: "INCOMPLETE", setup_steps: ["filtering"] },
        "bamboohr:DAns34VhN4Vtnjvvxp216Di3": null,
      },
    },
  });
  const list = await mock.integrations.list();
  const of = (id: string) => list.find((one) => one.id === id);
  expect(of("personio:acme")).toMatchObject({
    ...{ tool: "personio", category: "HRIS", status: "INVALID" },
    end_user: { organization_name: "Acme" },
    scope_config: { name: "Narrow" },
  });
  expect(of(people)).toMatchObject({
    setup_status: "INCOMPLETE",
    setup_steps: ["filtering"],
    status: "ACTIVE",
  });
  expect(of("bamboohr:DAns34VhN4Vtnjvvxp216Di3")).toBeUndefined();
  const fields = await mock.find("general.custom-fields", {}, { integration_id: "personio:acme" });
  expect(fields).toMatchObject([{ key: "shoe_size" }]);
});

test("what waits for a sync is brought by it", async () => {
  const { id } = cast.employee;
  const mock = withRecords({
    pending: [
      { kind: "insert", collection: "hris.employees", values: { first_name: "Late", absences: [{}] } },
      { kind: "patch", collection: "hris.employees", id, values: { first_name: "Zed" } },
      {
        kind: "delete",
        collection: "hris.employees",
        id: cast.withoutEmail.id,
        due_at: "2026-02-01T00:00:00.000Z",
      },
    ],
  });
  const late = () => mock.find("hris.employees", { first_name: "Late" });
  expect(await late()).toEqual([]);
  await mock.sync(people);
  expect(await late()).toHaveLength(1);
  expect(await named(mock, id)).toMatchObject([{ first_name: "Zed" }]);
  expect(await named(mock, cast.withoutEmail.id)).toMatchObject([{ remote_deleted_at: null }]);
});

test("reset goes back to the file, and every key begins with it", async () => {
  const world = {
    ...small,
    integrations: { [people]: { records: { "hris.employees": [{ first_name: "Ada" }] } } },
  };
  const mock = createMock({ clock: "frozen", world, isolation: "key" });
  await mock.purge("hris.employees", { first_name: "Ada" });
  expect(await mock.find("hris.employees", { first_name: "Ada" })).toEqual([]);
  await mock.reset();
  expect(await mock.find("hris.employees", { first_name: "Ada" })).toHaveLength(1);
  await ask(mock, people, "GET /check-api-key");
  expect(await mock.environment("ks_dev_other").find("hris.employees", { first_name: "Ada" })).toHaveLength(
    1,
  );
});

test("seed, date and clock of a file are taken where the mock is told none", async () => {
  const clock = { mode: "frozen", at: "2026-03-01T10:00:00.000Z" };
  const world = { ...small, seed: 5, date: "2026-02-01", clock };
  const mock = createMock({ world });
  expect(await mock.clock.now()).toBe(clock.at);
  expect(await mock.exportState()).toMatchObject({ seed: 5, date: "2026-02-01" });
  const [own] = await mock.find("hris.employees");
  const [plain] = await createMock({ seed: 5, date: "2026-02-01" }).find("hris.employees");
  expect(own).toEqual(plain);
  const told = createMock({ world, seed: 7, clock: "system" });
  expect(await told.exportState()).toMatchObject({ seed: 7 });
  expect(await told.clock.now()).not.toBe(clock.at);
});

test("a request that began before a state is brought in commits nothing", async () => {
  const mock = createMock({ clock: "frozen" });
  const arrival = mock.arrive();
  await mock.importState(small);
  const { status } = await mock.answer({
    ...{
      door: "fetch",
      method: "POST",
      path: "/connect/create-link",
      search: "",
      origin: "https://x",
      arrival,
    },
    header: (name) => ({ authorization: "Bearer ks_dev_a", "content-type": "application/json" })[name],
    body: JSON.stringify({ end_user_email: "a@example.com", end_user_organization_name: "A" }),
  });
  expect(status).toBe(200);
  expect(await mock.exportState()).not.toHaveProperty("connect_links");
});

test("an untouched mock writes nothing but which world it is", async () => {
  expect(await createMock().exportState()).toEqual({ ...small, seed: 1, date: "2026-01-15" });
});

test("a written file is the caller's own", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.update("hris.employees", cast.employee.id, {
    first_name: "Zed",
    home_address: { city: "Bern" },
  });
  const file = JSON.stringify(await mock.exportState());
  const state = await mock.exportState();
  const [entry] = state.integrations?.[people]?.records?.["hris.employees"] ?? [];
  Object.assign(entry?.["home_address"] ?? {}, { city: "Basel" });
  expect(JSON.stringify(await mock.exportState())).toBe(file);
});
