import { compareText } from "../diff/json.ts";
import type { OperationUsage, Usage } from "./usage.ts";

/** Something that one usage names and another does not. */
export interface UsageGap {
  readonly operation: string;
  /** A parameter, a field of the request or an error code; null where the operation is not named at all. */
  readonly what: string | null;
}

/** How a file that is committed differs from what a run did use. */
export interface UsageComparison {
  /** What the run used and the file does not name. */
  readonly lacking: readonly UsageGap[];
  /** What the file names and the run did not use. */
  readonly unused: readonly UsageGap[];
}

/** Compares a committed usage with what a run used. Fields of answers and webhooks are not compared: no run tells of them. */
export function compareUsages(committed: Usage, used: Usage): UsageComparison {
  return { lacking: gapsOf(used, committed), unused: gapsOf(committed, used) };
}

function gapsOf(named: Usage, other: Usage): UsageGap[] {
  return Object.entries(named.operations)
    .filter(([operation]) => !operation.startsWith("webhook "))
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([operation, one]): UsageGap[] => {
      const there = other.operations[operation];
      if (!there) return [{ operation, what: null }];
      const known = new Set(namesOf(there));
      return namesOf(one)
        .filter((name) => !known.has(name))
        .sort(compareText)
        .map((what) => ({ operation, what }));
    });
}

function namesOf({ parameters = [], request_fields = [], error_codes = [] }: OperationUsage): string[] {
  return [...parameters, ...request_fields, ...error_codes];
}
