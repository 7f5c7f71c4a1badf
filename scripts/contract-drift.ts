import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Difference, diffDocuments } from "@kombo-mock/contract/diff";
import { parse as parseYaml } from "yaml";
import { root } from "./run.ts";

// Compares our document with another version of the vendor's: what is new there, gone or changed.
// Exit codes: 0 no difference, 1 differences, 2 breaking ones, 3 it could not be compared.

const usage = `Usage: pnpm contract:drift <file-or-url> [--json] [--list all]

  <file-or-url>  an OpenAPI document as JSON or YAML
  --json         print the differences as JSON
  --list all     print every difference at every operation`;

/** How many differences of one operation are printed; how many operations with the same ones are printed one by one. */
const mostLines = 12;
const mostAlike = 3;

/** Says why nothing could be compared. */
class InputError extends Error {
  override name = "InputError";
}

try {
  const { given, isJson, isAll } = readArguments();
  const ours: unknown = JSON.parse(
    readFileSync(join(root, "packages/openapi/generated/openapi.json"), "utf8"),
  );
  const differences = diffDocuments(ours, parseDocument(await readText(given), given));
  console.log(isJson ? JSON.stringify(differences, null, 2) : report(differences, isAll));
  process.exitCode = differences.some(({ breaking }) => breaking) ? 2 : differences.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}

function readArguments(): { given: string; isJson: boolean; isAll: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: "boolean", default: false }, list: { type: "string" } },
      allowPositionals: true,
    });
    const [given, ...others] = positionals;
    if (given === undefined) throw new InputError("No document is given.");
    if (others.length > 0)
      throw new InputError(`One document is compared at a time; "${others.join(" ")}" is too much.`);
    if (values.list !== undefined && values.list !== "all")
      throw new InputError(`--list takes "all", not "${values.list}".`);
    return { given, isJson: values.json, isAll: values.list === "all" };
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

async function readText(given: string): Promise<string> {
  if (/^https?:\/\//i.test(given)) return fetchText(given);
  // pnpm runs scripts in the repository's folder; the file is meant from where one stands.
  const file = resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`"${given}" cannot be read: ${reason(error)}`);
  }
}

async function fetchText(given: string): Promise<string> {
  const url = URL.parse(given);
  if (!url) throw new InputError(`"${given}" is not a URL.`);
  console.error(`fetching ${url.host}`);
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error: unknown) => {
    throw new InputError(`"${given}" cannot be fetched: ${reason(error)}`);
  });
  if (!answer.ok) throw new InputError(`"${given}" cannot be fetched: the answer is ${answer.status}.`);
  return answer.text();
}

function parseDocument(text: string, given: string): unknown {
  const isJson = text.trimStart().startsWith("{");
  try {
    return isJson ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw new InputError(`"${given}" is not ${isJson ? "JSON" : "YAML"}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What went wrong with a connection is only in the cause.
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

function report(differences: readonly Difference[], isAll: boolean): string {
  if (differences.length === 0) return "No difference.";
  const blocks = [...groupAlike(differences, isAll)].map(([heading, found]) => {
    const shown = isAll ? found : found.slice(0, mostLines);
    const left = found.length - shown.length;
    const more = left > 0 ? [`  … and ${left} more; --list all prints them`] : [];
    return [heading, ...shown.map(line), ...more].join("\n");
  });
  return [...blocks, summary(differences)].join("\n\n");
}

/** Differences by operation; those that many operations share stand first, under all of them. */
function groupAlike(differences: readonly Difference[], isAll: boolean): Map<string, Difference[]> {
  const alike = Map.groupBy(differences, ({ direction, change, message, operation }) =>
    // What is said of an operation itself is never shared.
    direction === "operation" ? `${change} ${operation}` : `${direction} ${change} ${message}`,
  );
  const [shared, own]: [Map<string, Difference[]>, Map<string, Difference[]>] = [new Map(), new Map()];
  for (const one of alike.values()) {
    const isShared = !isAll && one.length > mostAlike;
    const [target, told] = isShared ? [shared, one.slice(0, 1)] : [own, one];
    for (const difference of told) {
      const heading = isShared ? sharedHeading(one) : (difference.operation ?? "The API");
      target.set(heading, [...(target.get(heading) ?? []), difference]);
    }
  }
  const sorted = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...shared, ...sorted]);
}

function sharedHeading(differences: readonly Difference[]): string {
  const names = differences.slice(0, mostAlike).map(({ operation }) => operation);
  return `${differences.length} operations: ${names.join(", ")} and ${differences.length - mostAlike} more`;
}

function line({ breaking, change, message }: Difference): string {
  return `  ${breaking ? "!" : " "} ${kindOf(change).padEnd(7)}  ${message}`;
}

function kindOf(change: string): "new" | "gone" | "changed" {
  if (change.endsWith("-added")) return "new";
  return change.endsWith("-removed") ? "gone" : "changed";
}

function summary(differences: readonly Difference[]): string {
  const count = (kind: string) => differences.filter(({ change }) => kindOf(change) === kind).length;
  const operations = new Set(differences.map(({ operation }) => operation)).size;
  const breaking = differences.filter((one) => one.breaking).length;
  const kinds = `${count("new")} new, ${count("gone")} gone, ${count("changed")} changed`;
  const where = `${plural(differences.length, "difference")} at ${plural(operations, "operation")}`;
  return `${where}: ${kinds}; ${breaking > 0 ? `${breaking} breaking (!)` : "none breaking"}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
