import {
  asSchema,
  type Branch,
  type JsonType,
  nullBranch,
  readBranch,
  schemasIn,
  type Term,
  typeOfValue,
} from "./branch.ts";
import { DocumentError, lookUp } from "./document.ts";
import { intersect } from "./intersect.ts";
import { isObject, type JsonObject, type JsonValue } from "./json.ts";
import { isAnnotation, rulesOf } from "./rules.ts";

/** Schemas of which one has to hold: what a value at one place of a document can be. */
export type Node = readonly Term[];

/** Reads the schemas of one document. */
export interface SchemaReader {
  /** The same text for the same schemas, however they were reached. */
  keyOf(node: Node): string;
  /** Every way in which a value can be valid. */
  branchesOf(node: Node): readonly Branch[];
}

const mostBranches = 2000;

/** Makes a reader of a document's schemas; it remembers what it read. */
export function createSchemaReader(document: JsonObject): SchemaReader {
  const ids = new Map<JsonObject, number>();
  const read = new Map<string, readonly Branch[]>();

  function expand(schema: JsonObject, inside: readonly JsonObject[]): readonly Branch[] {
    if (schema["not"] !== undefined && isAnything(schema["not"])) return [];
    // A schema that combines itself with itself adds nothing.
    if (inside.includes(schema)) return [];
    const deeper = [...inside, schema];
    const reference = schema["$ref"];
    const parts = schemasIn(schema, "allOf");
    if (typeof reference === "string") parts.push(asSchema(lookUp(document, reference)));
    let branches: readonly Branch[] = [readBranch(schema, rulesOf(document, schema))];
    for (const part of parts) branches = combine(branches, expand(part, deeper));
    for (const key of ["oneOf", "anyOf"]) {
      const options = schemasIn(schema, key);
      if (options.length === 0) continue;
      branches = combine(
        branches,
        options.flatMap((one) => expand(one, deeper)),
      );
    }
    // OpenAPI 3.0 says of a reference or a union that it may be null, though the referred schema may not.
    const addsNull = schema["nullable"] === true && !branches.some(allowsNull);
    return addsNull ? [...branches, nullBranch] : branches;
  }

  /** The schema that is meant where there is nothing but a reference to it. */
  function target(schema: JsonObject): JsonObject {
    let found = schema;
    const seen = new Set<JsonObject>();
    while (typeof found["$ref"] === "string" && !seen.has(found)) {
      if (Object.keys(found).some((key) => key !== "$ref" && !isAnnotation(key))) return found;
      seen.add(found);
      found = asSchema(lookUp(document, found["$ref"]));
    }
    return found;
  }

  function keyOfTerm(term: Term): string {
    const numbers = term.map((written) => {
      const schema = target(written);
      const id = ids.get(schema) ?? ids.size;
      ids.set(schema, id);
      return id;
    });
    return [...new Set(numbers)].sort((a, b) => a - b).join("&");
  }

  function branchesOfTerm(term: Term): readonly Branch[] {
    const [first, ...others] = term;
    if (!first) return [];
    return others.reduce((branches, one) => combine(branches, expand(one, [])), expand(first, []));
  }

  function keyOf(node: Node): string {
    return [...new Set(node.map(keyOfTerm))].sort().join("|");
  }

  return {
    keyOf,
    branchesOf(node) {
      const key = keyOf(node);
      const branches = read.get(key) ?? node.flatMap(branchesOfTerm).map(settle);
      read.set(key, branches);
      return branches;
    },
  };
}

function combine(a: readonly Branch[], b: readonly Branch[]): Branch[] {
  if (a.length * b.length > mostBranches) {
    throw new DocumentError(`A schema combines more than ${mostBranches} alternatives, too many to compare.`);
  }
  return a.flatMap((one) => b.map((other) => intersect(one, other)).filter((both) => both !== undefined));
}

function allowsNull({ types }: Branch): boolean {
  return types === null || types.has("null");
}

function isAnything(value: JsonValue): boolean {
  return value === true || (isObject(value) && Object.keys(value).length === 0);
}

/** Gives a branch the types that it means: those of its listed values, or the one that its keywords are about. */
function settle(branch: Branch): Branch {
  const { types, literals } = branch;
  if (literals && types) {
    const possible = [...literals].filter(([, value]) => hasType(value, types));
    const found = new Set(possible.map(([, value]) => typeOfValue(value)));
    if (types.has("null")) found.add("null");
    return { ...branch, types: found, literals: new Map(possible) };
  }
  if (types) return branch;
  const isAboutKeys = branch.properties.size > 0 || branch.required.size > 0 || branch.additional !== true;
  if (isAboutKeys) return { ...branch, types: new Set(["object"]) };
  return branch.items ? { ...branch, types: new Set(["array"]) } : branch;
}

function hasType(value: JsonValue, types: ReadonlySet<JsonType>): boolean {
  const type = typeOfValue(value);
  return types.has(type) || (type === "integer" && types.has("number"));
}
