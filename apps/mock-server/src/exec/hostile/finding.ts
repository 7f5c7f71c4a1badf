import { printVariation, type Variation } from "@kombo-mock/contract/variation";

/** What a hostile run can show. */
export type FindingKind = "crash" | "assertion" | "violation" | "flaky";

/** Something that unusual yet valid answers show about the code under test. */
export interface HostileFinding {
  readonly kind: FindingKind;
  /** What shows it, no more than is needed unless the runs were used up. */
  readonly variations: readonly Variation[];
  readonly isSmallest: boolean;
  /** The line of output that tells it best; it may hold values. */
  readonly message: string;
  /** The options that repeat it. */
  readonly replay: string;
}

/** Makes a finding; how it is repeated follows from what shows it. */
export function findingOf(finding: Omit<HostileFinding, "replay">): HostileFinding {
  return { ...finding, replay: replayOf(finding.variations) };
}

/** The options of `exec` that repeat variations, as a shell reads them. */
function replayOf(variations: readonly Variation[]): string {
  return variations.map((one) => `--hostile-replay ${quoted(printVariation(one))}`).join(" ");
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}
