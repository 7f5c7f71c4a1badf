import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { DocumentError, type SchemaObject } from "./document.ts";
import { formats } from "./formats.ts";
import type { ValidatorInputs } from "./validator-inputs.ts";

const documentId = "kombo";

/** Compiles the validators of one domain's requests. */
export function compileRequests(inputs: ValidatorInputs): Promise<string> {
  return compile(acceptedAsSent(inputs), "requestValidators");
}

/** Compiles the validators of one domain's answers. */
export function compileAnswers(inputs: ValidatorInputs): Promise<string> {
  return compile(inputs, "answerValidators");
}

/** Compiles the validators of the webhooks' bodies. */
export function compileWebhooks(inputs: ValidatorInputs): Promise<string> {
  return compile(inputs, "webhookValidators");
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

async function compile({ jobs, schemas }: ValidatorInputs, exportName: string): Promise<string> {
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
  ajv.addSchema({ $id: documentId, components: { schemas } });
  const names = jobs.map((_, index) => `validator${index}`);
  jobs.forEach((job, index) => {
    ajv.addSchema(absoluteReferences(job.schema), names[index]);
  });
  jobs.forEach(({ operation, part, pointer }, index) => {
    try {
      ajv.getSchema(names[index] ?? "");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DocumentError(pointer, `The ${part} of "${operation}" cannot be compiled: ${reason}`);
    }
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
