import { nearestName } from "@kombo-mock/contract/judge";
import { deepFreeze } from "@kombo-mock/factories/worlds";
import { isObject, shown, type Values } from "../control/seed-values.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { nowOf } from "../state/clock.ts";
import { commit, retention } from "../state/commit.ts";
import { nextErasing } from "../state/lifecycle/erase-deleted.ts";
import type { ClockState, Root } from "../state/root.ts";
import { environmentParts } from "./environment-parts.ts";
import { naturalOrder } from "./export-state.ts";
import { FaultList } from "./fault-list.ts";
import { plant } from "./plant-records.ts";
import { checkGeneration, checkHeader, readClock, settingsOfFile } from "./read-header.ts";
import { readIntegration } from "./read-integration.ts";
import { restoreWork } from "./restore-work.ts";
import { webhookWork } from "./webhook-parts.ts";
import type { WorldFile } from "./world-file.ts";

/** The root that a file tells, in a mock of its world; refuses a file with all of its faults at once. */
export function importState(
  given: unknown,
  machinery: Machinery,
  options: { readonly environment: string; readonly clock?: ClockState },
): Root {
  const faults = new FaultList();
  if (!isObject(given)) faults.add(`The file must hold an object, but holds ${shown(given)}.`);
  faults.refuse();
  // Everything in it is checked before it is used.
  const file = given as unknown as WorldFile;
  checkGeneration(file.generation, faults);
  checkWorld(file, machinery, faults);
  // In another world, or another generation of it, there are other records: nothing else can be judged.
  faults.refuse();
  checkHeader(file, faults);
  const { root: base, date } = machinery.world;
  // Whatever the file leaves to be made is made as of the world's date, whenever the file is read.
  const calm: Root = { ...base, clock: { mode: "frozen", at: Date.parse(`${date}T09:00:00.000Z`) } };
  const { root } = commit(calm, machinery.partitions, (change) => {
    const integrations = isObject(file.integrations) ? file.integrations : {};
    for (const [id, one] of Object.entries(integrations)) {
      readIntegration(id, one, { change, machinery, faults, date });
    }
    if (isObject(file.ai_apply)) {
      plant(file.ai_apply, "ai_apply", { change, machinery, faults, integrationId: base.aiApply.id });
    }
    checkOrder(file.order, change, faults);
    restoreWork(change, machinery);
  });
  faults.refuse();
  const { clock } = settingsOfFile(file);
  const read = { ...root, clock: options.clock ?? (clock ? readClock(clock, date) : base.clock) };
  const parts = readParts(file as unknown as Values);
  return deepFreeze({
    ...read,
    ...parts,
    environment: options.environment,
    queue: [...requeued(read, machinery), ...webhookWork(parts.webhooks ?? root.webhooks)],
    integrations: ordered(root, file.order ?? naturalOrder(Object.keys(root.integrations), base)),
  });
}

/**
 * Deleted records lose their values when they would have under the file's clock. Under one that runs, the file may be
 * of any age, so that their time begins when it is read.
 */
function requeued(root: Root, { partitions: { recipes } }: Machinery): Root["queue"] {
  const least = root.clock.mode === "frozen" ? 0 : nowOf(root) + retention;
  const others = root.queue.filter(({ kind }) => kind !== "erase-deleted");
  const erasings = Object.values(root.integrations).flatMap((integration): Root["queue"] => {
    const due = nextErasing(integration, recipes);
    if (due === undefined) return [];
    return [{ kind: "erase-deleted", due: Math.max(due, least), integrationId: integration.id }];
  });
  return [...others, ...erasings];
}

/** The root that a mock begins with whose world is a file: what the mock is told comes before what the file says. */
export function rootOfFile(
  file: WorldFile,
  machinery: Machinery,
  mode: ClockState["mode"] | undefined,
): Root {
  const { seed, world } = machinery;
  const { clock, ...told } = settingsOfFile(file);
  const given = {
    ...file,
    ...(told.seed === undefined ? {} : { seed }),
    ...(told.date === undefined ? {} : { date: world.date }),
  };
  const isMeant = clock !== undefined && (mode ?? clock.mode) === clock.mode;
  return importState(given, machinery, {
    environment: world.root.environment,
    clock: isMeant ? readClock(clock, world.date) : world.root.clock,
  });
}

function checkWorld(
  { extends: name, seed, date }: WorldFile,
  { world, seed: ours }: Machinery,
  faults: FaultList,
): void {
  const remedy =
    "Start a mock with the file: createMock({ world: file }), or kombo-mock serve --world <file>.json.";
  if (name === undefined) faults.add(`extends is missing; this mock's world is "${world.name}".`);
  else if (name !== world.name) {
    faults.add(
      `extends: the file differs from the world ${shown(name)}, and this mock's is "${world.name}". ${remedy}`,
    );
  }
  if (Number.isSafeInteger(seed) && seed !== ours)
    faults.add(
      `seed: the file's world is made with the seed ${shown(seed)}, and this mock's with ${ours}. ${remedy}`,
    );
  if (typeof date === "string" && date !== world.date)
    faults.add(`date: the file's world is of ${shown(date)}, and this mock's of "${world.date}". ${remedy}`);
}

function checkOrder(order: unknown, { root }: Change, faults: FaultList): void {
  if (!Array.isArray(order)) return;
  const known = Object.keys(root.integrations);
  order.forEach((id: unknown, index) => {
    if (typeof id !== "string" || known.includes(id)) return;
    const meant = nearestName(id, known);
    const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
    faults.add(`order[${index}]: there is no integration "${id}".${hint}`);
  });
}

function ordered({ integrations }: Root, order: readonly string[]): Root["integrations"] {
  const ids = [...new Set([...order, ...Object.keys(integrations)])];
  return Object.fromEntries(ids.flatMap((id) => (integrations[id] ? [[id, integrations[id]]] : [])));
}

function readParts(file: Values): Partial<Root> {
  const parts = Object.entries(environmentParts).flatMap(([part, { key, read }]) =>
    // The header's schema has accepted it.
    file[key] === undefined ? [] : [[part, read(file[key] as never)]],
  );
  return Object.fromEntries(parts) as Partial<Root>;
}
