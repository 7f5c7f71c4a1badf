import type { Journal } from "../request/journal.ts";
import { Ledger } from "../request/ledger.ts";
import type { Machinery } from "../request/machinery.ts";
import { announceChanges } from "../webhooks/announce-changes.ts";
import { Courier } from "../webhooks/courier.ts";
import { withoutWebhooksOf } from "../webhooks/without-integration.ts";
import { nowOf } from "./clock.ts";
import { type Change, type Commit, commit } from "./commit.ts";
import { own } from "./own.ts";
import type { Root } from "./root.ts";
import { runDueWork } from "./scheduled-work.ts";

/** A snapshot: the root as it was. */
export interface Snapshot {
  readonly root: Root;
}

/** One isolated copy of the API: a root that is replaced whole, with its journal and contract ledger beside it. */
export class Environment {
  readonly name: string;
  readonly journal: Journal;
  readonly ledger = new Ledger();
  /** Sends what it announces. */
  readonly courier: Courier;
  readonly #machinery: Machinery;
  readonly #first: Root;
  #root: Root;
  /** Requests that arrived before this stamp commit nothing. */
  #validFrom = 0;
  #commits = 0;

  constructor(name: string, first: Root, machinery: Machinery, journal: Journal) {
    this.name = name;
    this.journal = journal;
    this.#machinery = machinery;
    this.#first = first;
    this.#root = first;
    this.courier = new Courier(this, machinery);
  }

  get root(): Root {
    return this.#root;
  }

  get now(): number {
    return nowOf(this.#root);
  }

  /** Whether anything was ever changed in it. */
  get written(): boolean {
    return this.#commits > 0;
  }

  /** Whether there is such an integration, or was one at the beginning. */
  knows(integrationId: string): boolean {
    return [this.#root, this.#first].some(({ integrations }) => Object.hasOwn(integrations, integrationId));
  }

  /** Runs scheduled work that is due by now, then the change; both become true at once, or neither. */
  commit<Result>(change: (change: Change) => Result, arrival = Number.POSITIVE_INFINITY): Result {
    this.runDue(arrival);
    const next = announceChanges(
      commit(this.#root, this.#machinery.partitions, change),
      this.#machinery,
      arrival === Number.POSITIVE_INFINITY ? "tool" : "request",
    );
    this.#install(next, arrival);
    return next.result;
  }

  /** Runs scheduled work that is due by now, each piece at its own time. */
  runDue(arrival = Number.POSITIVE_INFINITY): void {
    if (this.#root.queue.length === 0) return;
    const next = runDueWork(this.#root, this.#machinery);
    if (next) this.#install(next, arrival);
  }

  /** Back to the beginning, or one integration of it. Requests that arrived before the stamp commit nothing any more. */
  reset(stamp: number, integrationId?: string): void {
    if (integrationId === undefined) {
      this.#replace(this.#first, stamp, "all");
      return;
    }
    const first = own(this.#first.integrations, integrationId);
    const { integrations: current } = this.#root;
    // Spread over what is there, so that the integration keeps its place.
    const integrations = first
      ? { ...current, [integrationId]: first }
      : without(current, ({ id }) => id === integrationId);
    const queue = this.#root.queue.filter((task) => task.integrationId !== integrationId);
    const { links, activations, ...rest } = this.#root;
    this.#replace(
      {
        ...rest,
        links: without(links, (link) => link.integrationId === integrationId),
        activations: without(activations, (one) => one.integrationId === integrationId),
        integrations,
        queue,
        ...withoutWebhooksOf(this.#root, integrationId),
      },
      stamp,
      "some",
    );
  }

  snapshot(): Snapshot {
    return { root: this.#root };
  }

  restore(snapshot: Snapshot, stamp: number): void {
    this.#replace(snapshot.root, stamp, "all");
  }

  #replace(root: Root, stamp: number, which: "all" | "some"): void {
    this.#root = root;
    this.#validFrom = stamp;
    this.#commits++;
    this.courier.replaced(which);
  }

  #install({ root }: Commit<unknown>, arrival: number): void {
    if (arrival < this.#validFrom || root === this.#root) return;
    this.#root = root;
    this.#commits++;
    this.courier.wake();
  }
}

function without<T>(all: Readonly<Record<string, T>>, drop: (one: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([, one]) => !drop(one)));
}
