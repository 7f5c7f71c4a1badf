import { nearestName } from "@kombo-mock/contract/judge";
import { toolOf } from "@kombo-mock/factories";
import * as v from "valibot";
import { checkInput, inputFaults, instant, integrationSettings, scope } from "../control/inputs.ts";
import { applyScope, applySettings, replaceCustomFields } from "../control/integration-settings.ts";
import { categoryOf } from "../control/new-integration.ts";
import { isObject, refuse, shown } from "../control/seed-values.ts";
import { choiceOf } from "../request/assumptions.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { integrationState } from "../state/first-root.ts";
import { syncEnds } from "../state/lifecycle/sync-ends.ts";
import { own } from "../state/own.ts";
import type { IntegrationState } from "../state/root.ts";
import type { FaultList } from "./fault-list.ts";
import { plant } from "./plant-records.ts";
import { integrationOf, type RecordTools } from "./read-records.ts";

const fileIntegration = v.strictObject({
  tool: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+$/, "must be a tool's id, such as personio"))),
  category: v.optional(v.picklist(["HRIS", "ATS", "ASSESSMENT", "LMS"])),
  country: v.optional(v.picklist(["DE", "FR", "GB", "NL", "US"])),
  date: v.optional(v.pipe(v.string(), v.isoDate("must be a day such as 2026-01-15"))),
  created: v.optional(v.boolean()),
  data: v.optional(v.picklist(["empty", "edge", "large", "bare", "deleted"])),
  ...integrationSettings,
  end_user: v.optional(
    v.strictObject({
      organization_name: v.optional(v.string()),
      creator_email: v.optional(v.nullable(v.string())),
      origin_id: v.optional(v.nullable(v.string())),
    }),
  ),
  scope: v.optional(v.strictObject(scope)),
  synced_scope: v.optional(v.strictObject({ settings: scope.settings, opted_out: scope.opted_out })),
  sync: v.optional(
    v.strictObject({
      id: v.string(),
      type: v.picklist(["FULL", "DELTA"]),
      starts_at: v.optional(instant),
      due_at: v.optional(instant),
    }),
  ),
  failing_since: v.optional(v.nullable(instant)),
  syncs_end: v.optional(v.nullable(v.picklist(syncEnds))),
  scripted: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  restamped: v.optional(v.record(v.string(), instant)),
  custom_fields: v.optional(v.unknown()),
  records: v.optional(v.unknown()),
  pending: v.optional(v.unknown()),
});

type Given = v.InferOutput<typeof fileIntegration>;

interface Tools {
  readonly change: Change;
  readonly machinery: Machinery;
  readonly faults: FaultList;
  /** The date of the file's world. */
  readonly date: string;
}

/** Makes, changes or removes an integration as a file says. */
export function readIntegration(id: string, given: unknown, tools: Tools): void {
  const { change, machinery, faults } = tools;
  const location = `integrations[${JSON.stringify(id)}]`;
  const world = own(change.root.integrations, id);
  if (given === null) {
    if (world) change.removeIntegration(id);
    else faults.add(`${location}: ${unknown(id, change, machinery)}`);
    return;
  }
  if (!isObject(given)) {
    faults.add(
      `${location} must be an object, or null for an integration that is not there, but is ${shown(given)}.`,
    );
    return;
  }
  const wrong = inputFaults(fileIntegration, given, location);
  faults.add(...wrong);
  // Records are judged even when something else is wrong, as long as it is clear whose they are.
  const input: Given = wrong.length === 0 ? v.parse(fileIntegration, given) : usable(given);
  const isThere = faults.attempt(() => {
    const isNew = !world || input.created === true;
    if (isNew) change.putIntegration(newIntegration(id, input, location, tools));
    else assertSame(world, input, location);
    return true;
  });
  if (!isThere) return;
  const recordTools: RecordTools = { change, machinery, faults, integrationId: id };
  applyAll(input, location, recordTools);
  plant(input, location, recordTools);
}

/** The parts of a faulty integration that can still be looked at. */
function usable(given: Readonly<Record<string, unknown>>): Given {
  const parts = Object.entries(fileIntegration.entries).filter(([key, schema]) => v.is(schema, given[key]));
  return Object.fromEntries(parts.map(([key]) => [key, given[key]])) as Given;
}

function newIntegration(
  id: string,
  input: Given,
  location: string,
  { change, machinery, date }: Tools,
): IntegrationState {
  if (input.tool === undefined) {
    refuse(
      `${location}.tool is missing; it is required of a new integration. ${unknown(id, change, machinery)}`,
    );
  }
  const tool = toolOf(input.tool);
  const category = categoryOf(tool, input.category, `${location}.category`);
  const inputs = { tool: tool.id, category, ...(input.country ? { country: input.country } : {}) };
  const made = integrationState(
    { id, inputs },
    {
      date: input.date ?? date,
      optionalIsAvailable: choiceOf(machinery.assume, "optional-counts-as-enabled"),
    },
  );
  return { ...made, data: input.data ?? null };
}

/** What decides all of an integration's records can be repeated, and not changed. */
function assertSame({ id, inputs }: IntegrationState, input: Given, location: string): void {
  if (input.data !== undefined) {
    refuse(
      `${location}.data is for new integrations: say "created": true for another one in the place of the world's.`,
    );
  }
  for (const key of ["tool", "category", "country", "date"] as const) {
    if (input[key] === undefined || input[key] === inputs[key]) continue;
    refuse(
      `${location}.${key}: the world's "${id}" has "${inputs[key]}". Leave ${key} out, or say "created": true for another integration in its place.`,
    );
  }
}

function applyAll(input: Given, location: string, tools: RecordTools): void {
  const { change, machinery, faults, integrationId } = tools;
  const seeded = { change, seed: machinery.seed };
  const relocate = (message: string) => message.replace(/^body/, location);
  faults.attempt(() => applySettings(integrationOf(tools), input, seeded), relocate);
  const { scope: given, synced_scope: synced, sync, custom_fields } = input;
  if (given) {
    const { settings, optedOut } = integrationOf(tools).inputs;
    const whole = { settings, opted_out: [...optedOut], ...given };
    faults.attempt(
      () => applyScope(integrationOf(tools), whole, seeded),
      (message) => message.replace(/^body/, `${location}.scope`),
    );
  }
  const { settings, optedOut } = integrationOf(tools).inputs;
  const scoped = synced
    ? { settings: synced.settings ?? {}, optedOut: synced.opted_out ?? [] }
    : { settings, optedOut };
  change.patchIntegration(integrationId, { scoped });
  if (sync) readSync(change, integrationId, sync);
  readHistory(change, integrationId, input);
  if (custom_fields !== undefined) {
    const at = `${location}.custom_fields`;
    faults.attempt(
      () => replaceCustomFields(change, integrationId, checkInput("setCustomFields", custom_fields, at)),
      (message) => message.replace(/^body/, at),
    );
  }
}

function readSync(
  change: Change,
  integrationId: string,
  { id, type, starts_at, due_at }: NonNullable<Given["sync"]>,
): void {
  const startsAt = starts_at ?? due_at;
  change.patchIntegration(integrationId, {
    sync: { id, type, startsAt: startsAt === undefined ? null : Date.parse(startsAt) },
  });
  if (due_at !== undefined)
    change.schedule({ kind: "end-sync", due: Date.parse(due_at), integrationId, syncId: id });
}

function readHistory(
  change: Change,
  integrationId: string,
  { failing_since, syncs_end, scripted, restamped }: Given,
): void {
  const stamps = Object.entries(restamped ?? {}).map(([model, at]) => [model, Date.parse(at)]);
  change.patchIntegration(integrationId, {
    ...(syncs_end === undefined ? {} : { syncsEnd: syncs_end }),
    ...(failing_since === undefined
      ? {}
      : { failingSince: failing_since === null ? null : Date.parse(failing_since) }),
    ...(scripted === undefined ? {} : { scripted }),
    ...(restamped ? { restamped: Object.fromEntries(stamps) } : {}),
  });
}

function unknown(id: string, { root }: Change, { world }: Machinery): string {
  const known = Object.keys(root.integrations);
  const meant = nearestName(id, known);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return `The world "${world.name}" has no integration "${id}".${hint} It has ${known.map((one) => `"${one}"`).join(", ")}.`;
}
