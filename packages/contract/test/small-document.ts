import type { Difference, JsonObject, JsonValue } from "@kombo-mock/contract/diff";

/** A document with one operation, spelled `"GET /things"`; an answer of 200 without content unless told otherwise. */
export function describing(operation: string, described: JsonObject, root: JsonObject = {}): JsonObject {
  const [method = "", path = ""] = operation.split(" ");
  const whole = { responses: { 200: {} }, ...described };
  return { openapi: "3.1.0", ...root, paths: { [path]: { [method.toLowerCase()]: whole } } };
}

/** What carries JSON of a schema. */
export function json(schema: JsonValue): JsonObject {
  return { content: { "application/json": { schema } } };
}

/** The components of a document, for references. */
export function schemas(named: JsonObject): JsonObject {
  return { components: { schemas: named } };
}

/** Documents in which a schema stands for what each direction sends, and what its location begins with. */
export const directions = [
  {
    direction: "request",
    root: "body",
    place: (schema: JsonValue, root?: JsonObject) =>
      describing("POST /things", { requestBody: json(schema) }, root),
  },
  {
    direction: "answer",
    root: "answer",
    place: (schema: JsonValue, root?: JsonObject) =>
      describing("GET /things", { responses: { 200: json(schema) } }, root),
  },
  {
    direction: "webhook",
    root: "webhook",
    place: (schema: JsonValue, root?: JsonObject): JsonObject => ({
      openapi: "3.1.0",
      ...root,
      webhooks: { "things-changed": { post: { requestBody: json(schema) } } },
    }),
  },
] as const;

/** Differences as lines that a table can hold: `breaking property-removed: answer.id is gone.` */
export function told(differences: readonly Difference[]): string[] {
  return differences.map(
    ({ breaking, change, message }) => `${breaking ? "breaking" : "harmless"} ${change}: ${message}`,
  );
}
