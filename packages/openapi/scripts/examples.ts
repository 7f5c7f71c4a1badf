import { join } from "node:path";
import {
  listOperations,
  type OpenApiDocument,
  type ParameterObject,
  type Reference,
  resolve,
} from "./document.ts";
import { readIfThere } from "./write.ts";

/** Values that show how an operation is used; they go together. */
export interface OperationExample {
  /** Values of parameters, by their names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Takes the place of the fragment's own example. */
  readonly request?: unknown;
  /** The body of the answer 200. */
  readonly answer: unknown;
}

/** Examples by operation, spelled `"GET /hris/absences"`. */
export type Examples = Readonly<Record<string, OperationExample>>;

/** The examples that the mock has made for the fragments of a folder. */
export function readExamples(fragments: string): Examples {
  // The script that writes this file writes it in this form.
  return JSON.parse(readIfThere(examplesFile(fragments)) ?? "{}") as Examples;
}

/** Where they stand. */
export function examplesFile(fragments: string): string {
  return join(fragments, "generated/examples.json");
}

/**
 * The document with examples at its parameters, bodies and answers. Nothing else is made from it: types, index and
 * validators come from the document without them. An example of an unknown operation is left out.
 */
export function withExamples(document: OpenApiDocument, examples: Examples): OpenApiDocument {
  const paths = structuredClone(document.paths) as Record<string, Record<string, unknown>>;
  for (const [name, path, method, operation] of listOperations(document)) {
    const example = examples[name];
    const methods = paths[path];
    if (!example || !methods) continue;
    const { parameters, requestBody } = operation;
    const success = resolve(document, operation.responses["200"] ?? { content: {} });
    methods[method.toLowerCase()] = {
      ...operation,
      ...(parameters && { parameters: parameters.map((one) => parameterWith(document, one, example)) }),
      ...(requestBody && "request" in example && { requestBody: bodyWith(requestBody, example.request) }),
      responses: { ...operation.responses, "200": bodyWith(success, example.answer) },
    };
  }
  return withoutUnused({ ...document, paths: paths as unknown as OpenApiDocument["paths"] });
}

/** Without the shared parameters that nothing refers to any more, since they are written out. */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  const { components, paths, webhooks } = document;
  const text = JSON.stringify([paths, webhooks]);
  // Partial documents, as tests have them, may share none.
  const shared = Object.entries(components.parameters ?? {});
  const used = shared.filter(([name]) => text.includes(`"#/components/parameters/${name}"`));
  if (used.length === shared.length) return document;
  return { ...document, components: { ...components, parameters: Object.fromEntries(used) } };
}

/** A parameter that many operations share is written out where it has an example, since that differs. */
function parameterWith(
  document: OpenApiDocument,
  given: ParameterObject | Reference,
  { parameters }: OperationExample,
): ParameterObject | Reference {
  const parameter = resolve<ParameterObject>(document, given);
  if (!Object.hasOwn(parameters, parameter.name)) return given;
  const { schema, ...rest } = parameter;
  const example = { example: parameters[parameter.name] };
  return { ...rest, schema, ...example };
}

function bodyWith<Holder extends { readonly content: Readonly<Record<string, object>> }>(
  holder: Holder,
  example: unknown,
): Holder {
  const content = Object.entries(holder.content).map(([type, media], index) => [
    type,
    index === 0 ? { ...media, example } : media,
  ]);
  return { ...holder, content: Object.fromEntries(content) };
}
