import { isObject } from "../recorded/json-value.ts";
import { isRule, type Rule } from "../rule-table.ts";
import type { Violation } from "../violation.ts";

/** What a team has decided to live with, for a while. */
export interface Waiver {
  readonly rule: Rule;
  /** The operation; `"*"` for any, also for requests that match none. */
  readonly operation: string;
  /** Where, as reports spell it; a `*` at the end stands for anything. */
  readonly location?: string;
  /** The only test that may. */
  readonly test?: string;
  readonly reason: string;
  /** The last day on which it counts, `yyyy-MM-dd`. */
  readonly until?: string;
}

/** What stands in `kombo-contract.json`. */
export interface ContractFile {
  readonly waivers: readonly Waiver[];
}

/** Reads `kombo-contract.json`, and says all that is wrong with it. */
export function readContractFile(value: unknown): { file: ContractFile; faults: readonly string[] } {
  if (!isObject(value)) return { file: { waivers: [] }, faults: ["It has to be an object with `waivers`."] };
  const faults = unknownKeys(value, ["$schema", "waivers"], "");
  const list = value["waivers"] ?? [];
  if (!Array.isArray(list))
    return { file: { waivers: [] }, faults: [...faults, "`waivers` has to be a list."] };
  const all = list.map((one, index) => faultsOf(one, `waivers[${index}]`));
  // Each was looked at before, key by key.
  return { file: { waivers: list as Waiver[] }, faults: [...faults, ...all.flat()] };
}

function faultsOf(one: unknown, at: string): string[] {
  if (!isObject(one)) return [`${at} has to be an object.`];
  const { rule, operation, location, test, reason, until } = one as Partial<Record<keyof Waiver, unknown>>;
  const isText = (value: unknown) => typeof value === "string" && value !== "";
  const faults = unknownKeys(one, ["rule", "operation", "location", "test", "reason", "until"], `${at}.`);
  if (typeof rule !== "string" || !isRule(rule)) faults.push(`${at}.rule has to be the name of a rule.`);
  if (!isText(operation))
    faults.push(`${at}.operation has to be an operation such as "GET /hris/employees", or "*".`);
  if (location !== undefined && !isText(location)) faults.push(`${at}.location has to be a text.`);
  if (test !== undefined && !isText(test)) faults.push(`${at}.test has to be the name of a test.`);
  if (!isText(reason)) faults.push(`${at}.reason has to say why.`);
  if (until !== undefined && !(typeof until === "string" && /^\d{4}-\d{2}-\d{2}$/.test(until))) {
    faults.push(`${at}.until has to be a day such as 2026-01-31.`);
  }
  return faults;
}

function unknownKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: string,
): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${at}${key} is not known. Known keys: ${known.join(", ")}.`);
}

/** Whether a waiver has run out on a day. */
export function isExpired({ until }: Waiver, today: string): boolean {
  return until !== undefined && until < today;
}

/** Whether a waiver is about a violation that a test has caused. */
export function isAbout(
  waiver: Waiver,
  { rule, operation, location }: Violation,
  test: string | null,
): boolean {
  return (
    waiver.rule === rule &&
    (waiver.operation === "*" || waiver.operation === operation) &&
    (waiver.location === undefined || matches(waiver.location, location)) &&
    (waiver.test === undefined || waiver.test === test)
  );
}

function matches(pattern: string, location: string): boolean {
  return pattern.endsWith("*") ? location.startsWith(pattern.slice(0, -1)) : pattern === location;
}
