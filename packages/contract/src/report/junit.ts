import type { ReportItem, ReportView } from "./item.ts";
import { escapeMarkup } from "./markup.ts";

/** A report as JUnit's XML: a test for each entry, and one for each operation with nothing that fails. */
export function junitReport({ name, items, operations, summary, passes }: ReportView): string {
  const failing = items.filter(({ fails }) => fails);
  const skipped = items.filter(({ waived }) => waived !== null);
  const named = new Set(failing.map(({ operation }) => operation));
  const passed = operations.filter((one) => !named.has(one));
  const isRed = !passes && failing.length === 0;
  const cases = [
    ...failing.map(failure),
    ...skipped.map(skip),
    ...passed.map(
      (one) => `    <testcase classname="${escapeMarkup(name)}" name="${escapeMarkup(one)}" time="0"/>`,
    ),
    ...(isRed
      ? [testcase(name, "evidence", `<failure message="${escapeMarkup(summary)}" type="no-evidence"/>`)]
      : []),
  ];
  const rest = items.filter(({ fails, waived }) => !fails && waived === null).map(line);
  const failures = failing.length + (isRed ? 1 : 0);
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeMarkup(name)}" ${counts} time="0">`,
    `  <testsuite name="${escapeMarkup(name)}" ${counts} skipped="${skipped.length}" time="0">`,
    ...cases,
    `    <system-out>${escapeMarkup([...rest, summary].join("\n"))}</system-out>`,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function failure(item: ReportItem): string {
  const text = [...item.details, `to do: ${item.fix}`].join("\n");
  const told = `<failure message="${escapeMarkup(item.message)}" type="${escapeMarkup(item.id)}">${escapeMarkup(text)}</failure>`;
  return testcase(item.operation ?? "no operation", `${item.id} at ${item.location}`, told);
}

function skip(item: ReportItem): string {
  const told = `<skipped message="${escapeMarkup(`waived: ${item.waived ?? ""}`)}"/>`;
  return testcase(item.operation ?? "no operation", `${item.id} at ${item.location}`, told);
}

function testcase(group: string, name: string, inside: string): string {
  return `    <testcase classname="${escapeMarkup(group)}" name="${escapeMarkup(name)}" time="0">${inside}</testcase>`;
}

function line({ level, id, operation, message, count }: ReportItem): string {
  return `${level} ${id} ${operation ?? ""}: ${message} (${count})`;
}
