import type { CoverageReport, OperationCoverage } from "./coverage.ts";
import { cardOfCode, cardOfData } from "./states.ts";

/** Something that no test has met, with what to do about it. */
export interface Suggestion {
  /** Every operation of which it is true, those with most exchanges first. */
  readonly operations: readonly string[];
  /** What never happened, to be read after the operations: `was never answered PLATFORM.RATE_LIMIT_EXCEEDED`. */
  readonly gap: string;
  /** How a test of the first operation brings it about. */
  readonly how: string;
}

interface Gap {
  readonly gap: string;
  readonly weight: number;
  readonly how: string;
}

/** What to test next: what hurts most in production first, and what is the same for several operations once. */
export function suggestionsOf({ operations }: CoverageReport): Suggestion[] {
  const byUse = Object.entries(operations).toSorted(([, a], [, b]) => b.exchanges - a.exchanges);
  const found = new Map<
    string,
    { readonly names: string[]; readonly weight: number; readonly how: string }
  >();
  for (const [name, one] of byUse) {
    for (const { gap, weight, how } of gapsOf(name, one)) {
      const known = found.get(gap);
      if (known) known.names.push(name);
      else found.set(gap, { names: [name], weight, how });
    }
  }
  return [...found]
    .toSorted(([, a], [, b]) => b.weight - a.weight)
    .map(([gap, { names, how }]) => ({ operations: names, gap, how }));
}

function gapsOf(operation: string, coverage: OperationCoverage): Gap[] {
  // Before it works once, nothing else is worth a test.
  if (!coverage.success) {
    return [{ gap: "never succeeded", weight: 100, how: "Let a test read or write what there is." }];
  }
  return [
    ...gapsOfPages(operation, coverage),
    ...coverage.errors.missing.map((code) => gapOfCode(operation, code)),
    ...gapsOfFields(operation, coverage),
  ];
}

function gapsOfPages(operation: string, { pages }: OperationCoverage): Gap[] {
  const card = (name: "empty" | "edge-cases", otherwise: string) => {
    const id = cardOfData(name, operation);
    return id === undefined
      ? otherwise
      : `the integration "${id}"${otherwise === "" ? "" : `, or ${otherwise}`}`;
  };
  return [
    ...(pages?.second === false
      ? [
          {
            ...{ gap: "never answered a second page", weight: 90 },
            how: "Let the client ask for smaller pages (page_size), and for more until `next` is null.",
          },
        ]
      : []),
    ...(pages?.empty === false
      ? [
          {
            ...{ gap: "never answered an empty page", weight: 80 },
            how: `Use ${card("empty", "a filter that nothing matches")}.`,
          },
        ]
      : []),
    ...(pages?.deleted === false
      ? [
          {
            ...{ gap: "never answered a deleted record", weight: 45 },
            how: `Ask with include_deleted=true after mock.remove(…)${cardOfData("edge-cases", operation) ? `, or use ${card("edge-cases", "")}` : ""}.`,
          },
        ]
      : []),
  ];
}

/** Those that every consumer meets sooner or later come first; what nobody can do anything about comes last. */
const weights: readonly (readonly [RegExp, number])[] = [
  [/^PLATFORM\.RATE_LIMIT_EXCEEDED$/, 85],
  [/^INTEGRATION\.AUTHENTICATION_INVALID$/, 75],
  [/^REMOTE\.(?:SERVICE_UNAVAILABLE|INPUT_INVALID)$/, 74],
  [/^INTEGRATION\.(?:SETUP_|INACTIVE)/, 70],
  [/^(?:HRIS|ATS|AI_APPLY)\./, 68],
  [/^INTEGRATION\./, 60],
  [/^REMOTE\./, 58],
  [/^PLATFORM\.(?:INPUT_INVALID|INTEGRATION_NOT_FOUND|UNKNOWN_ERROR)$/, 55],
  [/^/, 30],
];

/** How much a code that no test has met hurts, compared with others. */
export function weightOfCode(code: string): number {
  return weights.find(([pattern]) => pattern.test(code))?.[1] ?? 0;
}

function gapOfCode(operation: string, code: string): Gap {
  const card = cardOfCode(code, operation);
  const alternative = card === undefined ? "" : `, or the integration "${card}"`;
  return {
    gap: `was never answered ${code}`,
    weight: weightOfCode(code),
    how: `Use mock.fail("${operation}", "${code}", { times: 1 })${alternative}.`,
  };
}

function gapsOfFields(operation: string, { nulls, values }: OperationCoverage): Gap[] {
  const card = cardOfData("all-null", operation);
  const open = values.filter(({ other }) => other === false).map(({ at }) => shortPlace(at));
  return [
    ...(nulls.never.length > 0
      ? [
          {
            gap: `had ${nulls.never.length} of ${nulls.nullable} nullable fields never null: ${listed(nulls.never.map(shortPlace), 6)}`,
            weight: 65,
            how:
              card === undefined
                ? "Create a record with such fields null."
                : `Use the integration "${card}".`,
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            gap: `never answered a value that is not listed: ${listed(open, 4)}`,
            weight: 40,
            how: `Create a record with another text there: the API passes on what it cannot map.`,
          },
        ]
      : []),
  ];
}

/** A place from the record on, as `work_email`. */
export function shortPlace(at: string): string {
  return at.replace(/^answer\.(?:data\.)?(?:results\[\]\.)?/, "");
}

/** The first names of a list, those with the shortest way first, and how many there are beside them. */
export function listed(names: readonly string[], most: number): string {
  const depth = (name: string) => name.split(/[.[]/).length;
  const sorted = names.toSorted((a, b) => depth(a) - depth(b));
  const rest = sorted.length - most;
  return rest > 0 ? `${sorted.slice(0, most).join(", ")} and ${rest} more` : sorted.join(", ");
}
