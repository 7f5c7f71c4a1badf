import { putCard, unusedCard } from "../cards/put-card.ts";
import { cardOf } from "../cards/test-cards.ts";
import type { Journal } from "../request/journal.ts";
import { Ledger } from "../request/ledger.ts";
import type { Machinery } from "../request/machinery.ts";
import { Given } from "../variation/given.ts";
import { announceChanges } from "../webhooks/announce-changes.ts";
import { Courier } from "../webhooks/courier.ts";
import { withoutWebhooksOf } from "../webhooks/without-integration.ts";
import { withoutUnfinished } from "../webhooks/without-unfinished.ts";
import type { Change, Commit } from "./change.ts";
import { nowOf } from "./clock.ts";
import { announcedCommit } from "./lifecycle/announce.ts";
import { withSchedule } from "./lifecycle/regular-syncs.ts";
import { own } from "./own.ts";
import type { Root } from "./root.ts";
import { nextDueAt, runDueWork } from "./scheduled-work.ts";
import { type HeldSnapshot, type Restorable, Snapshots } from "./snapshots.ts";
import { Traffic } from "./traffic.ts";

/** One isolated copy of the API: a root that is replaced whole, with its journal and contract ledger beside it. */
export class Environment {
  readonly name: string;
  readonly journal: Journal;
  readonly ledger = new Ledger();
  readonly traffic = new Traffic();
  /** What tests gave, so that nothing of it is varied. */
  readonly given = new Given();
  /** What was found to be given, or not, when it was first shown. */
  readonly pins = new Map<string, boolean>();
  /** Variations that happen once, and have. */
  readonly struck = new Set<string>();
  /** Sends what it announces. */
  readonly courier: Courier;
  readonly #machinery: Machinery;
  readonly #snapshots: Snapshots;
  #first: Root;
  #root: Root;
  /** Requests that arrived before this stamp commit nothing. */
  #validFrom = 0;
  #isWritten = false;

  constructor(name: string, first: Root, machinery: Machinery, journal: Journal) {
    this.name = name;
    this.journal = journal;
    this.#machinery = machinery;
    this.#snapshots = new Snapshots(name);
    this.#first = first;
    this.#root = withSchedule(first, machinery);
    this.courier = new Courier(this, machinery);
  }

  get root(): Root {
    return this.#root;
  }

  get now(): number {
    return nowOf(this.#root);
  }

  /** Whether anybody ever changed anything in it; test cards that were only used are no change. */
  get written(): boolean {
    return this.#isWritten;
  }

  /** Whether there is such an integration, or was one at the beginning, or it is a test card. */
  knows(integrationId: string): boolean {
    return (
      [this.#root, this.#first].some(({ integrations }) => Object.hasOwn(integrations, integrationId)) ||
      cardOf(integrationId) !== undefined
    );
  }

  /** Puts a test card there that is named for the first time; any other id changes nothing. */
  useCard(integrationId: string, arrival = Number.POSITIVE_INFINITY): void {
    const card = unusedCard(integrationId, this.#root);
    if (!card || arrival < this.#validFrom) return;
    this.#root = announcedCommit(this.#root, this.#machinery.partitions, (change) =>
      putCard(integrationId, card, { change, machinery: this.#machinery }),
    ).root;
  }

  /** Runs scheduled work that is due by now, then the change; both become true at once, or neither. */
  commit<Result>(change: (change: Change) => Result, arrival = Number.POSITIVE_INFINITY): Result {
    this.runDue(arrival);
    const next = announceChanges(
      announcedCommit(this.#root, this.#machinery.partitions, change),
      this.#machinery,
      arrival === Number.POSITIVE_INFINITY ? "tool" : "request",
    );
    this.#install(next, arrival, (root) => isWrite(this.#root, root));
    return next.result;
  }

  /** The instant at which something happens next, in milliseconds; undefined when nothing is scheduled. */
  get nextDueAt(): number | undefined {
    return nextDueAt(this.#root);
  }

  /** Runs scheduled work that is due by now, each piece at its own time. That alone makes nobody a writer. */
  runDue(arrival = Number.POSITIVE_INFINITY): void {
    const next = runDueWork(this.#root, this.#machinery);
    if (next) this.#install(next, arrival, () => false);
  }

  /** Back to the beginning, or one integration of it. Requests that arrived before the stamp commit nothing any more. */
  reset(stamp: number, integrationId?: string): void {
    if (integrationId === undefined) {
      this.pins.clear();
      this.ledger.expectations.end();
      this.#replace(withSchedule(this.#first, this.#machinery), stamp, "all");
      return;
    }
    const first = own(this.#first.integrations, integrationId);
    const { integrations: current } = this.#root;
    // Spread over what is there, so that the integration keeps its place.
    const integrations = first
      ? { ...current, [integrationId]: first }
      : without(current, ({ id }) => id === integrationId);
    const queue = this.#root.queue.filter((task) => task.integrationId !== integrationId);
    const { links, activations, faults, stubs, usedCards, ...rest } = this.#root;
    this.#replace(
      {
        ...rest,
        usedCards: usedCards.filter((id) => id !== integrationId),
        links: without(links, (link) => link.integrationId === integrationId),
        activations: without(activations, (one) => one.integrationId === integrationId),
        faults: partlyReset(faults, this.#first.faults, integrationId),
        stubs: partlyReset(stubs, this.#first.stubs, integrationId),
        integrations,
        queue,
        ...withoutWebhooksOf(this.#root, integrationId),
      },
      stamp,
      "some",
    );
  }

  snapshot(): HeldSnapshot {
    return this.#snapshots.take(this.#root);
  }

  restore(snapshot: Restorable, stamp: number): void {
    const root = this.#snapshots.find(snapshot);
    // What lies between a snapshot and now is not made up for.
    const isPast = root.schedule === null || root.schedule.nextAt <= nowOf(root);
    this.#replace(isPast ? withSchedule(root, this.#machinery) : root, stamp, "all");
  }

  /** Becomes as another environment is, under its own name: then, and after a reset. */
  copy(source: Environment): void {
    this.#first = { ...source.#first, environment: this.name };
    this.#root = { ...source.#root, ...withoutUnfinished(source.#root), environment: this.name };
    this.journal.label = source.journal.label;
    this.given.join(source.given);
    this.#isWritten = true;
  }

  #replace(root: Root, stamp: number, which: "all" | "some"): void {
    this.#root = root;
    this.#validFrom = stamp;
    this.traffic.clear();
    this.#isWritten = true;
    this.courier.replaced(which);
  }

  #install({ root }: Commit<unknown>, arrival: number, isWrite: (root: Root) => boolean): void {
    if (arrival < this.#validFrom || root === this.#root) return;
    this.#isWritten ||= isWrite(root);
    this.#root = root;
    this.courier.wake();
  }
}

/** Whether a change is more than counting what the faults of a test card have met. */
function isWrite(before: Root, after: Root): boolean {
  const { faults: were, lastCalls: _, ...restBefore } = before;
  const { faults: are, lastCalls: __, ...rest } = after;
  const isSameRest = (Object.keys(rest) as (keyof typeof rest)[]).every(
    (key) => rest[key] === restBefore[key],
  );
  return !isSameRest || were.length !== are.length || are.some(({ from }) => from === null);
}

function without<T>(all: Readonly<Record<string, T>>, drop: (one: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([, one]) => !drop(one)));
}

/** What is about one integration as it was first, and the rest as it is. */
function partlyReset<T extends { readonly integrationId?: string | undefined }>(
  current: readonly T[],
  first: readonly T[],
  integrationId: string,
): T[] {
  const isAbout = (one: T) => one.integrationId === integrationId;
  return [...current.filter((one) => !isAbout(one)), ...first.filter(isAbout)];
}
