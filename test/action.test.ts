import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "./action-step.ts";
import { pipeline, root } from "./ci-files.ts";

/** Keeps what it was given and its environment, leaves artefacts, and ends with 3. */
const recording = `printf '%s\\0' "$@" > given
env > environment
mkdir -p out
cp run.json report.json out/ 2>/dev/null || true
exit 3`;

const entry = `import { main } from ${JSON.stringify(join(root, "apps/mock-server/src/cli.ts"))};
await main(["node", "kombo-mock", ...process.argv.slice(1)]);`;

/** Runs the command line from its sources, where npx would fetch the package. */
const real = `while [ "$1" != exec ]; do shift; done
exec '${process.execPath}' --conditions=kombo-mock-source --input-type=module --eval '${entry}' -- "$@"`;

const given = (text: string) => text.split("\0").slice(0, -1);

test("what the inputs say reaches exec as it is, and is no script of the action's", () => {
  const command = `echo "$HOME" '$(touch a)' \`touch b\`; \${{ secrets.KEY }} \\ && exit 7`;
  const artifacts = "out; touch c";
  const { step, text } = checkout({}, { npx: recording });
  const run = step({
    command,
    artifacts,
    "fail-on": "$(touch d)",
    version: "1.2.3; touch e",
    options: "--env=A=$(touch f) b",
  });
  expect(given(text("given"))).toEqual([
    "--yes",
    "kombo-mock@1.2.3; touch e",
    "exec",
    "--report=github",
    `--artifacts=${artifacts}`,
    "--fail-on=$(touch d)",
    "--env=A=$(touch f) b",
    ...["--", "bash", "-eo", "pipefail", "-c", command],
  ]);
  expect(["a", "b", "c", "d", "e", "f"].filter((name) => text(name) !== "")).toEqual([]);
  expect(run.status).toBe(3);
});

const named: readonly [inputs: Readonly<Record<string, string>>, words: readonly string[]][] = [
  [
    {},
    ["--yes", "kombo-mock", "exec", "--report=github", "--artifacts=kombo-contract", "--fail-on=error", "--"],
  ],
  [{ hostile: "true" }, ["--hostile"]],
  [{ hostile: "12" }, ["--hostile=12"]],
  [{ version: "2" }, ["kombo-mock@2"]],
  [
    { options: "--intercept\n\n--env=HRIS_URL={baseUrl}\n" },
    ["--intercept", "--env=HRIS_URL={baseUrl}", "--"],
  ],
];

test.each(named)("the inputs %j become the words %j", (inputs, words) => {
  const { step, text } = checkout({}, { npx: recording });
  step({ command: "npm test", ...inputs });
  const all = given(text("given"));
  expect(all.filter((word) => words.includes(word))).toEqual(words);
  if (inputs["hostile"] === undefined) expect(all.filter((word) => word.startsWith("--hostile"))).toEqual([]);
  expect(text("environment")).not.toContain("KOMBO_ACTION_");
});

test("the job's summary tells the last line and what is wrong, and nothing in it is read as Markdown", () => {
  const entry = { severity: "error", rule: "invalid-body", operation: null, waived: null };
  const files = {
    "run.json": JSON.stringify({ summary: "tests: passed · exit 1 (contract)", exitCode: 1 }),
    "report.json": JSON.stringify({
      entries: [
        { ...entry, message: "body.a|b must be <b>\nbold</b> [x](y)." },
        { ...entry, waived: "until May", message: "waived" },
        { ...entry, severity: "note", message: "note" },
        ...Array.from({ length: 20 }, (_, index) => ({ ...entry, message: `${index}` })),
      ],
    }),
  };
  const { step } = checkout(files, { npx: recording });
  const { summary, outputs, status } = step({ command: "npm test", artifacts: "out" });
  expect(summary.split("\n").slice(0, 7)).toEqual([
    "### ❌ Kombo contract",
    "",
    "tests: passed · exit 1 (contract)",
    "",
    "| | rule | operation | what is wrong |",
    "| --- | --- | --- | --- |",
    "| error | invalid-body |  | body.a\\|b must be &lt;b> bold&lt;/b> \\[x\\](y). |",
  ]);
  expect(summary).toMatch(/\| 18 \|\n\nAnd 1 more in report\.html\.\n$/);
  expect(outputs).toBe("summary=tests: passed · exit 1 (contract)\n");
  expect(status).toBe(3);
});

const sync = `const { KOMBO_BASE_URL, KOMBO_API_KEY, KOMBO_INTEGRATION_ID } = process.env;
const headers = { authorization: "Bearer " + KOMBO_API_KEY, "x-integration-id": KOMBO_INTEGRATION_ID };
await fetch(KOMBO_BASE_URL + "/hris/employees?" + (process.argv[2] ?? ""), { headers });`;

test("the step runs a command against the mock, and fails with what its contract says", () => {
  const { step, text } = checkout({ "sync.mjs": sync }, { npx: real });
  const run = step({ command: "echo begin\nnode sync.mjs page_size=1000 | cat", artifacts: "out" });
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(/^begin\n/);
  expect(run.stdout).toMatch(/^::error .*title=invalid-parameter::GET \/hris\/employees: /m);
  expect(run.summary).toMatch(/^\| error \| invalid-parameter \| GET \/hris\/employees \| /m);
  expect(run.outputs).toBe(
    "summary=tests: passed · contract: 1 error in 1 request to 1 operation · exit 1 (contract)\n",
  );
  for (const name of ["junit.xml", "report.html", "journal.ndjson"]) expect(text(`out/${name}`)).not.toBe("");
});

test("the step passes where the contract is kept", () => {
  const run = checkout({ "sync.mjs": sync }, { npx: real }).step({ command: "node sync.mjs" });
  expect(run.status).toBe(0);
  expect(run.summary).toMatch(/^### ✅ Kombo contract\n\ntests: passed /);
});

test("the job for GitLab leaves the report that the pipeline reads", () => {
  const npm = `[ "$1" = ci ] || exec node sync.mjs pagesize=5`;
  const { bash, text } = checkout({ "sync.mjs": sync }, { npx: real, npm });
  const { status } = bash(pipeline.contract.script.join("\n"));
  expect(status).toBe(0);
  expect(text(pipeline.contract.artifacts.reports.junit)).toContain("undeclared-parameter");
});
