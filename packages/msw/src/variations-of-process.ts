import type { Finding } from "./variation/vary-deliveries.ts";

/** What is used of a process; there is none in a browser. */
interface HostProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  getBuiltinModule(name: "fs"): {
    readFileSync(path: string, encoding: "utf8"): string;
    appendFileSync(path: string, text: string): void;
  };
}

// The bridge from a global that browsers lack to what is used of it.
const host = (globalThis as { readonly process?: HostProcess }).process;
const file = host?.env?.["KOMBO_MOCK_VARIATIONS"];

/** What every mock of this process varies, and who is told of what that shows. */
export interface VariationsOfProcess {
  readonly variations: readonly string[];
  readonly onFinding: (finding: Finding) => void;
}

/**
 * Where `kombo-mock exec` runs the tests in its hostile mode, it names a JSON file with texts of variations in
 * `KOMBO_MOCK_VARIATIONS`. What they show is appended beside it, one finding a line, in a file that ends in
 * `.findings.ndjson`. Undefined anywhere else.
 */
export function variationsOfProcess(): VariationsOfProcess | undefined {
  if (!host || !file) return undefined;
  const fs = host.getBuiltinModule("fs");
  return {
    // The file is ours; a text that is no variation is refused when it is read.
    variations: JSON.parse(fs.readFileSync(file, "utf8")) as readonly string[],
    onFinding: (finding) => fs.appendFileSync(`${file}.findings.ndjson`, `${JSON.stringify(finding)}\n`),
  };
}
