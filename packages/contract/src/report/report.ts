import type { Blame, Rule, Severity } from "../violation.ts";
import type { Entry, Occurrence, Tally } from "./tally.ts";
import { isExpired, type Waiver } from "./waiver.ts";

/** From which severity on a run fails. */
export type FailOn = "error" | "warning" | "none";

/** Equal violations in a report. */
export interface ReportEntry {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly blame: Blame;
  readonly operation: string | null;
  readonly location: string;
  readonly message: string;
  readonly count: number;
  readonly first: Occurrence;
  readonly tests: readonly string[];
  /** Why it is let pass; null where nobody waived it. */
  readonly waived: string | null;
  /** Whether the run fails because of it. */
  readonly fails: boolean;
}

/** Recordings, a real environment, or the tests of a consumer as they run. */
type CheckKind = "check" | "verify" | "exec";

/** What was seen beside violations. */
export interface Seen {
  /** Exchanges with the API, or bodies. */
  readonly exchanges: number;
  /** Exchanges that say something of the consumer: with an operation, and with a key that was accepted; all unless told. */
  readonly accepted?: number;
  /** Exchanges with other hosts. */
  readonly skipped: number;
  /** How many exchanges there were with each operation. */
  readonly operations: Readonly<Record<string, number>>;
}

/** What a check came to: operations and places, never values. */
export interface CheckReport {
  readonly version: 1;
  readonly kind: CheckKind;
  readonly seen: Seen;
  readonly failOn: FailOn;
  readonly entries: readonly ReportEntry[];
  /** Violations beyond what a report holds. */
  readonly uncounted: number;
  readonly waivers: { readonly unused: readonly Waiver[]; readonly expired: readonly Waiver[] };
  /** Why the run fails: the contract was violated, or nothing was there to judge; null where it passes. */
  readonly cause: "contract" | "no-evidence" | null;
}

/** How a run is judged as a whole. */
export interface ReportOptions {
  readonly kind: CheckKind;
  readonly failOn: FailOn;
  /** Whether a run may have seen nothing. */
  readonly allowEmpty: boolean;
  readonly waivers: readonly Waiver[];
  /** `yyyy-MM-dd`. */
  readonly today: string;
}

const order: readonly Severity[] = ["error", "warning", "note"];

const failing: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  none: [],
};

/** Makes a report of all that was collected. */
export function makeReport(tally: Tally, seen: Seen, options: ReportOptions): CheckReport {
  const entries = tally.entries().map((entry) => toReportEntry(entry, options));
  const sorted = entries.toSorted(
    (a, b) =>
      Number(b.fails) - Number(a.fails) ||
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      compare(a.operation ?? "", b.operation ?? "") ||
      compare(a.location, b.location),
  );
  const isEmpty = (seen.accepted ?? seen.exchanges) === 0 && !options.allowEmpty;
  return {
    version: 1,
    kind: options.kind,
    seen: {
      ...seen,
      operations: Object.fromEntries(Object.entries(seen.operations).sort(([a], [b]) => compare(a, b))),
    },
    failOn: options.failOn,
    entries: sorted,
    uncounted: tally.uncounted,
    waivers: {
      unused: tally.unused(),
      expired: options.waivers.filter((one) => isExpired(one, options.today)),
    },
    cause: sorted.some(({ fails }) => fails) ? "contract" : isEmpty ? "no-evidence" : null,
  };
}

function toReportEntry(
  { violation, count, first, tests, waiver }: Entry,
  options: ReportOptions,
): ReportEntry {
  const { rule, severity, blame, operation, location, message } = violation;
  const levels = failing[options.failOn];
  // Whoever verifies wants to know of the provider; in a check only the consumer can do something about it.
  const culprit = options.kind === "verify" ? "provider" : "consumer";
  const fails = waiver === null && blame === culprit && levels.includes(severity);
  return {
    ...{ rule, severity, blame, operation, location, message, count, first, tests },
    ...{ waived: waiver?.reason ?? null, fails },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
