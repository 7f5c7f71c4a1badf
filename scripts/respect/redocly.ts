import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../run.ts";

/** What the program tells of a check, in the version that is pinned. */
interface Check {
  readonly name: string;
  readonly passed: boolean;
  readonly message: string;
}

/** A workflow that was run; one that was generated has one step. */
export interface Workflow {
  readonly workflowId: string;
  readonly executedSteps: readonly {
    readonly checks: readonly Check[];
    readonly response?: { readonly statusCode: number; readonly body: unknown };
  }[];
}

const program = join(root, "packages/openapi/node_modules/@redocly/cli/bin/cli.js");
const environment = {
  ...process.env,
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  NO_COLOR: "1",
};

/** Generates workflows for a document in a folder, and runs them against the server that the document names. */
export async function runWorkflows(
  folder: string,
  document: string,
  inputs: Readonly<Record<string, string>>,
): Promise<readonly Workflow[]> {
  const workflows = "workflows.arazzo.yaml";
  const report = "report.json";
  const given = Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]);
  await redocly(folder, ["generate-arazzo", document, "--output-file", workflows]);
  const said = await redocly(folder, ["respect", workflows, ...given, "--json-output", report]);
  const text = await readFile(join(folder, report), "utf8").catch(() => {
    throw new Error(`redocly respect wrote no report:\n${said}`);
  });
  // What the program writes has this shape in the version that is pinned.
  const { files } = JSON.parse(text) as {
    readonly files: Readonly<Record<string, { readonly executedWorkflows: readonly Workflow[] }>>;
  };
  return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
}

/** Answers what was printed, however it ended: the report alone says what passed. */
function redocly(folder: string, args: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: environment, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], options, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}
