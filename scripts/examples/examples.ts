import { join } from "node:path";
import {
  listOperations,
  type OpenApiDocument,
  type ParameterObject,
  resolve,
} from "../../packages/openapi/scripts/document.ts";
import type { Examples, OperationExample } from "../../packages/openapi/scripts/examples.ts";
import { createFragmentReader } from "../../packages/openapi/scripts/fragment.ts";
import { mergeFragments } from "../../packages/openapi/scripts/merge.ts";
import { root } from "../run.ts";
import { servedOperations } from "../slices/served.ts";
import { abridged } from "./abridge.ts";
import { type ExampleRequest, openDesk } from "./desk.ts";
import { exampleRequest } from "./requests.ts";

/** The folder of the document's fragments. */
export const fragments = join(root, "packages/openapi/spec");

/** The document as the fragments alone make it. */
export function bareDocument(): OpenApiDocument {
  return mergeFragments(createFragmentReader(fragments)()).document;
}

/** Asks the mock for an example of every operation that it serves. */
export async function makeExamples(): Promise<Examples> {
  // The bodies are the fragments' own, never those of an earlier run.
  const document = bareDocument();
  const examples: Record<string, OperationExample> = {};
  for (const operation of listOperations(document)) {
    const [name] = operation;
    if (!servedOperations.has(name)) continue;
    examples[name] = await makeExample(document, operation);
  }
  return examples;
}

async function makeExample(
  document: OpenApiDocument,
  operation: ReturnType<typeof listOperations>[number],
): Promise<OperationExample> {
  const desk = openDesk();
  const request = await exampleRequest(document, operation, desk);
  const { status, text } = await desk.ask(request);
  if (status !== 200) throw new Error(`The example of "${request.operation}" is answered ${status}: ${text}`);
  const required = (operation[3].parameters ?? [])
    .map((one) => resolve<ParameterObject>(document, one))
    .filter((one) => one.in === "query" && one.required === true)
    .map(({ name }) => [name, request.query?.[name]]);
  return {
    parameters: { ...parametersOf(request), ...Object.fromEntries(required) },
    ...("body" in request ? { request: request.body } : {}),
    answer: abridged(JSON.parse(text)),
  };
}

function parametersOf({ path, integrationId }: ExampleRequest): Readonly<Record<string, string>> {
  return { ...(integrationId ? { "X-Integration-Id": integrationId } : {}), ...path };
}
