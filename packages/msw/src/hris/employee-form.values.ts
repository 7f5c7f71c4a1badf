import type { Entity } from "@kombo-mock/factories";
import { instantOf } from "../request/filters.ts";
import type { FormProperties, FormProperty } from "./employee-form.fields.ts";

type Kind = FormProperty["type"];
type PropertyOf<Of extends Kind> = Extract<FormProperty, { type: Of }>;

/** What a check needs beside the property: where the value stands, what options there are, and where faults go. */
interface Check {
  readonly at: string;
  readonly optionsOf: (
    key: string,
    property: PropertyOf<"single_select" | "multi_select">,
  ) => readonly Entity<"HrisFormOption">[];
  readonly fault: (at: string, text: string) => void;
}

/** Checks values against the form that they fill in, and tells every fault with its path. */
export function checkFormValues(
  properties: FormProperties,
  values: Readonly<Record<string, unknown>>,
  check: Check,
): void {
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(properties, key))
      check.fault(
        `${check.at}.${key}`,
        `is no input of the form. It has: ${Object.keys(properties).join(", ")}.`,
      );
  }
  for (const [key, property] of Object.entries(properties)) {
    const at = `${check.at}.${key}`;
    const value = values[key];
    if (value !== undefined && value !== null) checkValue(key, property, value, { ...check, at });
    else if (property.required) check.fault(at, `is missing; the form requires "${property.label}".`);
  }
}

function checkValue(key: string, property: FormProperty, value: unknown, check: Check): void {
  // Each check takes the property of its own kind, by which it is found.
  (checks[property.type] as (key: string, property: FormProperty, value: unknown, check: Check) => void)(
    key,
    property,
    value,
    check,
  );
}

const checks: {
  readonly [Of in Kind]: (key: string, property: PropertyOf<Of>, value: unknown, check: Check) => void;
} = {
  text(_, { min_length, max_length, reg_exp }, value, { at, fault }) {
    if (typeof value !== "string") return fault(at, "must be a text.");
    const { length } = value;
    if (length < (min_length ?? 0)) fault(at, `needs at least ${min_length} characters, but has ${length}.`);
    if (length > (max_length ?? length)) fault(at, `may have ${max_length} characters, but has ${length}.`);
    if (reg_exp && !new RegExp(reg_exp).test(value)) fault(at, `must match ${reg_exp}.`);
  },
  number(_, { min, max }, value, { at, fault }) {
    if (typeof value !== "number") return fault(at, "must be a number.");
    if (value < (min ?? value)) fault(at, `must be at least ${min}.`);
    if (value > (max ?? value)) fault(at, `must be at most ${max}.`);
  },
  date(_, __, value, { at, fault }) {
    if (typeof value !== "string" || !isDay(value)) fault(at, "must be a day such as 2026-09-01.");
  },
  single_select(key, property, value, { at, fault, optionsOf }) {
    const options = optionsOf(key, property);
    if (!options.some(({ id }) => id === value)) fault(at, `must be the id of an option: ${told(options)}.`);
  },
  multi_select(key, property, value, { at, fault, optionsOf }) {
    if (!Array.isArray(value)) return fault(at, "must be a list of options' ids.");
    const options = optionsOf(key, property);
    value.forEach((one, index) => {
      if (!options.some(({ id }) => id === one))
        fault(`${at}[${index}]`, `must be the id of an option: ${told(options)}.`);
    });
    checkCount(property, value.length, { at, fault });
  },
  checkbox(_, __, value, { at, fault }) {
    if (typeof value !== "boolean") fault(at, "must be true or false.");
  },
  object(_, { properties }, value, check) {
    if (typeof value !== "object" || Array.isArray(value))
      return check.fault(check.at, "must be an object with the inputs of this part of the form.");
    checkFormValues(properties, value as Readonly<Record<string, unknown>>, check);
  },
  array(key, property, value, check) {
    if (!Array.isArray(value)) return check.fault(check.at, "must be a list.");
    for (const [index, one] of value.entries()) {
      checkValue(key, property.item_type, one, { ...check, at: `${check.at}[${index}]` });
    }
    checkCount(property, value.length, check);
  },
  // How a file has to look is not published, so any text or object passes.
  file(_, __, value, { at, fault }) {
    if (typeof value !== "string" && typeof value !== "object") fault(at, "must be a file.");
  },
};

function checkCount(
  { min_items, max_items }: Pick<PropertyOf<"array">, "min_items" | "max_items">,
  count: number,
  { at, fault }: Pick<Check, "at" | "fault">,
): void {
  if (count < (min_items ?? 0)) fault(at, `needs at least ${min_items} entries, but has ${count}.`);
  if (count > (max_items ?? count)) fault(at, `may have ${max_items} entries, but has ${count}.`);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text)) return false;
  try {
    instantOf(text, "");
    return true;
  } catch {
    return false;
  }
}

function told(options: readonly Entity<"HrisFormOption">[]): string {
  const shown = options.slice(0, 8).map(({ id, label }) => `"${id}" (${label})`);
  return `${shown.join(", ")}${options.length > shown.length ? ", …" : ""}`;
}

/** The values of a form by the unified key of their inputs; a select gives what its option stands for. */
export function unifiedValues(
  properties: FormProperties,
  values: Readonly<Record<string, unknown>>,
  optionsOf: Check["optionsOf"],
): Record<string, unknown> {
  const unified: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(properties)) {
    const value = values[key];
    if (value === undefined || value === null) continue;
    if (property.type === "object") {
      Object.assign(unified, unifiedValues(property.properties, value as Record<string, unknown>, optionsOf));
    } else if (property.unified_key) {
      unified[property.unified_key] =
        property.type === "single_select" ? chosen(optionsOf(key, property), value) : value;
    }
  }
  return unified;
}

function chosen(options: readonly Entity<"HrisFormOption">[], id: unknown): unknown {
  return options.find((option) => option.id === id)?.unified_value ?? id;
}
