import type { Violation } from "@kombo-mock/contract/judge";
import type { Operation } from "@kombo-mock/openapi";
import { isoString } from "../state/clock.ts";
import type { Abort } from "./diverted.ts";
import type { ErrorCode } from "./error-codes.ts";

/** A request and its answer, as they are looked up later. */
export interface Exchange {
  /** Counts from 1; `log_url` leads to it. */
  readonly id: number;
  readonly at: string;
  readonly door: "msw" | "fetch" | "http";
  /** The name of the test that was running, as `label` said. */
  readonly label: string | null;
  /** Null where the request matched no operation. */
  readonly operation: Operation | null;
  readonly method: string;
  readonly path: string;
  readonly integration_id: string | null;
  readonly request: { readonly query: string; readonly body: BodySummary };
  readonly answer: {
    readonly status: number;
    readonly code: ErrorCode | null;
    readonly message: string | null;
    /** How many records a page held; null for anything but a page. */
    readonly records: number | null;
    readonly body: BodySummary;
  };
  readonly violations: readonly Violation[];
  /** What is odd about the request without breaking the contract, each with a remedy. */
  readonly notes: readonly string[];
  /** The guesses that the answer rests on. */
  readonly assumes: readonly string[];
  /** Set where something other than the mock's own behaviour made the answer. */
  readonly marked: "stub" | "fault" | "override" | null;
  /** The id of the fault or the stub. */
  readonly marked_by: string | null;
  /** How the answer failed to arrive; a status 0 says that there was none. */
  readonly lost: Abort | null;
}

/** A body, whole when it is short; of a long one its size in characters and how it begins, of a page its size. */
export type BodySummary = string | null | { readonly size: number; readonly head?: string };

const longestBody = 16_384;
const headLength = 512;

/** A body as the journal keeps it. */
export function summarise(body: string | undefined): BodySummary {
  if (body === undefined || body === "") return null;
  return body.length <= longestBody ? body : { size: body.length, head: headOf(body) };
}

/** A copy of how a text begins: a slice would keep the whole text alive. */
function headOf(text: string): string {
  return [...text.slice(0, headLength)].join("");
}

/** An exchange as it is kept. */
type Noted = Omit<Exchange, "at"> & { readonly at: number };

/** How much a journal keeps. */
export interface JournalLimits {
  readonly exchanges: number;
  readonly characters: number;
}

/** All journals of a mock, so that together they stay below a size. */
export class JournalShelf {
  readonly #most: number;
  readonly #journals = new Set<Journal>();
  #size = 0;

  /** At most so many characters of bodies in all journals together. */
  constructor(most: number) {
    this.#most = most;
  }

  hold(journal: Journal): void {
    this.#journals.add(journal);
  }

  /** Forgets the journal of an environment that is dropped. */
  release(journal: Journal): void {
    this.#size -= journal.size;
    this.#journals.delete(journal);
  }

  /** Counts what a journal took or gave back; when there is too much, the largest one gives up half. */
  resized(by: number): void {
    this.#size += by;
    while (this.#size > this.#most) {
      const largest = [...this.#journals].reduce((a, b) => (b.size > a.size ? b : a));
      if (largest.size === 0) return;
      largest.halve();
    }
  }
}

/** The last exchanges of an environment. It outlives `reset`; what was dropped is counted. */
export class Journal {
  /** Stands in each exchange from now on. It is no part of the root: a test's name outlives a reset and a snapshot. */
  label: string | null = null;
  readonly #limits: JournalLimits;
  #exchanges: { readonly exchange: Noted; readonly size: number }[] = [];
  #size = 0;
  readonly #shelf: JournalShelf;
  #dropped = 0;
  #nextId = 1;

  constructor(limits: JournalLimits, shelf = new JournalShelf(Number.POSITIVE_INFINITY)) {
    this.#limits = limits;
    this.#shelf = shelf;
    shelf.hold(this);
  }

  /** About how many characters it keeps. */
  get size(): number {
    return this.#size;
  }

  /** The id of the next exchange. */
  get nextId(): number {
    return this.#nextId;
  }

  get dropped(): number {
    return this.#dropped;
  }

  /** Adds an exchange; `at` is in milliseconds, since most exchanges are never looked at. */
  add(given: Omit<Noted, "label">): void {
    const exchange = { ...given, label: this.label };
    const size = sizeOf(exchange.request.body) + sizeOf(exchange.answer.body) + 200;
    this.#exchanges.push({ exchange, size });
    this.#size += size;
    this.#nextId = exchange.id + 1;
    this.#shelf.resized(size);
    // Dropping in bulk keeps the cost of an exchange constant.
    if (this.#exchanges.length > this.#limits.exchanges * 1.25 || this.#size > this.#limits.characters * 1.25)
      this.#drop();
  }

  list(operation?: Operation): Exchange[] {
    this.#drop();
    return this.#exchanges.flatMap(({ exchange }) =>
      operation === undefined || exchange.operation === operation
        ? { ...exchange, at: isoString(exchange.at) }
        : [],
    );
  }

  /** Counts no longer among the mock's journals. */
  leaveShelf(): void {
    this.#shelf.release(this);
  }

  /** Gives up the older half. */
  halve(): void {
    this.#dropFirst(Math.ceil(this.#exchanges.length / 2));
  }

  #drop(): void {
    let first = 0;
    let size = this.#size;
    while (
      first < this.#exchanges.length &&
      (this.#exchanges.length - first > this.#limits.exchanges || size > this.#limits.characters)
    ) {
      size -= this.#exchanges[first]?.size ?? 0;
      first++;
    }
    if (first > 0) this.#dropFirst(first);
  }

  #dropFirst(count: number): void {
    const size = this.#exchanges.slice(0, count).reduce((sum, one) => sum + one.size, 0);
    this.#exchanges = this.#exchanges.slice(count);
    this.#dropped += count;
    this.#size -= size;
    this.#shelf.resized(-size);
  }
}

function sizeOf(body: BodySummary): number {
  return typeof body === "string" ? body.length : (body?.head?.length ?? 0);
}
