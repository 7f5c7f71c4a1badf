import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The repository's root. */
export const root = join(import.meta.dirname, "..");

/** A file of the repository as text. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** What the tests look at in action.yml. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: { readonly steps: readonly ActionStep[] };
}

interface ActionStep {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A step of a workflow. */
export interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

// The casts say what the schemas of GitHub and GitLab, which have tests of their own, let these files be.
/** The action of this repository. */
export const action = parse(textOf("action.yml")) as Action;

/** The example for GitHub. */
export const workflow = parse(textOf("examples/ci/github.yml")) as {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
};

/** The example for GitLab. */
export const pipeline = parse(textOf("examples/ci/gitlab-ci.yml")) as {
  readonly contract: {
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: { readonly junit: string } };
  };
};
