import { isObject } from "../recorded/json-value.ts";
import type { Usage } from "./usage.ts";

const lists = {
  parameters: /^(?:query|path|header)\.\S/,
  request_fields: /^body(?:$|[.[])/,
  error_codes: /^[A-Z]/,
};
const operationKeys = [...Object.keys(lists), "response_fields", "other_response_fields"];

/** Reads `kombo-usage.json`, and says all that is wrong with it. */
export function readUsage(value: unknown): { usage: Usage; faults: readonly string[] } {
  const none: Usage = { version: 1, operations: {} };
  if (!isObject(value))
    return { usage: none, faults: ["It has to be an object with `version` and `operations`."] };
  const { version, consumer, operations } = value as Partial<Record<keyof Usage, unknown>>;
  const faults = unknownKeys(value, ["$schema", "version", "consumer", "operations"], "");
  if (version !== 1) faults.push("version has to be 1.");
  if (consumer !== undefined && (typeof consumer !== "string" || consumer === "")) {
    faults.push("consumer has to be a name.");
  }
  if (!isObject(operations)) return { usage: none, faults: [...faults, "operations has to be an object."] };
  for (const [name, one] of Object.entries(operations)) faults.push(...faultsOf(name, one));
  if (faults.length > 0) return { usage: none, faults };
  // Each key was looked at above.
  return { usage: value as unknown as Usage, faults };
}

function faultsOf(name: string, one: unknown): string[] {
  const at = `operations["${name}"]`;
  const named = /^(?:[A-Z]+ \/|webhook \S)/.test(name)
    ? []
    : [`${at} has to be named as "GET /hris/absences" or "webhook data-changed".`];
  if (!isObject(one)) return [...named, `${at} has to be an object.`];
  return [
    ...named,
    ...unknownKeys(one, operationKeys, `${at}.`),
    ...Object.entries(lists).flatMap(([key, pattern]) => {
      const list = one[key];
      if (list === undefined) return [];
      const isRight =
        Array.isArray(list) && list.every((text) => typeof text === "string" && pattern.test(text));
      return isRight ? [] : [`${at}.${key} has to be a list of texts that match ${pattern.source}.`];
    }),
    ...fieldFaults(one["response_fields"], `${at}.response_fields`),
    ...(["unused", "unknown", undefined].includes(one["other_response_fields"] as string | undefined)
      ? []
      : [`${at}.other_response_fields has to be "unused" or "unknown".`]),
  ];
}

function fieldFaults(fields: unknown, at: string): string[] {
  if (fields === undefined) return [];
  if (!isObject(fields)) return [`${at} has to be an object.`];
  return Object.entries(fields).flatMap(([field, evidence]) => [
    ...(/^(?:answer|webhook)(?:$|[.[])/.test(field)
      ? []
      : [`${at}["${field}"] has to begin with "answer" or "webhook".`]),
    ...(evidence === "declared" || evidence === "observed"
      ? []
      : [`${at}["${field}"] has to be "declared" or "observed".`]),
  ]);
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
