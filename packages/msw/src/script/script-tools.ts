import { type Choices, recordId } from "@kombo-mock/factories";
import type { StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import type { SeedTools } from "../control/seed-known.ts";
import { SeedPlan } from "../control/seed-plan.ts";
import { carryOut } from "../control/seed-records.ts";
import { isoString } from "../state/clock.ts";
import { isDeleted, isPresent } from "../state/presence.ts";

/** What one thing that happens in a tool works with. */
export interface ScriptTools extends SeedTools {
  /** Decisions of this step in this integration. */
  readonly choices: Choices;
  /** Counts from 1. */
  readonly step: number;
}

/** Something that happens in a tool between two syncs. Where nothing is there for it to happen to, it does not. */
export type Act = (tools: ScriptTools) => void;

/** Carries out what is planned, seen by reads at once: the sync brings it. */
export function planned(
  { choices: _, step: __, ...tools }: ScriptTools,
  plan: (plan: SeedPlan) => void,
): void {
  const made = new SeedPlan(tools);
  plan(made);
  carryOut(made, tools, { visible: "now" });
}

/** What a record is looked for by. */
interface Wanted {
  readonly values?: Readonly<Record<string, unknown>>;
  /** Whether a member of the cast will do, since it stays as it is. */
  readonly cast?: boolean;
}

/** How many records are looked at to find one that something can happen to. */
const mostTries = 40;

/**
 * One of the world's ordinary records of a collection that has some values; undefined where none is found. Records that
 * something is special about stay as tests know them, and members of the cast can only be led to.
 */
export function ordinaryRecord(
  { change, integrationId, partition, choices }: ScriptTools,
  collection: string,
  { values = {}, cast: takesCast = false }: Wanted = {},
): StoredRecord | undefined {
  const base = partition.collection(collection);
  const view = change.view(integrationId, collection);
  for (let attempt = 0; attempt < mostTries && base.size > 0; attempt++) {
    const number = choices.at(`${collection} ${attempt}`).integer(0, base.size - 1);
    const { cast, traits, bare } = base.row(number);
    if ((cast !== undefined && !takesCast) || traits?.length || bare) continue;
    if (view.value(number, "id") === undefined || isDeleted(view.value(number, "remote_deleted_at")))
      continue;
    if (Object.entries(values).every(([field, value]) => view.value(number, field) === value))
      return view.at(number);
  }
  return undefined;
}

/** The id in the tool of what one step of the script adds to a collection. */
export function scriptedRemoteId(step: number): string {
  return String(900_000 + step);
}

/** One of the records that earlier steps have added to a collection and that has some values. */
export function addedRecord(
  { change, integrationId, choices, step }: ScriptTools,
  collection: string,
  values: Readonly<Record<string, unknown>>,
): StoredRecord | undefined {
  const view = change.view(integrationId, collection);
  const added = Array.from({ length: step - 1 }, (_, index) => scriptedRemoteId(index + 1))
    .flatMap((remoteId) => view.get(recordId(integrationId, remoteId)) ?? [])
    .filter((one) => isPresent(one) && Object.entries(values).every(([key, value]) => one[key] === value));
  return added[choices.at(`added ${collection}`).integer(0, added.length - 1)];
}

/** The record that a foreign key leads to, as long as the tool still has it. */
export function presentRecord(
  { change, integrationId }: ScriptTools,
  collection: string,
  id: unknown,
): StoredRecord | undefined {
  const found = typeof id === "string" ? change.view(integrationId, collection).get(id) : undefined;
  return found && isPresent(found) ? found : undefined;
}

/** The records that a list of links leads to, as long as the tool still has them. */
export function linkedRecords(tools: ScriptTools, collection: string, links: unknown): StoredRecord[] {
  // The key of a links relation holds nothing else.
  const list = (links ?? []) as readonly StoredLink[];
  return list.flatMap(({ id }) => presentRecord(tools, collection, id) ?? []);
}

/** The day of a sync, as records have days. */
export function dayOf({ change: { now } }: ScriptTools): string {
  return `${isoString(now).slice(0, 10)}T00:00:00.000Z`;
}

/** When something was written into the tool, some minutes before the sync. */
export function shortlyBefore({ change: { now }, choices }: ScriptTools): string {
  return isoString(now - choices.at("minutes before").integer(2, 170) * 60_000);
}
