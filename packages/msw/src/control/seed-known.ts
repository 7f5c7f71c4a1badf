import { type Choices, recordId } from "@kombo-mock/factories";
import type { CollectionRecipe, Partition, StoredLink } from "@kombo-mock/factories/worlds";
import type { Change } from "../state/change.ts";
import type { CollectionView } from "../state/collection-view.ts";
import { partitionState } from "../state/partition-state.ts";
import { ordinaryValues } from "./seed-defaults.ts";
import type { Values } from "./seed-values.ts";

/** What seeding works with: one integration of an environment's successor, as it is before. */
export interface SeedTools {
  readonly change: Change;
  readonly integrationId: string;
  readonly partition: Partition;
  readonly recipes: ReadonlyMap<string, CollectionRecipe>;
}

/** A record to be made: what was given of it, and where it leads. */
export interface PlannedRecord {
  readonly collection: string;
  readonly id: string;
  /** Its id in the tool. */
  readonly remoteId: string;
  readonly values: Values;
  /** Foreign keys. */
  readonly keys: Readonly<Record<string, string | null>>;
  readonly lists: Readonly<Record<string, readonly StoredLink[]>>;
}

/** How many records are looked at to choose one of them. */
const mostChoices = 100;

/** Ids of the first records of a collection: those that are there, and of them those that nothing is special about. */
interface FirstRecords {
  readonly live: readonly string[];
  readonly ordinary: readonly string[];
}

/** The records that a seed can lead to: those that are there, those that wait for a sync, and those being planned. */
export class KnownRecords {
  readonly #tools: SeedTools;
  readonly #planned = new Map<string, Map<string, PlannedRecord>>();
  readonly #views = new Map<string, CollectionView>();
  readonly #choices = new Map<string, FirstRecords>();
  readonly #nextNumbers = new Map<string, number>();

  constructor(tools: SeedTools) {
    this.#tools = tools;
  }

  /** A collection as it is before anything that is planned. */
  view(collection: string): CollectionView {
    const { change, integrationId } = this.#tools;
    const view = this.#views.get(collection) ?? change.view(integrationId, collection);
    this.#views.set(collection, view);
    return view;
  }

  add(record: PlannedRecord): void {
    const known = this.#planned.get(record.collection) ?? new Map<string, PlannedRecord>();
    this.#planned.set(record.collection, known.set(record.id, record));
  }

  planned(collection: string): ReadonlyMap<string, PlannedRecord> {
    return this.#planned.get(collection) ?? new Map();
  }

  /** Whether there is such a record, or is going to be. */
  has(collection: string, id: string): boolean {
    return this.read(collection, id, "id") !== undefined;
  }

  /** A value of a record as far as it is known by now. */
  read(collection: string, id: string, field: string): unknown {
    const planned = this.planned(collection).get(id);
    if (planned) return { ...planned.values, ...planned.keys, ...planned.lists, id }[field];
    const view = this.view(collection);
    const number = view.numberOf(id);
    const found = number === undefined ? undefined : view.value(number, field);
    if (found !== undefined) return found;
    const pending = this.#pending(collection, id);
    return pending && { ...pending, id }[field];
  }

  /** An id that the tool has not given to a record of the collection yet. */
  freeRemoteId(collection: string): string {
    const { change, integrationId } = this.#tools;
    let number = this.#nextNumbers.get(collection) ?? Number(change.newRemoteId(integrationId, collection));
    while (this.has(collection, recordId(integrationId, String(number)))) number++;
    this.#nextNumbers.set(collection, number + 1);
    return String(number);
  }

  /** One of the first records that nothing is special about, or else of the others; null where there is none. */
  choose(collection: string, choices: Choices, taken: ReadonlySet<unknown>): string | null {
    const known = this.#choices.get(collection) ?? this.#firstRecords(collection);
    this.#choices.set(collection, known);
    const all = known.live.length > 0 ? known.live : [...this.planned(collection).keys()];
    const free = (ids: readonly string[]) => (taken.size === 0 ? ids : ids.filter((id) => !taken.has(id)));
    const options = [free(known.ordinary), free(all), all].find(({ length }) => length > 0);
    return options ? choices.pick(options) : null;
  }

  /** What a foreign key of a collection's records leads to, of those whose other one leads to a record. */
  led(
    collection: string,
    key: string,
    { other, to }: { readonly other: string; readonly to: unknown },
  ): unknown[] {
    const view = this.view(collection);
    const present = view.numbersWith(other, to).map((number) => view.value(number, key));
    const planned = [...this.planned(collection).values()].filter((one) => one.keys[other] === to);
    return [...present, ...planned.map((one) => one.keys[key])];
  }

  #pending(collection: string, id: string): Values | undefined {
    const { change, integrationId } = this.#tools;
    const pending = partitionState(change.root, integrationId)?.pending ?? [];
    return pending.find((one) => one.kind === "insert" && one.collection === collection && one.id === id)
      ?.values;
  }

  #firstRecords(collection: string): FirstRecords {
    const base = this.#tools.partition.collection(collection);
    const view = this.view(collection);
    const usual = Object.entries(ordinaryValues[collection] ?? {});
    const live: string[] = [];
    const ordinary: string[] = [];
    for (const number of view.numbers(0)) {
      const id = view.value(number, "id");
      const isGone = (view.value(number, "remote_deleted_at") ?? null) !== null;
      if (typeof id !== "string" || isGone || view.value(number, "bare") === true) continue;
      if (live.length < mostChoices) live.push(id);
      // What a test has made may be special; it is chosen where there is nothing else.
      if (!base.has(number) || base.row(number).traits?.length) continue;
      if (usual.every(([field, value]) => view.value(number, field) === value)) ordinary.push(id);
      if (ordinary.length === mostChoices) break;
    }
    return { live, ordinary };
  }
}
