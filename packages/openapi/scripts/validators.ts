import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import {
  domainOf,
  listOperations,
  type OpenApiDocument,
  type ParameterObject,
  resolve,
  type SchemaObject,
} from "./document.ts";
import { formats } from "./formats.ts";

const documentId = "kombo";

/** The hand-written part of the validators' declarations. */
export const validatorTypes = `/** A compiled JSON Schema: true when the value is valid, otherwise \`errors\` says what is wrong. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** One broken rule of a schema, as Ajv reports it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  readonly message?: string;
}

/** The request validators of one domain, by operation. */
export interface RequestValidators {
  readonly [operation: string]: { readonly parameters: Validator; readonly body?: Validator } | undefined;
}

/** The answer validators of one domain, by operation. */
export interface AnswerValidators {
  readonly [operation: string]: { readonly success: Validator; readonly failure: Validator } | undefined;
}
`;

/** One validator to compile: where it stands in the generated table, and its schema. */
interface Job {
  readonly operation: string;
  readonly part: string;
  readonly schema: AnySchemaObject;
}

/** Compiles the validators of one domain's requests: parameters (as parsed values) and JSON bodies. */
export function compileRequests(given: OpenApiDocument, domain: string): Promise<string> {
  const document = acceptedAsSent(given);
  const jobs = operationsOf(document, domain).flatMap(
    ([operation, , , { parameters, requestBody }]): Job[] => {
      const body = requestBody?.content["application/json"]?.schema;
      return [
        { operation, part: "parameters", schema: parametersSchema(document, parameters ?? []) },
        ...(body ? [{ operation, part: "body", schema: body as AnySchemaObject }] : []),
      ];
    },
  );
  return compile(document, jobs, "requestValidators");
}

/** Compiles the validators of one domain's answers: the 200 and the error envelope. */
export function compileAnswers(document: OpenApiDocument, domain: string): Promise<string> {
  const jobs = operationsOf(document, domain).flatMap(([operation, , , { responses }]): Job[] =>
    Object.entries(responses).map(([status, response]) => ({
      operation,
      part: status === "200" ? "success" : "failure",
      schema: (resolve(document, response).content["application/json"]?.schema ?? {}) as AnySchemaObject,
    })),
  );
  return compile(document, jobs, "answerValidators");
}

function operationsOf(document: OpenApiDocument, domain: string) {
  return listOperations(document).filter(([, path, , operation]) => domainOf(path, operation) === domain);
}

function parametersSchema(document: OpenApiDocument, given: readonly (ParameterObject | { $ref: string })[]) {
  const parameters = given
    .map((one) => resolve<ParameterObject>(document, one))
    .filter((one) => one.in !== "header");
  return {
    type: "object",
    required: parameters.filter((one) => one.required).map((one) => one.name),
    properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema])),
  };
}

/** A pattern says exactly what may be sent, where the format beside it is narrower: dates without a time. */
function acceptedAsSent<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(acceptedAsSent) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.entries(schema).map(([key, value]) => [key, acceptedAsSent(value)] as const);
  const narrower =
    (schema as SchemaObject).format === "date-time" && typeof (schema as SchemaObject).pattern === "string";
  return Object.fromEntries(narrower ? inner.filter(([key]) => key !== "format") : inner) as T;
}

async function compile(document: OpenApiDocument, jobs: readonly Job[], exportName: string): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
    formats,
    code: { source: true, esm: true, optimize: true },
  });
  ajv.addVocabulary([
    "discriminator",
    "components",
    "example",
    "x-error-family",
    "x-sdk-models",
    "x-kombo-models",
  ]);
  ajv.addSchema({ $id: documentId, components: { schemas: document.components.schemas } });
  const names = jobs.map((_, index) => `validator${index}`);
  jobs.forEach((job, index) => {
    ajv.addSchema(absoluteReferences(job.schema), names[index]);
  });
  const code = standalone.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  const table = new Map<string, string[]>();
  jobs.forEach((job, index) => {
    table.set(job.operation, [...(table.get(job.operation) ?? []), `${job.part}: ${names[index]}`]);
  });
  const rows = [...table].map(
    ([operation, parts]) => `  ${JSON.stringify(operation)}: { ${parts.join(", ")} },`,
  );
  return bundle(`${joinErrors}
${inPlace(code).replaceAll(/export const (validator\d+) =/g, "const $1 =")}
export const ${exportName} = {\n${rows.join("\n")}\n};\n`);
}

const joinErrors = `function joinErrors(all, more) {
  if (all === null) return more;
  for (const one of more) all.push(one);
  return all;
}`;

/** Ajv copies all errors for each part that has some, which takes minutes on a body with a hundred thousand faults. */
function inPlace(code: string): string {
  return code.replaceAll(
    /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g,
    "vErrors = joinErrors(vErrors, $1.errors)",
  );
}

/** Ajv's standalone code still requires a few helpers; the bundle holds them, so that it runs in a browser. */
async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    minify: true,
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}

function absoluteReferences<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', `"${documentId}#/components/`)) as T;
}
