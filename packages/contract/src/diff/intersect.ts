import type { Branch, JsonType, Term } from "./branch.ts";
import type { JsonValue } from "./json.ts";
import { tightest } from "./limits.ts";

/** A branch in which two hold at once, or undefined where nothing can be both. */
export function intersect(a: Branch, b: Branch): Branch | undefined {
  const types = sharedTypes(a.types, b.types);
  const literals = sharedLiterals(a.literals, b.literals);
  if (types?.size === 0 || (literals?.size === 0 && types !== null && !types.has("null"))) return undefined;
  const properties = new Map(a.properties);
  for (const [name, term] of b.properties) properties.set(name, both(properties.get(name) ?? [], term));
  return {
    types,
    literals,
    formats: union(a.formats, b.formats),
    patterns: union(a.patterns, b.patterns),
    limits: tightest(a.limits, b.limits),
    rules: sharedRules(a.rules, b.rules),
    properties,
    required: new Set([...a.required, ...b.required]),
    additional: sharedAdditional(a.additional, b.additional),
    items: a.items && b.items ? both(a.items, b.items) : (a.items ?? b.items),
    // The one that stands further out, beside a reference, is meant.
    default: a.default ?? b.default,
    deprecated: a.deprecated || b.deprecated,
  };
}

/** Two terms as one, each schema once: so that schemas that refer to themselves come to an end. */
function both(a: Term, b: Term): Term {
  return [...new Set([...a, ...b])];
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}

function sharedTypes(a: Branch["types"], b: Branch["types"]): Branch["types"] {
  if (!a || !b) return a ?? b;
  const shared = [...a].filter((type) => b.has(type) || (type === "integer" && b.has("number")));
  if (a.has("number") && b.has("integer")) shared.push("integer");
  return new Set<JsonType>(shared);
}

function sharedLiterals(a: Branch["literals"], b: Branch["literals"]): ReadonlyMap<string, JsonValue> | null {
  if (!a || !b) return a ?? b;
  return new Map([...a].filter(([text]) => b.has(text)));
}

function sharedRules(a: Branch["rules"], b: Branch["rules"]): Branch["rules"] {
  const rules = new Map(a);
  for (const [keyword, text] of b) {
    const other = a.get(keyword);
    rules.set(keyword, other === undefined || other === text ? text : [other, text].sort().join(" and "));
  }
  return rules;
}

function sharedAdditional(a: Branch["additional"], b: Branch["additional"]): Branch["additional"] {
  if (a === false || b === false) return false;
  if (a === true || b === true) return a === true ? b : a;
  return both(a, b);
}
