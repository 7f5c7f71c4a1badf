import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { action, root } from "./ci-files.ts";

/** What came of the action's step. */
interface StepRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it added to the summary of the job. */
  readonly summary: string;
  /** What it said to further steps. */
  readonly outputs: string;
}

/** A checkout in which a step runs. */
export interface Checkout {
  readonly folder: string;
  /** A file's text; empty where there is none. */
  text(name: string): string;
  /** Runs the step that runs the tests, as the runner does, with some inputs. */
  step(inputs: Readonly<Record<string, string>>): StepRun;
  /** Runs lines of bash. */
  bash(script: string, env?: Readonly<Record<string, string>>): Pick<StepRun, "status" | "stdout" | "stderr">;
}

/** A checkout with files, and with programs that stand in for those of the machine. */
export function checkout(
  files: Readonly<Record<string, string>>,
  programs: Readonly<Record<string, string>>,
): Checkout {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "kombo-mock-action-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${text}`);
    chmodSync(join(bin, name), 0o755);
  }
  const text = (name: string) => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  const path = [bin, dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const bash: Checkout["bash"] = (script, env = {}) =>
    spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: path, HOME: folder, ...env },
    });
  return {
    folder,
    text,
    bash,
    step(inputs) {
      const { run = "", env = {} } = action.runs.steps.find(({ id }) => id === "exec") ?? {};
      const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? "";
      const variables = Object.entries(env).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => given(input)),
      ]);
      const told = {
        GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
        GITHUB_OUTPUT: join(folder, "outputs"),
      };
      const ended = bash(run, { ...Object.fromEntries(variables), ...told, GITHUB_ACTION_PATH: root });
      return { ...ended, summary: text("summary.md"), outputs: text("outputs") };
    },
  };
}
