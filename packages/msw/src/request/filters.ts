import type { StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import { isoString } from "../state/clock.ts";
import type { JoinSource } from "./join.ts";
import { KomboError } from "./kombo-error.ts";

/**
 * A filter of a list: which stored fields it reads, and which records pass. From the fields the list knows what a
 * switched-off one means, which columns to make and which index to use.
 */
export interface Filter {
  readonly fields: readonly string[];
  /** Values that the first field must have one of, where that is all; looked up and not searched. */
  readonly values?: (given: string, source: JoinSource) => readonly unknown[];
  /** Ids of the records that pass, where another collection tells. */
  readonly ids?: (given: string, source: JoinSource) => Iterable<string>;
  /** Whether a record passes, by the values of the fields; the location is the parameter's, for refusals. */
  readonly test?: (
    given: string,
    source: JoinSource,
    location: string,
  ) => (values: readonly unknown[]) => boolean;
}

/** The parts of a comma-separated value. */
export function partsOf(given: string): string[] {
  return given.split(",").filter((part) => part !== "");
}

/** Passes records whose field has this value. */
export function equals(field: string): Filter {
  return { fields: [field], values: (given) => [given] };
}

/** Passes records whose field has one of these values, comma-separated. */
export function oneOf(field: string): Filter {
  return { fields: [field], values: partsOf };
}

/** Passes records whose field has one of these values, comma-separated; `null` stands for none. */
export function oneOfOrNull(field: string): Filter {
  return {
    fields: [field],
    values: (given) => partsOf(given).map((part) => (part === "null" ? null : part)),
  };
}

/** Passes records whose text is one of these, comma-separated, in upper or lower case. */
export function oneOfIgnoringCase(field: string): Filter {
  return where([field], (given) => {
    const wanted = new Set(partsOf(given.toLowerCase()));
    return ([value]) => typeof value === "string" && wanted.has(value.toLowerCase());
  });
}

/** Passes records whose text is this one, in upper or lower case. */
export function equalsIgnoringCase(field: string): Filter {
  return where([field], (given) => {
    const wanted = given.toLowerCase();
    return ([value]) => typeof value === "string" && value.toLowerCase() === wanted;
  });
}

/** Passes records whose text holds this one, in upper or lower case. */
export function contains(field: string): Filter {
  return where([field], (given) => {
    const wanted = given.toLowerCase();
    return ([value]) => typeof value === "string" && value.toLowerCase().includes(wanted);
  });
}

/** Passes records that list one of these records, comma-separated ids. */
export function linksTo(key: string): Filter {
  return where([key], (given) => {
    const wanted = new Set(partsOf(given));
    // The key of a links relation holds nothing else.
    return ([links]) => ((links ?? []) as readonly StoredLink[]).some(({ id }) => wanted.has(id));
  });
}

/** Passes records whose instant lies where it should relative to the given one. */
export function compares(field: string, sign: "<" | "<=" | ">" | ">="): Filter {
  return where([field], (given, _source, location) => {
    const wanted = instantOf(given, location);
    const passes = comparisons[sign];
    return ([value]) => typeof value === "string" && passes(Date.parse(value), wanted);
  });
}

/** Passes records by a test of one's own over some of their fields. */
export function where(fields: readonly string[], test: NonNullable<Filter["test"]>): Filter {
  return { fields, test };
}

/** Passes records whose foreign key leads to one of the records that are found. */
export function reachedBy(
  key: string,
  find: (given: string, source: JoinSource) => readonly StoredRecord[],
): Filter {
  return { fields: [key], values: (given, source) => find(given, source).map(({ id }) => id) };
}

const comparisons: Readonly<Record<"<" | "<=" | ">" | ">=", (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Reads a date or date-time of a request in milliseconds; one without a zone is UTC. */
export function instantOf(given: string, location: string): number {
  const text = given.replace(/Z$/, "");
  const instant = Date.parse(text.includes("T") ? `${text}Z` : `${text}T00:00:00Z`);
  // The 31st of a shorter month would be read as a day of the next one.
  if (!Number.isNaN(instant) && isoString(instant).slice(0, 10) === text.slice(0, 10)) return instant;
  throw new KomboError("PLATFORM.INPUT_INVALID", `${location}: "${given}" is no date that the calendar has.`);
}
