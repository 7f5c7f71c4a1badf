import type { ReportItem } from "@kombo-mock/contract/report";
import { printVariation, type Variation } from "@kombo-mock/contract/variation";
import type { FindingKind, HostileFinding } from "./finding.ts";
import type { HostileFailOn } from "./hostile-flags.ts";
import type { HostileOutcome } from "./run-hostile.ts";

const titles: Readonly<Record<FindingKind, string>> = {
  crash: "Unusual but valid answers make the code crash.",
  violation: "Unusual but valid answers make the code break the contract.",
  assertion: "Unusual but valid answers fail an expectation of the tests.",
  flaky: "The tests failed once and passed with the same answers.",
};

const remedies: Readonly<Record<FindingKind, string>> = {
  crash: "Handle what the answer may hold: the document allows it. Repeat it with the option below.",
  violation:
    "Handle what the answer may hold before it goes into the next request, and refuse what is forged.",
  assertion: "See whether the code is wrong, or the test expects of the mock what it did not seed itself.",
  flaky: "Make the tests come to the same end each time: a hostile mode can say nothing of flaky ones.",
};

/** Whether a finding makes the run fail. */
export function fails({ kind }: HostileFinding, failOn: HostileFailOn): boolean {
  if (failOn === "none" || kind === "flaky") return false;
  return kind !== "assertion" || failOn === "assertion";
}

/** The findings as lines of any report. They hold operations and places, and never what the tests printed. */
export function hostileItems({ findings }: HostileOutcome, failOn: HostileFailOn): ReportItem[] {
  return findings.map((finding) => {
    const { kind, variations, isSmallest, replay, message } = finding;
    const [first] = variations;
    return {
      id: `hostile-${kind}`,
      title: titles[kind],
      level: fails(finding, failOn) ? "error" : kind === "flaky" ? "note" : "warning",
      operation: first?.operation ?? null,
      location: first?.at ?? "",
      message: `With ${varied(variations)} ${consequences[kind](message)}.`,
      fix: remedies[kind],
      count: 1,
      source: null,
      details: [
        ...(isSmallest ? [] : ["not reduced any further: the runs were used up, or the tests are flaky"]),
        replay,
      ],
      ...{ fails: fails(finding, failOn), waived: null },
    };
  });
}

/** `work_email=null`, with how many more. */
function varied(variations: readonly Variation[]): string {
  const [first, ...others] = variations;
  if (!first) return "nothing varied";
  const { operation, at, change } = first;
  const text = printVariation({ operation, at, change }).slice(operation.length + 1);
  return others.length === 0 ? text : `${text} and ${others.length} more`;
}

/** What follows; of what the tests printed only the type of an exception is told. */
const consequences: Readonly<Record<FindingKind, (message: string) => string>> = {
  crash(message) {
    const type = /^(?:[\w$]+(?:\.|::))*([A-Z]\w*(?:Error|Exception))\b/.exec(message)?.[1];
    return `the code crashes${type ? `: ${type}` : ""}`;
  },
  violation: (message) => `the contract is violated: ${message.replace(/\.$/, "")}`,
  assertion: () => "an expectation of the tests is not met",
  flaky: () => "the tests failed once, and passed when they ran again",
};

/** What came of a hostile mode in a few words, as part of the last line. */
export function hostileSummary({ isGreen, findings, variants, runs }: HostileOutcome): string {
  if (!isGreen) return "hostile: not run";
  const kinds = ["crash", "violation", "assertion", "flaky"] as const;
  const words = { crash: "crashes", violation: "violations", assertion: "assertions", flaky: "flaky" };
  const counts = kinds.flatMap((kind) => {
    const number = findings.filter((one) => one.kind === kind).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? kind : words[kind]}`];
  });
  const found = counts.length === 0 ? "nothing" : counts.join(", ");
  return `hostile: ${found} in ${variants} variant${variants === 1 ? "" : "s"}, ${runs} runs`;
}

/** The outcome as data, without what the tests printed. */
export function hostileData({ findings, ...outcome }: HostileOutcome): object {
  return {
    ...outcome,
    findings: findings.map(({ kind, variations, isSmallest, replay }) => ({
      ...{ kind, variations: variations.map(printVariation), is_smallest: isSmallest, replay },
    })),
  };
}
