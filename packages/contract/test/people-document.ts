import type { Usage } from "@kombo-mock/contract/usage";
import { object, string } from "./schema-case.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
const failure = json(object({ error: object({ code: { enum: ["X", "Y", null] } }) }));
const id = { name: "id", in: "path", required: true, schema: string };

/** A small API of our own, of which pairs of documents are made. */
export function peopleDocument(): Json {
  const person = object(
    {
      id: string,
      email: { type: ["string", "null"] },
      unit: { enum: ["A", "B"] },
      boss: object({ name: string }, ["name"]),
      tags: { type: "array", items: string },
    },
    ["id", "email", "unit", "tags"],
  );
  const page = object({ results: { type: "array", items: person }, next: { type: ["string", "null"] } }, [
    "results",
    "next",
  ]);
  const address = object({ city: string, zip: string }, ["city"]);
  const body = object(
    {
      name: string,
      nick: { type: ["string", "null"], maxLength: 40 },
      role: { enum: ["HEAD", "HAND"] },
      address,
    },
    ["name"],
  );
  const query = [
    { name: "limit", in: "query", schema: { type: "integer", maximum: 100, default: 50 } },
    { name: "unit", in: "query", schema: { enum: ["A", "B"] } },
  ];
  const document = {
    openapi: "3.1.0",
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/people": {
        get: {
          parameters: query,
          responses: { 200: json(object({ data: page }, ["data"])), default: failure },
        },
        post: {
          requestBody: { required: true, ...json(body) },
          responses: {
            200: json(object({ data: object({ id: string, note: string }, ["id"]) }, ["data"])),
            default: failure,
          },
        },
      },
      "/people/{id}": { delete: { parameters: [id], responses: { 200: json(object({})) } } },
    },
    webhooks: {
      "people-changed": {
        post: {
          requestBody: json(object({ data: object({ id: string, kind: { enum: ["A"] } }, ["id", "kind"]) })),
        },
      },
    },
  };
  // A copy of its own, so that a case can change it.
  return JSON.parse(JSON.stringify(document)) as Json;
}

/** Changes what a path of keys leads to; undefined takes it away. */
export function edit(document: Json, path: readonly string[], value: Json | undefined): void {
  const [last = "", ...above] = path.toReversed();
  let found = document;
  for (const key of above.reverse()) {
    const next =
      typeof found === "object" && found !== null ? (found as { [key: string]: Json })[key] : undefined;
    if (next === undefined) throw new Error(`There is no "${key}" in ${path.join(" ")}.`);
    found = next;
  }
  const parent = found as { [key: string]: Json };
  if (Array.isArray(parent) && value === undefined) parent.splice(Number(last), 1);
  else if (value === undefined) delete parent[last];
  else parent[last] = value;
}

const relied = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((one) => [one, "observed"] as const));

/** Consumers of that API: three that say all that they use, and one of which little is known. */
export const consumers: Readonly<Record<"reader" | "writer" | "hooked" | "vague", Usage>> = {
  reader: {
    version: 1,
    operations: {
      "GET /people": {
        parameters: ["query.limit"],
        error_codes: ["X"],
        response_fields: relied([
          "answer.data.results[].id",
          "answer.data.results[].email",
          "answer.data.next",
        ]),
        other_response_fields: "unused",
      },
    },
  },
  writer: {
    version: 1,
    operations: {
      "POST /people": {
        request_fields: ["body.name", "body.nick", "body.role"],
        response_fields: { "answer.data.id": "declared" },
        other_response_fields: "unused",
      },
    },
  },
  hooked: {
    version: 1,
    operations: {
      "webhook people-changed": {
        response_fields: { "webhook.data.id": "declared" },
        other_response_fields: "unused",
      },
    },
  },
  vague: {
    version: 1,
    operations: { "GET /people": { response_fields: { "answer.data.results[].id": "declared" } } },
  },
};
