import type { DatapointHealth, FieldHealth } from "./datapoint-health.ts";
import type { HealthReport } from "./integration-health.ts";
import { count, obstacleTexts, problemText, remarkTexts } from "./wording.ts";

/** How a report is shown. */
export interface ReportTextOptions {
  /** Lists every field; otherwise they are counted. */
  readonly fields: boolean;
}

const allWell = "connected, set up and up to date";

type Row = readonly string[];

/** Writes a report for reading in a terminal: plain text with aligned columns, ending in a line break. */
export function reportText(report: HealthReport, { fields }: ReportTextOptions): string {
  const { integration, customer, problems, readModels, writeActions } = report;
  const states = problems.map((problem) => problemText(problem, report));
  const rowsOf = (datapoint: DatapointHealth) => (fields ? fieldRows(datapoint) : [countedRow(datapoint)]);
  const tables = [readModels.flatMap(rowsOf), writeActions.flatMap(rowsOf)];
  const widths = columnWidths(tables.flat());
  const [models, actions] = tables.map((rows) => rows.map((row) => alignedLine(row, widths)));
  return [
    `${integration.tool} of ${customer.name} (${integration.category}${integration.isBeta ? ", beta" : ""})`,
    `${integration.id}, scope config "${integration.scopeConfig}"`,
    ...section("Integration", states.length > 0 ? states : [allWell]),
    ...section("Read models", models),
    ...section("Write actions", actions),
    "",
    summary(report),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[] = []): string[] {
  return ["", title, ...(lines.length > 0 ? lines : ["none"]).map((line) => `  ${line}`)];
}

function countedRow(datapoint: DatapointHealth): Row {
  const { id, fields } = datapoint;
  const working = fields.filter(({ available }) => available).length;
  const counted = fields.length === 0 ? "no fields" : `${working} of ${count(fields.length, "field")}`;
  return [id, availability(datapoint), counted, reasons(datapoint)];
}

function fieldRows(datapoint: DatapointHealth): Row[] {
  const row = (indent: string, one: FieldHealth) => [indent + one.id, availability(one), reasons(one)];
  return [row("", datapoint), ...datapoint.fields.map((field) => row("  ", field))];
}

function availability({ available }: FieldHealth): string {
  return available ? "available" : "not available";
}

function reasons({ obstacles, remarks }: FieldHealth): string {
  return [
    ...obstacles.map((obstacle) => obstacleTexts[obstacle]),
    ...remarks.map((remark) => remarkTexts[remark]),
  ].join("; ");
}

function columnWidths(rows: readonly Row[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
}

function alignedLine(row: Row, widths: readonly number[]): string {
  return row
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join("  ")
    .trimEnd();
}

function summary({ problems, readModels, writeActions }: HealthReport): string {
  const missing = (list: readonly FieldHealth[]) => list.filter(({ available }) => !available).length;
  const fieldsOf = (list: readonly DatapointHealth[]) => list.flatMap(({ fields }) => fields);
  const counted = Object.entries({
    problem: problems.length,
    "unavailable read model": missing(readModels),
    "unavailable write action": missing(writeActions),
    "unavailable field": missing([...fieldsOf(readModels), ...fieldsOf(writeActions)]),
  }).flatMap(([noun, amount]) => (amount > 0 ? count(amount, noun) : []));
  return counted.length > 0 ? `In the way: ${counted.join(", ")}.` : "Nothing stands in the way.";
}
