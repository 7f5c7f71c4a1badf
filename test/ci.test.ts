import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { execCommand } from "../apps/mock-server/src/exec/exec-command.ts";
import { readingSettings } from "../apps/mock-server/src/settings/apply-settings.ts";
import { action, pipeline, root, textOf, workflow } from "./ci-files.ts";
import { githubParser } from "./github-parser.ts";

const readme = textOf("README.md");
const section = readme.slice(readme.indexOf("## In CI"), readme.indexOf("## Worlds"));
const [onGithub = "", onGitlab = ""] = [...section.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text);

test("GitHub takes the action and the example of a workflow", async () => {
  const { NoOperationTraceWriter, parseAction, parseWorkflow } = await githubParser();
  const faultsOf = (parser: typeof parseWorkflow, content: string) =>
    parser({ name: "file.yml", content }, new NoOperationTraceWriter())
      .context.errors.getErrors()
      .map(String);

  const text = textOf("action.yml");
  expect(faultsOf(parseAction, text)).toEqual([]);
  expect(faultsOf(parseWorkflow, textOf("examples/ci/github.yml"))).toEqual([]);
  expect(faultsOf(parseAction, text.replace("using: composite", "using: composed"))).not.toEqual([]);
});

test("GitLab takes the example of a pipeline", () => {
  const cwd = mkdtempSync(join(tmpdir(), "kombo-mock-gitlab-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  execFileSync("git", ["init", "--quiet"], { cwd });
  copyFileSync(join(root, "examples/ci/gitlab-ci.yml"), join(cwd, ".gitlab-ci.yml"));
  const program = join(root, "node_modules/.bin/gitlab-ci-local");
  const printed = execFileSync(program, ["--list"], { cwd, encoding: "utf8", stdio: "pipe" });
  expect(printed).toMatch(/^contract\b/m);
});

test("the README shows what stands in the examples", () => {
  expect(parse(onGithub)).toEqual(workflow.jobs["node"]?.steps);
  expect(parse(onGitlab)).toEqual({ contract: pipeline.contract });
});

test("every option that action, examples and README name is one of exec", () => {
  const files = ["action.yml", "action/exec.sh", "examples/ci/github.yml", "examples/ci/gitlab-ci.yml"];
  const named = [...files.map(textOf), section].flatMap(
    (text) => text.match(/(?<![\w-])--[a-z][\w-]*/g) ?? [],
  );
  const offered = readingSettings(execCommand()).options.map(({ long }) => long);
  // npx installs without a question.
  const known = [...offered, "--yes"];
  expect([...new Set(named)].filter((flag) => !known.includes(flag))).toEqual([]);
  expect(named).toContain("--artifacts");
});

test("no input of the action is written into a script", () => {
  const scripts = [...action.runs.steps.map(({ run }) => run ?? ""), textOf("action/exec.sh")];
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

test("every input is used, and the examples give none that there is not", () => {
  const used = new Set(
    [...textOf("action.yml").matchAll(/\$\{\{ inputs\.([\w-]+)/g)].map(([, name]) => name),
  );
  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const own = steps.filter(({ uses }) => uses?.startsWith("OWNER/kombo-mock@"));
  expect(own).toHaveLength(2);
  const given = own.flatMap((step) => Object.keys(step.with ?? {}));
  expect(given.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
});
