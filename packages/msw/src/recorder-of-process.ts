import { callerIn, journalLine } from "@kombo-mock/contract/journal-line";
import type { ToldExchange } from "./request/told-exchange.ts";

/** What is used of a process; there is none in a browser. */
interface HostProcess {
  readonly pid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  getBuiltinModule(name: "fs"): { appendFileSync(path: string, text: string): void };
}

// The bridge from a global that browsers lack to what is used of it.
const host = (globalThis as { readonly process?: HostProcess }).process;
const folder = host?.env?.["KOMBO_MOCK_JOURNAL"];

let recorders = 0;

/**
 * Where `kombo-mock exec` runs the tests, it names a folder in `KOMBO_MOCK_JOURNAL`, and each mock appends its exchanges
 * to a file there, so that the report holds both doors. Undefined anywhere else.
 */
export function recorderOfProcess(): ((exchange: ToldExchange) => void) | undefined {
  if (!host || !folder) return undefined;
  const fs = host.getBuiltinModule("fs");
  // Workers of one process each count from one, so the name has something of its own.
  const own = crypto.randomUUID().slice(0, 8);
  const file = `${folder}/${host.pid}-${own}-${++recorders}.ndjson`;
  // At once, so that a test that ends its process leaves what it did.
  return (exchange) => fs.appendFileSync(file, `${journalLine(exchange)}\n`);
}

/** The line of the program that is calling a function now, where a recorder would tell it. */
export function callerOf(called?: (...given: never[]) => unknown): string | undefined {
  return host && folder ? callerIn(host.cwd(), called) : undefined;
}
