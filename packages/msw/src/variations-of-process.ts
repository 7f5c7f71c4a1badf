import type { MockOptions } from "./mock-options.ts";

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
const varyGiven = host?.env?.["KOMBO_MOCK_VARY_GIVEN"] === "1";

/** What every mock of this process varies, and who is told of what that shows and which webhooks there were. */
type VariationsOfProcess = Required<
  Pick<MockOptions, "variations" | "varyGiven" | "onFinding" | "onWebhook">
>;

/**
 * Where `kombo-mock exec` runs the tests in its hostile mode, it names a JSON file with texts of variations in
 * `KOMBO_MOCK_VARIATIONS`. What they show, and the types of webhooks that were sent, is appended to a file beside it that
 * ends in `.told.ndjson`, one a line. With `KOMBO_MOCK_VARY_GIVEN=1` what a test gave is varied too. Undefined anywhere
 * else.
 */
export function variationsOfProcess(): VariationsOfProcess | undefined {
  if (!host || !file) return undefined;
  const fs = host.getBuiltinModule("fs");
  const tell = (line: object) => fs.appendFileSync(`${file}.told.ndjson`, `${JSON.stringify(line)}\n`);
  return {
    varyGiven,
    // The file is ours; a text that is no variation is refused when it is read.
    variations: JSON.parse(fs.readFileSync(file, "utf8")) as readonly string[],
    onFinding: (finding) => tell(finding),
    onWebhook: (webhook) => tell({ webhook }),
  };
}
