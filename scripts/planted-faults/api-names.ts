import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type OperationEntry, operations } from "@kombo-mock/openapi";

/** What the description of the API calls things: all that an operator knows of it. */
export interface ApiNames {
  readonly paths: ReadonlySet<string>;
  /** Methods of the official SDK, by the method that reads something else of the same domain. */
  readonly sdkMethods: ReadonlyMap<string, string>;
  /** Parameters in path and query. */
  readonly parameters: ReadonlySet<string>;
  /** Headers, in lower case. */
  readonly headers: ReadonlySet<string>;
  /** Keys of request bodies, at any depth. */
  readonly bodyKeys: ReadonlySet<string>;
  /** Of parameters and keys, those that are numbers or booleans and never texts. */
  readonly notTexts: ReadonlySet<string>;
  /** Fields that may be null somewhere. */
  readonly nullable: ReadonlySet<string>;
  /** Listed values, error codes and types of webhooks; methods of HTTP are none. */
  readonly values: ReadonlySet<string>;
}

/** Reads the names out of the document's index and the document. */
export function readApiNames(): ApiNames {
  const entries: readonly OperationEntry[] = Object.values(operations);
  const document: unknown = JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json")), "utf8"),
  );
  const properties = [...propertiesIn(document)];
  const parameters = entries.flatMap((entry) => entry.parameters);
  const typed = Map.groupBy(
    [...properties, ...parameters.map(({ name, type }): Property => ({ name, types: [type] }))],
    ({ name }) => name,
  );
  const methods = new Set(entries.map(({ method }) => method));
  return {
    paths: new Set(entries.map(({ path }) => path)),
    sdkMethods: new Map(entries.flatMap((entry) => exchangedMethod(entry, entries))),
    parameters: new Set(parameters.map(({ name }) => name)),
    headers: new Set([
      ...["authorization", "content-type", "x-integration-id"],
      ...["x-kombo-signature", "retry-after"],
    ]),
    bodyKeys: new Set(entries.flatMap(({ body }) => keysIn(body))),
    notTexts: new Set(
      [...typed].flatMap(([name, all]) => (all.every(({ types }) => isNoText(types)) ? [name] : [])),
    ),
    nullable: new Set(properties.flatMap(({ name, types }) => (types.includes("null") ? [name] : []))),
    values: new Set(valuesIn(document).filter((value) => !methods.has(value))),
  };
}

function exchangedMethod(
  { sdk, domain }: OperationEntry,
  all: readonly OperationEntry[],
): [string, string][] {
  const other = all.find(
    (one) => one.domain === domain && one.method === "GET" && one.sdk !== sdk && one.sdk,
  );
  const nameOf = (method: string) => method.split(".").at(-1) ?? "";
  return sdk && other?.sdk ? [[nameOf(sdk), nameOf(other.sdk)]] : [];
}

interface Property {
  readonly name: string;
  readonly types: readonly string[];
}

function isNoText(types: readonly string[]): boolean {
  const others = types.filter((type) => type !== "null");
  return others.length > 0 && others.every((type) => ["integer", "number", "boolean"].includes(type));
}

function keysIn(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([key, below]) => [key, ...keysIn(below)]);
}

function* propertiesIn(schema: unknown): Generator<Property> {
  if (typeof schema !== "object" || schema === null) return;
  if ("properties" in schema && typeof schema.properties === "object" && schema.properties !== null)
    for (const [name, one] of Object.entries(schema.properties)) yield { name, types: typesOf(one) };
  for (const below of Object.values(schema)) yield* propertiesIn(below);
}

/** The types that a schema lists, also one by one; `reference` where it refers to another. */
function typesOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if ("$ref" in schema) return ["reference"];
  const own = "type" in schema ? [schema.type].flat().filter((one) => typeof one === "string") : [];
  const ways = "anyOf" in schema ? schema.anyOf : "oneOf" in schema ? schema.oneOf : [];
  return [...own, ...(Array.isArray(ways) ? ways.flatMap(typesOf) : [])];
}

function valuesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(valuesIn);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, below]) => {
    const listed: readonly unknown[] =
      key === "enum" && Array.isArray(below) ? below : key === "const" ? [below] : [];
    return [...listed.filter((one) => typeof one === "string"), ...valuesIn(below)];
  });
}
