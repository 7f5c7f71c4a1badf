/** What a run of tests left. */
export interface RunOutput {
  /** The exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** What it printed, on both streams. */
  readonly output: string;
}

/** What a red run shows. */
export interface Failure {
  /** `crash`: an exception that no assertion threw, an end by a signal, or none at all in time. */
  readonly kind: "crash" | "assertion";
  /** The line that tells it best; empty where there is none. */
  readonly message: string;
}

/**
 * Tells from what a red run printed whether code crashed or only expectations were not met, whatever ran the tests:
 * vitest, node:test, jest, mocha, minitest, rspec, pytest, go test, JUnit. Lines that the green run printed too count for
 * nothing. A failure that shows no expectation is a crash.
 */
export function classifyFailure(red: RunOutput, green: Pick<RunOutput, "output">): Failure {
  if (red.timedOut) return { kind: "crash", message: "The tests did not end in time." };
  if (red.signal !== null) return { kind: "crash", message: `The tests were ended by ${red.signal}.` };
  const before = new Set(linesOf(green.output).map(comparable));
  const lines = linesOf(red.output).filter((line) => !before.has(comparable(line)));
  const [crash, assertion] = [lines.find(isCrash), lines.find(isAssertion)];
  if (crash !== undefined) return { kind: "crash", message: shown(crash) };
  if (assertion !== undefined) return { kind: "assertion", message: shown(assertion) };
  return { kind: "crash", message: "" };
}

/** Types of what assertions throw; all other exceptions are crashes. */
const assertionTypes =
  /\b(?:AssertionError|AssertionFailedError|AssertFailedException|ExpectationNotMetError|ExpectationFailed|ComparisonFailure|MultipleFailuresError|MultipleAssertionsError|JestAssertionError|TestingLibraryElementError|Minitest::Assertion|ERR_ASSERTION)\b/;

const assertions: readonly RegExp[] = [
  assertionTypes,
  /^\s*(?:Error: )?expect\(.*\)\.\w/,
  /^\s*(?:E\s+)?assert\b/,
  /^\s*Failure:?$|^\s*\d+\) Failure:/,
  /^\s*Failure\/Error: .*\b(?:expect|is_expected|should)\b/,
  /^\s*Expected(?:: | .* to |$)/i,
  /^\s*expected:? .*(?:got|but was)/i,
  /^\s*Error Trace:/,
  /^\s*[\w./-]+_test\.go:\d+: /,
];

/** How runners introduce an exception: `E   `, `error: `, `Uncaught `, `Caused by: `, a namespace. */
const lead = String.raw`^\s*(?:E\s+|Uncaught\s+|Unhandled\s+\w+:?\s+|Caused by: |Error: |Exception in thread "[^"]*" |thrown: |name: '?|\d+\)\s+|\[cause\]: |⎯+ )*`;

const crashes: readonly RegExp[] = [
  new RegExp(
    String.raw`${lead}(?:[\w$]+(?:\.|::))*[A-Z]\w*(?:Error|Exception)\b(?! Trace)['"]?(?:\s*[:(\[]|\s*$)`,
    "u",
  ),
  new RegExp(`${lead}Error: \\S`, "u"),
  /^\s*(?:E\s+)?(?:ZodError|StopIteration|SystemExit|KeyboardInterrupt)\b/,
  /^\s*panic: |^\s*fatal error: |\bruntime error: |^\s*json: cannot unmarshal/,
  /unhandled ?(?:promise ?)?(?:rejection|errors?)\b/i,
  /\bERR_UNHANDLED_REJECTION\b|\buncaught exception\b/i,
  /\b(?:test|hook|suite)s? timed out\b|\bexceeded timeout of \d|\btimeout of \d+ ?ms exceeded\b|\bFailed: Timeout\b/i,
  /^\s*undefined (?:local variable or )?method\b/,
  /\bSegmentation fault\b|\bout of memory\b|\bstack level too deep\b/,
];

/** What packers and shells say when what they ran has failed: it only repeats. */
const repeats = /\bCommand failed\b|\bELIFECYCLE\b|\bERR_PNPM|^\s*npm (?:ERR!|error)|\bProcess completed\b/;

function isCrash(line: string): boolean {
  if (repeats.test(line) || assertions.some((one) => one.test(line))) return false;
  return crashes.some((one) => one.test(line));
}

function isAssertion(line: string): boolean {
  return assertions.some((one) => one.test(line));
}

/** Colours of a terminal: an escape, and what stands for the colour. */
const colours = /\p{Cc}\[[\d;]*m/gu;

function linesOf(output: string): string[] {
  return output.replaceAll(colours, "").split(/\r?\n/);
}

/** Durations, ports and process numbers differ from run to run. */
function comparable(line: string): string {
  return line.trim().replaceAll(/\d+(?:\.\d+)?/g, "0");
}

const mostShown = 200;

function shown(line: string): string {
  const text = line.trim().replace(/^E\s+/, "");
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
