import { lookUp } from "./document.ts";
import { isList, isObject, type JsonObject, type JsonValue, textOf } from "./json.ts";

/** Keywords whose meaning is not compared, only whether they stay the same. */
const ruleKeywords = [
  "multipleOf",
  "uniqueItems",
  "readOnly",
  "writeOnly",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "minContains",
  "maxContains",
  "prefixItems",
  "unevaluatedItems",
  "patternProperties",
  "propertyNames",
  "dependentRequired",
  "dependentSchemas",
] as const;

const annotations = /^(?:description|title|summary|examples?|externalDocs|xml|\$comment|x-.*)$/;
/** Keywords under which keys are names, not keywords. */
const named = /^(?:properties|patternProperties|dependentSchemas|dependentRequired)$/;

/** The rules of a schema as text in which references are followed and order and descriptions make no difference. */
export function rulesOf(document: JsonObject, schema: JsonObject): Map<string, string> {
  const rules = new Map<string, string>();
  for (const keyword of ruleKeywords) {
    const value = schema[keyword];
    if (value === undefined || value === false) continue;
    rules.set(keyword, textOf(plain(document, value, named.test(keyword), [])));
  }
  return rules;
}

/** Whether a keyword says nothing about which values are valid. */
export function isAnnotation(keyword: string): boolean {
  return annotations.test(keyword);
}

function plain(
  document: JsonObject,
  value: JsonValue,
  isNamed: boolean,
  inside: readonly string[],
): JsonValue {
  if (isList(value)) return value.map((one) => plain(document, one, false, inside));
  if (!isObject(value)) return value;
  const reference = value["$ref"];
  if (typeof reference === "string" && !isNamed) {
    // How deep it is inside itself tells one recursion from another, whatever its name.
    const depth = inside.lastIndexOf(reference);
    if (depth >= 0) return { recursive: inside.length - depth };
    return plain(document, lookUp(document, reference), false, [...inside, reference]);
  }
  const kept = Object.entries(value).filter(([key]) => isNamed || !isAnnotation(key));
  return Object.fromEntries(
    kept.map(([key, one]) => [key, plain(document, one, !isNamed && named.test(key), inside)]),
  );
}
