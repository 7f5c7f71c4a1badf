import type { Operation } from "@kombo-mock/openapi";
import type { Branch } from "../diff/branch.ts";
import { follow, readDocument } from "../diff/document.ts";
import { isObject, type JsonObject, objectIn } from "../diff/json.ts";
import { type Described, listOperations } from "../diff/operations.ts";
import { createSchemaReader, type Node, type SchemaReader } from "../diff/schema-reader.ts";

/** A place of an answer, with what may stand there and what lies within it. */
export interface Place {
  /** `answer.data.results[].work_email` */
  readonly at: string;
  readonly isNullable: boolean;
  /** The values that are listed for it; empty where none or only one is. */
  readonly values: readonly string[];
  /** Whether texts beside the listed ones may stand there. */
  readonly isOpen: boolean;
  readonly keys: ReadonlyMap<string, Place>;
  /** What each member of a list is. */
  readonly items: Place | null;
}

/** All that the document lets an operation answer, as far as a test can meet it. */
export interface Surface {
  /** The error codes of its family. */
  readonly codes: readonly string[];
  readonly answer: Place | null;
  readonly isList: boolean;
  /** Whether a cursor leads to further pages. */
  readonly isPaged: boolean;
  /** Whether it shows deleted records on request. */
  readonly hasDeleted: boolean;
}

/** Reads an OpenAPI document, as parsed JSON; what it answers of an operation is read once. */
export function createSurfaces(document: unknown): (operation: Operation) => Surface {
  const read = readDocument(document, "given");
  const schemas = createSchemaReader(read);
  const described = new Map([...listOperations(read).values()].map((one) => [one.name, one]));
  const known = new Map<Operation, Surface>();
  return (operation) => {
    const one = described.get(operation);
    const surface = known.get(operation) ?? (one ? surfaceOf(one, read, schemas) : nothing);
    known.set(operation, surface);
    return surface;
  };
}

const nothing: Surface = { codes: [], answer: null, isList: false, isPaged: false, hasDeleted: false };

function surfaceOf(
  { operation, parameters }: Described,
  document: JsonObject,
  schemas: SchemaReader,
): Surface {
  const answer = answerNode(operation, "200", document);
  const failure = answerNode(operation, "default", document);
  const code = failure && propertyAt(failure, ["error", "code"], schemas);
  const results = answer && propertyAt(answer, ["data", "results"], schemas);
  const isPaged = parameters.has("query cursor");
  return {
    codes: code ? listedTexts(schemas.branchesOf(code)).toSorted() : [],
    answer: answer ? placeOf({ node: answer, at: "answer", schemas, inside: [], isPaged }) : null,
    isList: results !== undefined,
    isPaged,
    hasDeleted: parameters.has("query include_deleted"),
  };
}

function answerNode(operation: JsonObject, status: string, document: JsonObject): Node | undefined {
  const answer = follow(document, objectIn(operation, "responses")[status]);
  const schema = objectIn(objectIn(answer ?? {}, "content"), "application/json")["schema"];
  return isObject(schema) ? [[schema]] : undefined;
}

function propertyAt(node: Node, [name, ...rest]: readonly string[], schemas: SchemaReader): Node | undefined {
  if (name === undefined) return node;
  const terms = schemas.branchesOf(node).flatMap(({ properties }) => {
    const term = properties.get(name);
    return term ? [term] : [];
  });
  return terms.length > 0 ? propertyAt(terms, rest, schemas) : undefined;
}

interface Visit {
  readonly node: Node;
  readonly at: string;
  readonly schemas: SchemaReader;
  /** What it lies in, so that a schema within itself comes to an end. */
  readonly inside: readonly string[];
  readonly isPaged: boolean;
}

function placeOf(visit: Visit): Place {
  const { node, at, schemas, inside, isPaged } = visit;
  const key = schemas.keyOf(node);
  const branches = schemas.branchesOf(node);
  const values = listedTexts(branches);
  const within = inside.includes(key) ? noFurther : partsOf({ ...visit, inside: [...inside, key] }, branches);
  return {
    at,
    // Whether there is a next page is no value.
    isNullable: !(isPaged && at === "answer.data.next") && branches.some(({ types }) => types?.has("null")),
    values: values.length > 1 ? values : [],
    isOpen: branches.some(({ types, literals }) => types?.has("string") === true && literals === null),
    ...within,
  };
}

const noFurther = { keys: new Map<string, Place>(), items: null };

function partsOf(visit: Visit, branches: readonly Branch[]): Pick<Place, "keys" | "items"> {
  const names = [...new Set(branches.flatMap(({ properties }) => [...properties.keys()]))];
  const keys = names.map((name): [string, Place] => {
    const terms = branches.flatMap(({ properties }) => {
      const term = properties.get(name);
      return term ? [term] : [];
    });
    return [name, placeOf({ ...visit, node: terms, at: `${visit.at}.${name}` })];
  });
  const items = branches.flatMap((branch) => (branch.items ? [branch.items] : []));
  return {
    keys: new Map(keys),
    items: items.length > 0 ? placeOf({ ...visit, node: items, at: `${visit.at}[]` }) : null,
  };
}

function listedTexts(branches: readonly Branch[]): string[] {
  const listed = branches.flatMap(({ literals }) => [...(literals?.values() ?? [])]);
  return [...new Set(listed.filter((one) => typeof one === "string"))];
}
