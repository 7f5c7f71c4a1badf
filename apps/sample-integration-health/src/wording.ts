import type { Obstacle, Remark } from "./datapoint-health.ts";
import type { HealthReport, Problem, ProblemKind } from "./integration-health.ts";

/** What an operator reads for each obstacle. */
export const obstacleTexts: Readonly<Record<Obstacle, string>> = {
  "unsupported-by-tool": "the tool does not have it",
  "not-implemented": "the tool has it, but Kombo does not integrate it",
  "coverage-unknown": "not integrated, and Kombo does not know whether the tool has it",
  "disabled-in-scope-config": "disabled in the scope config",
  "opted-out-by-customer": "the customer opted out",
  "model-not-available": "its model is not available",
  "action-not-available": "its action is not available",
  "no-reason-given": "no reason given",
};

/** What an operator reads for each remark. */
export const remarkTexts: Readonly<Record<Remark, string>> = {
  "left-to-customer": "left to the customer",
};

const problemTexts: Readonly<Record<ProblemKind, (report: HealthReport, since: string) => string>> = {
  "reconnect-required": ({ integration, customer }) =>
    `not connected any more: ${integration.tool} rejects the customer's credentials, so nothing is synced; ` +
    `ask ${customer.email ?? customer.name} to reconnect`,
  disabled: () => "disabled: somebody switched the integration off, so nothing is synced; enable it again",
  "setup-unfinished": ({ customer }) =>
    `setup not finished: some of its steps are open, so there is no data yet; ask ${customer.email ?? customer.name} to finish them`,
  "final-sync-running": () => "final sync of the setup still running: there is data once it is done",
  "data-expired": ({ checkedAt }, since) =>
    `data expired since ${since}${ago(since, checkedAt)}: the configuration was changed; the next successful sync clears this`,
};

/** Puts a problem into words: what is wrong, and what to do. */
export function problemText({ kind, since }: Problem, report: HealthReport): string {
  return problemTexts[kind](report, since ?? "");
}

/** How long ago something was, in its largest whole unit; empty when it was not yet or just now. */
function ago(then: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(then)) / 60_000);
  if (minutes < 1) return "";
  const [amount, unit] =
    minutes < 60
      ? [minutes, "minute"]
      : minutes < 1_440
        ? [Math.floor(minutes / 60), "hour"]
        : [Math.floor(minutes / 1_440), "day"];
  return ` (${count(amount, unit)} ago)`;
}

/** A number with its noun: `1 field`, `2 fields`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
