import type { AnySchemaObject } from "ajv";
import {
  domainOf,
  listOperations,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  resolve,
} from "./document.ts";
import { pointerOf } from "./fragment.ts";
import { reachedFrom, type SchemaGraph } from "./schema-graph.ts";

/** One validator to compile: where it stands in the generated table, its schema, and the operation's place. */
interface Job {
  readonly operation: string;
  readonly part: string;
  readonly schema: AnySchemaObject;
  readonly pointer: string;
}

/** All that a domain's validators are made of: nothing else of the document can change them. */
export interface ValidatorInputs {
  readonly jobs: readonly Job[];
  readonly schemas: OpenApiDocument["components"]["schemas"];
  /** The same as one text. */
  readonly text: string;
}

/** A document with the graph of its schemas. */
export interface LinkedDocument {
  readonly document: OpenApiDocument;
  readonly graph: SchemaGraph;
}

/** What the validators of a domain's requests are made of: parameters (as parsed values) and JSON bodies. */
export function requestInputs(linked: LinkedDocument, domain: string): ValidatorInputs {
  return inputsOf(linked, domain, ({ parameters = [], requestBody }) => {
    const body = requestBody?.content["application/json"]?.schema;
    return [
      ["parameters", parametersSchema(linked.document, parameters)],
      ...(body ? [["body", body] as const] : []),
    ];
  });
}

/** What the validators of a domain's answers are made of: the 200 and the error envelope. */
export function answerInputs(linked: LinkedDocument, domain: string): ValidatorInputs {
  return inputsOf(linked, domain, ({ responses }) =>
    Object.entries(responses).map(([status, response]) => [
      status === "200" ? "success" : "failure",
      resolve(linked.document, response).content["application/json"]?.schema ?? {},
    ]),
  );
}

/** What the validators of the webhooks' bodies are made of. */
export function webhookInputs({ document, graph }: LinkedDocument): ValidatorInputs {
  const jobs = Object.entries(document.webhooks ?? {}).map(([name, { post }]): Job => {
    const schema = post?.requestBody?.content["application/json"]?.schema ?? {};
    return { operation: name, part: "body", schema, pointer: pointerOf(["webhooks", name, "post"]) };
  });
  return inputsFrom(jobs, graph);
}

function inputsOf(
  { document, graph }: LinkedDocument,
  domain: string,
  partsOf: (operation: OperationObject) => (readonly [part: string, schema: object])[],
): ValidatorInputs {
  const jobs = listOperations(document)
    .filter(([, path, , operation]) => domainOf(path, operation) === domain)
    .flatMap(([operation, path, method, object]) =>
      partsOf(object).map(([part, schema]): Job => {
        const pointer = pointerOf(["paths", path, method.toLowerCase()]);
        return { operation, part, schema, pointer };
      }),
    );
  return inputsFrom(jobs, graph);
}

function inputsFrom(jobs: readonly Job[], graph: SchemaGraph): ValidatorInputs {
  const asked = JSON.stringify(jobs);
  const reached = [...reachedFrom(asked, graph)];
  return {
    jobs,
    schemas: Object.fromEntries(reached.map(([name, { schema }]) => [name, schema])),
    text: [asked, ...reached.map(([name, { text }]) => `${name}: ${text}`)].join("\n"),
  };
}

function parametersSchema(document: OpenApiDocument, given: NonNullable<OperationObject["parameters"]>) {
  const parameters = given
    .map((one) => resolve<ParameterObject>(document, one))
    .filter((one) => one.in !== "header");
  return {
    type: "object",
    required: parameters.filter((one) => one.required).map((one) => one.name),
    properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema])),
  };
}
