import type { CoverageReport, OperationCoverage } from "./coverage.ts";
import { listed, shortPlace, suggestionsOf, weightOfCode } from "./suggestions.ts";

const mostSuggestions = 6;

/** A coverage for people, as lines: what to test next first, then what each operation has met. */
export function coverageLines(report: CoverageReport): string[] {
  const operations = Object.entries(report.operations);
  if (operations.length === 0) return ["coverage: no operation was used."];
  const suggestions = suggestionsOf(report);
  const shown = suggestions
    .slice(0, mostSuggestions)
    .flatMap(({ operations: [first = "", ...others], gap, how }, at) => {
      const more = others.length > 0 ? ` (and ${others.length} more)` : "";
      return [`${at + 1}. ${first}${more} ${gap}.`, `   ${how}`];
    });
  const rest = suggestions.length - mostSuggestions;
  return [
    ...(suggestions.length > 0 ? ["Test next:", ...shown] : []),
    ...(rest > 0 ? [`   … and ${rest} more, below and in JSON.`] : []),
    "",
    ...operations.flatMap(([name, one]) => [...linesOf(name, one), ""]),
    summaryOf(operations.map(([, one]) => one)),
  ];
}

function linesOf(
  name: string,
  { exchanges, success, errors, pages, nulls, values }: OperationCoverage,
): string[] {
  const count = `${exchanges} exchange${exchanges === 1 ? "" : "s"}${success ? "" : ", none with success"}`;
  const all = errors.met.length + errors.missing.length;
  const lists = values.map(({ at, met, missing, other }) => {
    const open = other === false ? ", nor another text" : "";
    return missing.length === 0
      ? `${shortPlace(at)} never another text`
      : `${shortPlace(at)} never ${listed(missing, 3)}${open} (${met.length} of ${met.length + missing.length})`;
  });
  return [
    `${name}: ${count}`,
    ...(pages ? [`  pages   ${pagesOf(pages)}`] : []),
    ...(all > 0 ? [`  errors  ${errors.met.length} of ${all} met${never(byWeight(errors.missing), 3)}`] : []),
    ...(nulls.nullable > 0
      ? [
          `  nulls   ${nulls.nullable - nulls.never.length} of ${nulls.nullable} met${never(nulls.never.map(shortPlace), 6)}`,
        ]
      : []),
    ...(lists.length > 0
      ? [`  values  ${listed(lists, 2).replace(/ and (\d+) more$/, "; and $1 more fields")}`]
      : []),
  ];
}

function byWeight(codes: readonly string[]): string[] {
  return codes.toSorted((a, b) => weightOfCode(b) - weightOfCode(a));
}

function pagesOf({ empty, second, deleted }: NonNullable<OperationCoverage["pages"]>): string {
  const known = [
    ["an empty page", empty],
    ["a second page", second],
    ["deleted records", deleted],
  ] as const;
  const named = (is: boolean) => known.filter(([, met]) => met === is).map(([name]) => name);
  const [met, missing] = [named(true), named(false)];
  return [
    ...(met.length > 0 ? [`met ${met.join(", ")}`] : []),
    ...(missing.length > 0 ? [`never ${missing.join(", ")}`] : []),
  ].join("; ");
}

function never(names: readonly string[], most: number): string {
  return names.length === 0 ? "" : `; never ${listed(names, most)}`;
}

function summaryOf(operations: readonly OperationCoverage[]): string {
  const sum = (count: (one: OperationCoverage) => number) =>
    operations.reduce((total, one) => total + count(one), 0);
  const met = sum(({ errors }) => errors.met.length);
  const codes = met + sum(({ errors }) => errors.missing.length);
  const nullable = sum(({ nulls }) => nulls.nullable);
  const nulls = nullable - sum(({ nulls: { never: missing } }) => missing.length);
  const lists = operations.filter(({ pages }) => pages);
  const second = lists.filter(({ pages }) => pages?.second !== null);
  return [
    `coverage: ${operations.length} operation${operations.length === 1 ? "" : "s"}`,
    `${met} of ${codes} error codes`,
    `an empty page of ${lists.filter(({ pages }) => pages?.empty).length} of ${lists.length} lists`,
    `a second of ${second.filter(({ pages }) => pages?.second).length} of ${second.length}`,
    `${nulls} of ${nullable} nullable fields null`,
  ].join(" · ");
}
