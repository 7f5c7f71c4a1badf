import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorObject } from "ajv";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import { type Fragment, FragmentError, pathOf, pointerOf } from "./fragment.ts";

/** The form of a fragment, as editors read it. */
export const fragmentSchema = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fragment.schema.json"), "utf8"),
) as AnySchemaObject;

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, formats: { regex: isPattern } });
const fits = ajv.compile(fragmentSchema);

/** Fails at the line where a fragment departs from its form. */
export function checkForm(fragment: Fragment): void {
  if (fits(fragment.content)) return;
  const [fault] = (fits.errors ?? []).map(told).toSorted((a, b) => b.path.length - a.path.length);
  if (!fault) return;
  throw new FragmentError(
    `${fragment.placeOf(fault.path)}: "${pointerOf(fault.path)}" ${fault.reason}. fragment.schema.json says what may stand here.`,
  );
}

/** What is wrong and where; what stands deepest says most, as those above it only repeat that it does not fit. */
function told({ instancePath, keyword, params, propertyName, message = "does not fit" }: ErrorObject) {
  const path = instancePath === "" ? [] : pathOf(instancePath);
  if (keyword === "additionalProperties") {
    return { path: [...path, String(params["additionalProperty"])], reason: "is not known here" };
  }
  if (propertyName !== undefined)
    return { path: [...path, propertyName], reason: `is a name that ${message}` };
  if (keyword === "enum") return { path, reason: `must be one of ${String(params["allowedValues"])}` };
  return { path, reason: message };
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, "u"));
  } catch {
    return false;
  }
}
