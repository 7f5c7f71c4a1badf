import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MockServer, startServer } from "kombo-mock";
import { listOperations, type OpenApiDocument } from "../../packages/openapi/scripts/document.ts";
import { specialCases } from "../examples/special-cases.ts";
import { root } from "../run.ts";
import { knownFaults } from "./known-faults.ts";
import { runWorkflows, type Workflow } from "./redocly.ts";

/** What Redocly's checks said about an operation. */
export interface Respected {
  readonly operation: string;
  /** Whether all checks that were made passed. */
  readonly passed: boolean;
  /** The checks that were made. */
  readonly checks: readonly string[];
  /** What failed, in the program's words, and the answer. */
  readonly faults: string;
}

const allChecks = ["success criteria check", "status code check", "content-type check", "schema check"];

/** The checks that an operation has to pass: all of them, but for a known fault of the program. */
export function checksDue(operation: string): readonly string[] {
  return allChecks.filter((check) => check !== knownFaults[operation]?.check);
}

/**
 * Lets `redocly respect` drive every operation of the document, with the document's examples and without any change to
 * the workflows that it generates, against a fresh mock, one after the other.
 */
export async function respectDocument(): Promise<readonly Respected[]> {
  const folder = await mkdtemp(join(tmpdir(), "kombo-mock-respect-"));
  const server = await startServer({ port: 0, world: "demo", clock: "frozen" });
  try {
    await prepare(server.mock);
    const document = await readDocument();
    const served = { ...document, servers: [{ url: server.baseUrl }] };
    await writeFile(join(folder, "openapi.json"), JSON.stringify(served));
    const workflows = await runWorkflows(folder, "openapi.json", { ApiKey: "ks_dev_mock" });
    const names = new Map(
      listOperations(document).map(([name, path, method]) => [workflowOf(method, path), name]),
    );
    return workflows.map((workflow) => respected(workflow, names));
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** What some examples need before: a connection that gives a token, an answer of a tool. */
async function prepare(mock: MockServer["mock"]): Promise<void> {
  const steps = new Set(Object.values(specialCases).flatMap(({ prepare: step }) => step ?? []));
  for (const step of steps) await step(mock);
}

async function readDocument(): Promise<OpenApiDocument> {
  const text = await readFile(join(root, "packages/openapi/generated/openapi.json"), "utf8");
  // JSON becomes a type here; the document's own generator has merged and checked it.
  return JSON.parse(text) as OpenApiDocument;
}

/** The name that the program gives to the workflow of an operation. */
function workflowOf(method: string, path: string): string {
  return `${method.toLowerCase()}-${path.slice(1).replaceAll("/", "-")}-workflow`;
}

function respected({ workflowId, executedSteps }: Workflow, names: ReadonlyMap<string, string>): Respected {
  const checks = executedSteps.flatMap((step) => step.checks);
  const failed = checks.filter(({ passed }) => !passed);
  const answers = executedSteps.map(({ response }) => JSON.stringify(response?.body).slice(0, 1_000));
  return {
    operation: names.get(workflowId) ?? workflowId,
    passed: checks.length > 0 && failed.length === 0,
    checks: checks.map(({ name }) => name),
    faults: [...failed.map(({ name, message }) => `${name}: ${message}`), ...answers].join("\n"),
  };
}
