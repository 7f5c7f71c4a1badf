import type { Machinery } from "../request/machinery.ts";
import { isoString } from "../state/clock.ts";
import type { IntegrationState, Root, SyncUnderWay } from "../state/root.ts";
import { isSame } from "./same-json.ts";
import type { FileIntegration } from "./world-file.ts";
import { writePending, writeRecords } from "./write-records.ts";

type Values = Readonly<Record<string, unknown>>;

/** What differs in an integration from the world's; undefined where nothing does. */
export function writeIntegration(
  integration: IntegrationState,
  { queue }: Root,
  { world, partitions }: Machinery,
): FileIntegration | undefined {
  const worlds = world.root.integrations[integration.id];
  if (integration === worlds) return undefined;
  const base = worlds && isMadeFrom(worlds, integration) ? worlds : undefined;
  const { inputs, sync } = integration;
  const records = writeRecords(integration, partitions.of(integration));
  const pending = writePending(integration, partitions.recipes);
  const due = queue.find((work) => work.kind === "end-sync" && work.integrationId === integration.id)?.due;
  const different = {
    ...(base ? {} : { tool: inputs.tool, category: inputs.category, country: inputs.country }),
    ...(base || inputs.date === world.date ? {} : { date: inputs.date }),
    ...(worlds && !base ? { created: true } : {}),
    ...(integration.data === null ? {} : { data: integration.data }),
    ...writeSettings(integration, base),
    ...writeScope(integration, base),
    ...(sync ? { sync: writeSync(sync, due) } : {}),
    ...writeHistory(integration, base),
    ...(Object.keys(records).length > 0 ? { records } : {}),
    ...(pending.length > 0 ? { pending } : {}),
  };
  // The values are plain JSON of the state; what their types say beyond that, reading checks.
  return Object.keys(different).length > 0 ? (different as FileIntegration) : undefined;
}

function writeSync({ id, type, startsAt }: SyncUnderWay, due: number | undefined): Values {
  return {
    ...{ id, type },
    ...(startsAt === null ? {} : { starts_at: isoString(startsAt) }),
    ...(due === undefined ? {} : { due_at: isoString(due) }),
  };
}

/** What its syncs made of an integration, beside records. */
function writeHistory(
  { failingSince, syncsEnd, scripted, restamped }: IntegrationState,
  base: IntegrationState | undefined,
): Values {
  const stamps = Object.entries(restamped).map(([model, at]) => [model, isoString(at)]);
  return {
    ...(syncsEnd === (base?.syncsEnd ?? null) ? {} : { syncs_end: syncsEnd }),
    ...(failingSince === (base?.failingSince ?? null)
      ? {}
      : { failing_since: failingSince === null ? null : isoString(failingSince) }),
    ...(scripted === (base?.scripted ?? 0) ? {} : { scripted }),
    ...(isSame(restamped, base?.restamped ?? {}) ? {} : { restamped: Object.fromEntries(stamps) }),
  };
}

/** Whether an integration can be told as a change of the world's: it is made from the same, and nothing was taken away. */
function isMadeFrom(world: IntegrationState, { inputs, values, data }: IntegrationState): boolean {
  const fixed = ({ settings: _, optedOut: __, coverage: ___, ...rest }: IntegrationState["inputs"]): Values =>
    Object.fromEntries(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)));
  return (
    world.data === data &&
    isSame(fixed(world.inputs), fixed(inputs)) &&
    hasKeysOf(world.inputs.coverage, inputs.coverage) &&
    hasKeysOf(world.values, values) &&
    hasKeysOf(world.values.end_user, values.end_user) &&
    hasKeysOf(world.values.scope_config, values.scope_config)
  );
}

function hasKeysOf(one: object = {}, other: object = {}): boolean {
  return Object.keys(one).every((key) => Object.hasOwn(other, key));
}

function writeSettings(
  { values, inputs, qaStatus, setupSteps }: IntegrationState,
  base: IntegrationState | undefined,
): Values {
  const { status, setup_status, data_expired_at, created_at, beta, end_user } = values;
  const given: Values = {
    ...{ status, setup_status, qa_status: qaStatus, setup_steps: setupSteps },
    ...{ end_user, data_expired_at, created_at, beta },
  };
  const before: Values = {
    ...base?.values,
    qa_status: base?.qaStatus ?? "PASSED",
    setup_steps: base?.setupSteps ?? [],
  };
  const different = Object.entries(given).filter(
    ([key, value]) => value !== undefined && !isSame(before[key], value),
  );
  const coverage = Object.entries(inputs.coverage).filter(([id, one]) => base?.inputs.coverage[id] !== one);
  return {
    ...Object.fromEntries(different),
    ...(coverage.length > 0 ? { coverage: Object.fromEntries(coverage) } : {}),
  };
}

function writeScope(
  { values, inputs, scoped }: IntegrationState,
  base: IntegrationState | undefined,
): Values {
  const { id, name } = values.scope_config ?? {};
  const { id: baseId, name: baseName } = base?.values.scope_config ?? {};
  const scope = {
    ...(id === undefined || id === baseId ? {} : { id }),
    ...(name === undefined || name === baseName ? {} : { name }),
    ...(isSame(inputs.settings, base?.inputs.settings ?? {}) ? {} : { settings: inputs.settings }),
    ...(isSame(inputs.optedOut, base?.inputs.optedOut ?? []) ? {} : { opted_out: inputs.optedOut }),
  };
  const isSynced = isSame(scoped.settings, inputs.settings) && isSame(scoped.optedOut, inputs.optedOut);
  return {
    ...(Object.keys(scope).length > 0 ? { scope } : {}),
    ...(isSynced ? {} : { synced_scope: { settings: scoped.settings, opted_out: scoped.optedOut } }),
  };
}
