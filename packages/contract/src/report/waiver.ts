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

/** A violation that was there when a baseline was written: only new ones fail. */
export interface BaselineEntry {
  readonly rule: Rule;
  /** Null for requests that match no operation. */
  readonly operation: string | null;
  readonly location: string;
  /** Which request that matches no operation. */
  readonly message?: string;
}

/** What stands in `kombo-contract.json`. */
export interface ContractFile {
  readonly waivers: readonly Waiver[];
  readonly baseline: readonly BaselineEntry[];
}

/** Reads `kombo-contract.json`, and says all that is wrong with it. */
export function readContractFile(value: unknown): { file: ContractFile; faults: readonly string[] } {
  const empty = { waivers: [], baseline: [] };
  if (!isObject(value)) return { file: empty, faults: ["It has to be an object with `waivers`."] };
  const faults = unknownKeys(value, ["$schema", "waivers", "baseline"], "");
  const { waivers = [], baseline = [] } = value as Partial<Record<keyof ContractFile, unknown>>;
  if (!Array.isArray(waivers)) return { file: empty, faults: [...faults, "`waivers` has to be a list."] };
  if (!Array.isArray(baseline)) return { file: empty, faults: [...faults, "`baseline` has to be a list."] };
  faults.push(
    ...waivers.flatMap((one, index) => faultsOf(one, `waivers[${index}]`)),
    ...baseline.flatMap((one, index) => faultsOfEntry(one, `baseline[${index}]`)),
  );
  // Each was looked at before, key by key.
  return { file: { waivers: waivers as Waiver[], baseline: baseline as BaselineEntry[] }, faults };
}

/** What a run lets pass: what a person has waived, and what was there before. */
export function waiversOf({ waivers, baseline }: ContractFile): Waiver[] {
  return [
    ...waivers,
    ...baseline.map((one) => ({ ...one, operation: one.operation ?? "*", reason: baselineReason })),
  ];
}

/** The reason that a baseline's entries are let pass for. */
export const baselineReason = "It was there when the baseline was written.";

function faultsOfEntry(one: unknown, at: string): string[] {
  if (!isObject(one)) return [`${at} has to be an object.`];
  const { rule, operation, location, message } = one as Partial<Record<keyof BaselineEntry, unknown>>;
  const faults = unknownKeys(one, ["rule", "operation", "location", "message"], `${at}.`);
  if (typeof rule !== "string" || !isRule(rule)) faults.push(`${at}.rule has to be the name of a rule.`);
  if (operation !== null && typeof operation !== "string")
    faults.push(`${at}.operation has to be an operation such as "GET /hris/employees", or null.`);
  if (typeof location !== "string") faults.push(`${at}.location has to be a text.`);
  if (message !== undefined && typeof message !== "string") faults.push(`${at}.message has to be a text.`);
  return faults;
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
  waiver: Waiver & Pick<BaselineEntry, "message">,
  { rule, operation, location, message }: Violation,
  test: string | null,
): boolean {
  return (
    waiver.rule === rule &&
    (waiver.operation === "*" || waiver.operation === operation) &&
    (waiver.location === undefined || matches(waiver.location, location)) &&
    (waiver.test === undefined || waiver.test === test) &&
    (waiver.message === undefined || waiver.message === message)
  );
}

function matches(pattern: string, location: string): boolean {
  return pattern.endsWith("*") ? location.startsWith(pattern.slice(0, -1)) : pattern === location;
}
