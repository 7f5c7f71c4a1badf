import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { OpenApiDocument } from "../../openapi/scripts/document.ts";
import type { inputs } from "../src/control/inputs.ts";
import { controlSchemas, inputSchema, type JsonSchema, referTo } from "./control-schemas.ts";

/** A call of control/calls.yaml. */
interface Call {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /** Whether it belongs to no environment, so that it takes no key. */
  readonly open?: true;
  /** The input that its body is. */
  readonly body?: keyof typeof inputs;
  /** The same as a schema of control/answers.yaml. */
  readonly bodySchema?: string;
  readonly isBodyOptional?: true;
  /** Whether a browser's form may send it, which gets a page. */
  readonly isForm?: true;
  /** The input whose keys stand in the query. */
  readonly query?: keyof typeof inputs;
  /** Whether the query says which records are meant. */
  readonly isSearch?: true;
  readonly parameters?: Readonly<Record<string, JsonSchema>>;
  readonly answer?: string;
  readonly results?: string;
  /** What it answers when that is no JSON. */
  readonly media?: string;
}

const tags: Readonly<Record<string, string>> = {
  server: "What is served, and its descriptions.",
  environments: "Isolated copies of the API, each with its own state.",
  integrations: "Integrations, their syncs, and what customers do.",
  records: "Records, as the connected tool has them.",
  failures: "Failures and canned answers.",
  time: "The clock, and what happens in its course.",
  webhooks: "Events, who is told of them, and how that went.",
  requests: "The journal of requests, and the contract ledger.",
};

/** The OpenAPI document of the control calls: their list, the schemas of their answers, and what the code takes. */
export function controlDocument(): OpenApiDocument {
  // The form of the file is that of these types: a wrong key shows in the document, which is held against the code.
  const calls = read("calls.yaml") as Readonly<Record<string, Call>>;
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, call] of Object.entries(calls)) {
    const [method = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(path, call) };
  }
  const inputNames = Object.values(calls).flatMap(({ body }) => body ?? []);
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Kombo Mock: control API",
      version: "1.0.0",
      summary: "Steers a running Kombo Mock.",
      description:
        "What tests and people do to a mock beside the API that it stands in for. Once several environments are in use, the API key says which one is meant. Unofficial: not made, endorsed or supported by Kombo.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/_mock", description: "Below the address of the running mock." }],
    security: [{}, { ApiKey: [] }],
    tags: Object.entries(tags).map(([tag, description]) => ({ name: tag, description })),
    paths,
    components: {
      securitySchemes: {
        ApiKey: { type: "http", scheme: "bearer", description: "The API key whose environment is meant." },
      },
      parameters: {},
      responses: {
        Refusal: {
          description: "What was wrong, in the envelope that the API itself has for errors.",
          content: { "application/json": { schema: referTo("Error") } },
        },
      },
      schemas: controlSchemas(read("answers.yaml"), paths, inputNames),
    },
  };
  // A bridge: the operations above are made of parts that are more loosely typed.
  return document as unknown as OpenApiDocument;
}

function read(file: string): Readonly<Record<string, JsonSchema>> {
  return parse(readFileSync(join(import.meta.dirname, "../control", file), "utf8")) as Readonly<
    Record<string, JsonSchema>
  >;
}

function operationOf(path: string, call: Call): object {
  const parameters = [...pathParameters(path), ...queryParameters(call)];
  const body = call.body === undefined ? call.bodySchema : inputName(call.body);
  return {
    operationId: call.id,
    tags: [call.tag],
    summary: call.summary,
    ...(call.open ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(body, call) }),
    responses: {
      200: { description: call.summary, content: answerContent(call) },
      default: { $ref: "#/components/responses/Refusal" },
    },
  };
}

/** The schema's name of an input: `addFault` → `AddFaultInput`. */
function inputName(input: string): string {
  return `${input.charAt(0).toUpperCase()}${input.slice(1)}Input`;
}

function requestBody(schema: string, { body, isForm, isBodyOptional }: Call): object {
  const isOptional = body === undefined ? isBodyOptional : takesNothing(body);
  const content = { schema: referTo(schema) };
  return {
    required: isOptional !== true,
    content: {
      "application/json": content,
      ...(isForm ? { "application/x-www-form-urlencoded": content } : {}),
    },
  };
}

/** Whether an empty object, which stands for no body, is a whole input. */
function takesNothing(name: keyof typeof inputs): boolean {
  const { type, required = [], anyOf } = inputSchema(name);
  return type === "object" && anyOf === undefined && required.length === 0;
}

function answerContent({ answer, results, media, isForm }: Call): object {
  if (media) return { [media]: { schema: { type: "string" } } };
  const list = results && {
    type: "object",
    required: ["results", "next"],
    properties: { results: { type: "array", items: referTo(results) }, next: { type: "null" } },
    additionalProperties: false,
  };
  const schema = list ?? referTo(answer ?? "Nothing");
  return {
    "application/json": { schema },
    ...(isForm ? { "text/html": { schema: { type: "string" } } } : {}),
  };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
}

function queryParameters({ query, isSearch, parameters = {} }: Call): object[] {
  const { properties = {} } = query === undefined ? {} : inputSchema(query);
  const search = isSearch
    ? { id: { type: "string" }, where: { type: "string", description: whereText } }
    : {};
  const named = Object.entries({ ...search, ...properties, ...parameters }).map(([name, schema]) => ({
    ...{ name, in: "query", schema },
  }));
  return isSearch ? [...named, valuesInQuery] : named;
}

const whereText = "Values that the records show, nested ones too, as JSON.";

const valuesInQuery = {
  ...{ name: "values", in: "query", style: "form", explode: true },
  description: "Values that the records show, each under its own name: `?first_name=Ada`.",
  schema: { type: "object", additionalProperties: { type: "string" } },
};
