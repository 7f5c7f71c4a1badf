import { isList, isObject, type JsonObject, type JsonValue } from "../diff/json.ts";
import { changed } from "./changes.ts";
import type { Variation } from "./variation.ts";

/** A value that is about to be varied, and where it stands. */
export interface Place {
  /** As in the variation: `manager.first_name`. */
  readonly at: string;
  /** The key under which it stands; empty for a record itself and for what stands in a list. */
  readonly key: string;
  readonly value: JsonValue;
  readonly change: string;
  /** What it stands in: the record first, then what lies between. */
  readonly around: readonly JsonObject[];
}

/**
 * Varies the `data` of an answer, or gives it back as it is where nothing applies. What is given stays as it was. What
 * `isPinned` says of a value is not varied. Variations of other operations are not for it; those of the way of an answer,
 * such as faults, do nothing here.
 */
export function applyVariations(
  data: JsonValue,
  variations: readonly Variation[],
  isPinned: (place: Place) => boolean = () => false,
): JsonValue {
  return variations.reduce((varied, variation) => applyOne(varied, variation, isPinned), data);
}

/** What a page's data holds for records; undefined where the data is one record itself. */
function recordsOf(data: JsonValue): readonly JsonValue[] | undefined {
  return isObject(data) && isList(data["results"]) ? data["results"] : undefined;
}

function applyOne(
  data: JsonValue,
  { at, change }: Variation,
  isPinned: (place: Place) => boolean,
): JsonValue {
  const records = recordsOf(data);
  if (at === "pages") {
    if (change !== "empty" || !records) return data;
    const kept = records.filter((value) => isPinned({ at, key: "", value, change, around: [] }));
    return kept.length === records.length ? data : { ...(data as JsonObject), results: kept };
  }
  if (at === "fault") return data;
  const segments = at === "record" ? [] : segmentsOf(at);
  const vary = (record: JsonValue): JsonValue =>
    // A record that is taken away altogether is no record: its place stays.
    within(record, segments, { at, change, isPinned, key: "", around: [] }) ?? record;
  if (!records) return vary(data);
  const varied = sameOr(records, records.map(vary));
  return varied === records ? data : { ...(data as JsonObject), results: varied };
}

/** `employments[].pay_rate` as keys, with `[]` for each step into a list. */
function segmentsOf(at: string): string[] {
  return at.split(".").flatMap((segment) => segment.split(/(?=\[\])/));
}

interface Way {
  readonly at: string;
  readonly change: string;
  readonly isPinned: (place: Place) => boolean;
  readonly key: string;
  readonly around: readonly JsonObject[];
}

function within(value: JsonValue, [next, ...rest]: readonly string[], way: Way): JsonValue | undefined {
  const { at, change, isPinned, key, around } = way;
  if (next === undefined) {
    return isPinned({ at, key, value, change, around }) ? value : changed(change, value);
  }
  if (next === "[]") {
    if (!isList(value)) return value;
    return sameOr(
      value,
      value.map((one) => within(one, rest, { ...way, key: "" }) ?? one),
    );
  }
  if (!isObject(value) || !Object.hasOwn(value, next)) return value;
  const before = value[next] as JsonValue;
  const after = within(before, rest, { ...way, key: next, around: [...around, value] });
  if (after === before) return value;
  if (after !== undefined) return { ...value, [next]: after };
  const { [next]: _, ...others } = value;
  return others;
}

/** The list as it was, where none of its members became another. */
function sameOr(before: readonly JsonValue[], after: readonly JsonValue[]): readonly JsonValue[] {
  return after.every((one, index) => one === before[index]) ? before : after;
}
