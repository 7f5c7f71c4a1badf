import { readDocument } from "../diff/document.ts";
import { isObject, type JsonObject, objectIn } from "../diff/json.ts";
import { listOperations, listWebhooks } from "../diff/operations.ts";
import { createSchemaReader, type Node, type SchemaReader } from "../diff/schema-reader.ts";
import { didYouMean } from "../nearest-name.ts";
import { allowedChanges } from "./allowed-changes.ts";
import { isFirm } from "./free-text.ts";
import { printVariation, type Variation, type VariationOperation, wholes } from "./variation.ts";

/**
 * Every variation of an operation's answers, or of a webhook, that an OpenAPI document allows; none of an operation that it
 * does not have. The document is parsed JSON.
 */
export function possibleVariations(operation: VariationOperation, document: unknown): readonly Variation[] {
  const read = readerOf(document);
  const known = read.found.get(operation);
  if (known) return known;
  const found = operation.startsWith("webhook ")
    ? variationsOfWebhook(operation, read)
    : variationsOfAnswer(operation, read);
  read.found.set(operation, found);
  return found;
}

/** Why a document does not allow a variation, with what was probably meant; undefined where it does. */
export function faultOfVariation(variation: Variation, document: unknown): string | undefined {
  const { operation, at, change } = variation;
  const possible = possibleVariations(operation, document);
  const here = possible.filter((one) => one.at === at).map((one) => one.change);
  if (here.includes(change)) return undefined;
  const text = `"${printVariation(variation)}" is nothing that the document allows`;
  if (here.length > 0) return `${text}: ${at} can be ${here.join(", ")}.${didYouMean(change, here)}`;
  const fields = [...new Set(possible.map((one) => one.at))];
  return `${text}: nothing of "${at}" can be varied there.${didYouMean(at, fields)}`;
}

interface Read {
  readonly document: JsonObject;
  readonly schemas: SchemaReader;
  readonly found: Map<VariationOperation, readonly Variation[]>;
}

const readers = new WeakMap<JsonObject, Read>();

function readerOf(given: unknown): Read {
  const document = readDocument(given, "given");
  const known = readers.get(document);
  if (known) return known;
  const made = { document, schemas: createSchemaReader(document), found: new Map() };
  readers.set(document, made);
  return made;
}

function variationsOfWebhook(operation: VariationOperation, { document }: Read): Variation[] {
  if (![...listWebhooks(document).values()].some(({ name }) => name === operation)) return [];
  return [
    { operation, at: "signature", change: "bad" },
    { operation, at: "delivery", change: "duplicate" },
    { operation, at: "delivery", change: "reorder" },
  ];
}

function variationsOfAnswer(operation: VariationOperation, { document, schemas }: Read): Variation[] {
  const described = [...listOperations(document).values()].find(({ name }) => name === operation);
  const data = described && dataOf(described.operation, schemas);
  if (!described || !data) return [];
  const results = propertyOf(data, "results", schemas);
  const items = results && itemsOf(results, schemas);
  const isPaged = items !== undefined && described.parameters.has("query cursor");
  const record = items ?? data;
  const found = new Map<string, readonly string[]>();
  collect({ node: record, at: "", name: "", found, schemas, inside: [] });
  const ofRecord = found.get("")?.includes("extra-key") ? (wholes["record"] ?? []) : ["reordered-keys"];
  found.delete("");
  const ofPages = isPaged ? ["small", "empty", "empty-last"] : results ? ["empty"] : [];
  const ofFaults = operation.startsWith("GET ") ? (wholes["fault"] ?? []) : [];
  const all = [...found, ["record", ofRecord], ["pages", ofPages], ["fault", ofFaults]] as const;
  return all
    .flatMap(([at, changes]) => changes.map((change) => ({ operation, at, change })))
    .filter((one) => !unreadable.has(printVariation(one)));
}

/** What the document allows and the official SDKs cannot read. */
const unreadable: ReadonlySet<string> = new Set(["GET /hris/staffing-entities employment_types=absent"]);

function dataOf(operation: JsonObject, schemas: SchemaReader): Node | undefined {
  const success = objectIn(objectIn(operation, "responses"), "200");
  const schema = objectIn(objectIn(success, "content"), "application/json")["schema"];
  return isObject(schema) ? propertyOf([[schema]], "data", schemas) : undefined;
}

function propertyOf(node: Node, name: string, schemas: SchemaReader): Node | undefined {
  const terms = schemas.branchesOf(node).flatMap(({ properties }) => {
    const term = properties.get(name);
    return term ? [term] : [];
  });
  return terms.length > 0 ? terms : undefined;
}

function itemsOf(node: Node, schemas: SchemaReader): Node | undefined {
  const terms = schemas.branchesOf(node).flatMap(({ items }) => (items ? [items] : []));
  return terms.length > 0 ? terms : undefined;
}

interface Visit {
  readonly node: Node;
  readonly at: string;
  /** The key under which it stands. */
  readonly name: string;
  readonly found: Map<string, readonly string[]>;
  readonly schemas: SchemaReader;
  /** What it lies in, so that a schema within itself comes to an end. */
  readonly inside: readonly string[];
}

/** Says of a place and all below it what can be changed there. */
function collect({ node, at, name, found, schemas, inside }: Visit): void {
  const key = schemas.keyOf(node);
  if (inside.includes(key)) return;
  const branches = schemas.branchesOf(node);
  add(found, at, allowedChanges(name, branches));
  const deeper = { found, schemas, inside: [...inside, key] };
  const items = itemsOf(node, schemas);
  if (items) collect({ ...deeper, node: items, at: `${at}[]`, name });
  const objects = branches.filter(({ types }) => types?.has("object"));
  for (const property of new Set(objects.flatMap(({ properties }) => [...properties.keys()]))) {
    const place = at === "" ? property : `${at}.${property}`;
    if (isFirm(place, property)) continue;
    const holders = objects.filter(({ properties }) => properties.has(property));
    const isOptional = objects.every(({ required }) => !required.has(property));
    if (isOptional) add(found, place, ["absent"]);
    // Which of several shapes an object has is only told by its values, so what one of them forbids is left alone.
    const one = holders.map(({ properties }) => properties.get(property) ?? []);
    const shapes = [...new Map(one.map((term) => [schemas.keyOf([term]), term])).values()];
    if (shapes.length === 1) collect({ ...deeper, node: [shapes[0] ?? []], at: place, name: property });
    else collectShared({ ...deeper, at: place, name: property }, shapes);
  }
}

/** Of a key that differs from shape to shape, only what all of them allow. */
function collectShared(visit: Omit<Visit, "node">, shapes: Node): void {
  const each = shapes.map((term) => {
    const found = new Map<string, readonly string[]>();
    collect({ ...visit, node: [term], found });
    return found;
  });
  for (const [at, changes] of each[0] ?? []) {
    const shared = changes.filter((change) => each.every((found) => found.get(at)?.includes(change)));
    add(visit.found, at, shared);
  }
}

function add(found: Map<string, readonly string[]>, at: string, changes: readonly string[]): void {
  if (changes.length > 0) found.set(at, [...new Set([...(found.get(at) ?? []), ...changes])]);
}
