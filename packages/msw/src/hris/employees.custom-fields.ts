import type { Filter } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { customFieldsOf, toolValues } from "../request/tool-values.ts";

const collection = "hris.employees";

/** Passes employees with one value of a custom field, given as the JSON text of an object with exactly one key. */
export const hasCustomField: Filter = {
  fields: ["id", "custom_fields", "bare"],
  test(given, source) {
    const { recipe } = source.view(collection);
    const [key, wanted] = readPair(given, customFieldsOf(recipe, source));
    return ([id, custom_fields, bare]) => {
      const shown = toolValues["custom_fields"]?.({ id: String(id), custom_fields, bare }, recipe, source);
      return ((shown ?? {}) as Readonly<Record<string, unknown>>)[key] === wanted;
    };
  },
};

function readPair(given: string, defined: readonly string[]): [key: string, value: unknown] {
  const refuse = (problem: string): never => {
    const known = defined.map((key) => `"${key}"`).join(", ") || "none";
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `query.custom_fields ${problem}. Send one pair, such as {"badge":"B-17"}. Custom fields of employees: ${known}.`,
    );
  };
  const entries = Object.entries(parseObject(given) ?? refuse("is not the JSON text of an object"));
  const [pair] = entries;
  if (!pair || entries.length > 1) return refuse(`holds ${entries.length} pairs, but takes exactly one`);
  const [key, value] = pair;
  if (!defined.includes(key)) return refuse(`names "${key}", which is no custom field of employees`);
  if (typeof value === "object" && value !== null)
    return refuse("holds a list or an object, which it cannot compare");
  return [key, value];
}

function parseObject(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
