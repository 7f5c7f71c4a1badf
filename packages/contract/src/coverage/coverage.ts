import type { Operation } from "@kombo-mock/openapi";
import { compareText, isList, isObject, type JsonValue } from "../diff/json.ts";
import { hasOccasion } from "./occasions.ts";
import { stateOfCode } from "./states.ts";
import type { Place, Surface } from "./surface.ts";

/** What a coverage wants to know of an exchange. */
export interface CoveredExchange {
  readonly operation: Operation;
  /** With its query. */
  readonly url: string;
  /** Null where none came; its body is undefined where it was not kept. */
  readonly answer: { readonly status: number; readonly body: string | undefined } | null;
}

/** Which error codes, or states of an integration, were met, and which of those that can be met never were. */
export interface Met {
  readonly met: readonly string[];
  readonly missing: readonly string[];
}

/** What tests have met of one operation that the consumer uses. */
export interface OperationCoverage {
  readonly exchanges: number;
  /** Whether it was ever answered with success. */
  readonly success: boolean;
  readonly errors: Met & {
    /** Codes that its family has, and that this operation has no occasion for. */
    readonly elsewhere: readonly string[];
  };
  /** The same by the names of test cards: `setup-incomplete`, `invalid`. */
  readonly states: Met;
  /** Null where it answers no list; what it does not have is null. */
  readonly pages: {
    readonly empty: boolean;
    readonly second: boolean | null;
    readonly deleted: boolean | null;
  } | null;
  readonly nulls: {
    /** How many fields of its answers may be null. */
    readonly nullable: number;
    /** Places such as `answer.data.results[].work_email`. */
    readonly never: readonly string[];
  };
  /** Fields with listed values of which some were never met. */
  readonly values: readonly ValuesCoverage[];
}

/** Which of a field's listed values came. */
export interface ValuesCoverage extends Met {
  readonly at: string;
  /** Whether a text came that is not listed; null where none may. */
  readonly other: boolean | null;
}

/** By the operations that were used, sorted. It holds names and places of the document, and no values of records. */
export interface CoverageReport {
  readonly version: 1;
  readonly kind: "coverage";
  readonly operations: Readonly<Record<string, OperationCoverage>>;
}

interface Seen {
  exchanges: number;
  success: boolean;
  empty: boolean;
  second: boolean;
  deleted: boolean;
  readonly codes: Set<string>;
  readonly nulls: Set<Place>;
  readonly values: Map<Place, Set<string>>;
  readonly others: Set<Place>;
}

/**
 * Collects what tests have met of the operations that they use, exchange by exchange. It remembers only what the document
 * names, so it stays small however much is put into it.
 */
export class Coverage {
  readonly #surfaceOf: (operation: Operation) => Surface;
  readonly #seen = new Map<Operation, Seen>();

  constructor(surfaceOf: (operation: Operation) => Surface) {
    this.#surfaceOf = surfaceOf;
  }

  add({ operation, url, answer }: CoveredExchange): void {
    const seen = this.#seen.get(operation) ?? newlySeen();
    this.#seen.set(operation, seen);
    seen.exchanges++;
    if (!answer) return;
    const surface = this.#surfaceOf(operation);
    const isSuccess = answer.status >= 200 && answer.status < 300;
    if (isSuccess) seen.success = true;
    const body = parsed(answer.body);
    if (body === undefined) return;
    if (!isSuccess) addFailure(seen, surface, body);
    else {
      addPage(seen, surface, body, url);
      if (surface.answer) addValue(seen, surface.answer, body);
    }
  }

  report(): CoverageReport {
    const entries = [...this.#seen].sort(([a], [b]) => compareText(a, b));
    return {
      version: 1,
      kind: "coverage",
      operations: Object.fromEntries(
        entries.map(([operation, seen]) => [
          operation,
          coverageOf(operation, seen, this.#surfaceOf(operation)),
        ]),
      ),
    };
  }
}

function newlySeen(): Seen {
  return {
    ...{ exchanges: 0, success: false, empty: false, second: false, deleted: false },
    ...{ codes: new Set(), nulls: new Set(), values: new Map(), others: new Set() },
  };
}

function parsed(body: string | undefined): JsonValue | undefined {
  if (body === undefined) return undefined;
  try {
    // The parser gives nothing but JSON.
    return JSON.parse(body) as JsonValue;
  } catch {
    return undefined;
  }
}

function addFailure(seen: Seen, { codes }: Surface, body: JsonValue): void {
  const error = isObject(body) ? body["error"] : undefined;
  const code = isObject(error) ? error["code"] : undefined;
  if (typeof code === "string" && codes.includes(code)) seen.codes.add(code);
}

function addPage(seen: Seen, surface: Surface, body: JsonValue, url: string): void {
  const data = isObject(body) ? body["data"] : undefined;
  const results = isObject(data) ? data["results"] : undefined;
  if (!surface.isList || !isList(results)) return;
  if (results.length === 0) seen.empty = true;
  if (surface.isPaged && /[?&]cursor=[^&]/.test(url)) seen.second = true;
  if (surface.hasDeleted && results.some(isDeleted)) seen.deleted = true;
}

function isDeleted(record: JsonValue): boolean {
  return isObject(record) && typeof record["remote_deleted_at"] === "string";
}

function addValue(seen: Seen, place: Place, value: JsonValue): void {
  if (value === null) {
    if (place.isNullable) seen.nulls.add(place);
  } else if (typeof value === "string") {
    if (place.values.length > 0) addText(seen, place, value);
  } else if (isList(value)) {
    if (place.items) for (const one of value) addValue(seen, place.items, one);
  } else if (isObject(value)) {
    for (const [key, within] of place.keys) {
      const one = value[key];
      if (one !== undefined) addValue(seen, within, one);
    }
  }
}

function addText(seen: Seen, place: Place, text: string): void {
  if (!place.values.includes(text)) {
    seen.others.add(place);
    return;
  }
  const met = seen.values.get(place) ?? new Set();
  seen.values.set(place, met.add(text));
}

function coverageOf(operation: Operation, seen: Seen, surface: Surface): OperationCoverage {
  const { isList: answersList, isPaged, hasDeleted } = surface;
  const met = surface.codes.filter((code) => seen.codes.has(code));
  const others = surface.codes.filter((code) => !seen.codes.has(code));
  const missing = others.filter((code) => hasOccasion(operation, code));
  const places = surface.answer ? allWithin(surface.answer) : [];
  const nullable = places.filter((place) => place.isNullable);
  const { empty, second, deleted } = seen;
  return {
    ...{ exchanges: seen.exchanges, success: seen.success },
    errors: { met, missing, elsewhere: others.filter((code) => !missing.includes(code)) },
    states: { met: statesOf(met), missing: statesOf(missing) },
    pages: answersList
      ? { empty, second: isPaged ? second : null, deleted: hasDeleted ? deleted : null }
      : null,
    nulls: {
      nullable: nullable.length,
      never: nullable.flatMap((place) => (seen.nulls.has(place) ? [] : [place.at])).sort(compareText),
    },
    values: places.flatMap((place) => valuesOf(place, seen)).toSorted((a, b) => compareText(a.at, b.at)),
  };
}

function statesOf(codes: readonly string[]): string[] {
  return codes.flatMap((code) => stateOfCode(code) ?? []).sort(compareText);
}

function valuesOf(place: Place, { values, others }: Seen): ValuesCoverage[] {
  if (place.values.length === 0) return [];
  const has = (value: string) => values.get(place)?.has(value) === true;
  const other = place.isOpen ? others.has(place) : null;
  const missing = place.values.filter((value) => !has(value));
  if (missing.length === 0 && other !== false) return [];
  return [{ at: place.at, met: place.values.filter(has), missing, other }];
}

function allWithin(place: Place): Place[] {
  const below = [...place.keys.values(), ...(place.items ? [place.items] : [])];
  return [place, ...below.flatMap(allWithin)];
}
