import { isRule } from "../rule-table.ts";
import { plural, type ReportItem, type ReportView } from "./item.ts";

/** A report for people, as text. */
export function prettyReport({ items, remarks, summary, name, sections = [] }: ReportView): string {
  const hint = name === "contract diff" ? [] : explained(items);
  return [
    ...items.map(entry),
    ...(remarks.length > 0 ? [remarks.join("\n")] : []),
    ...hint,
    ...sections.map(({ lines }) => lines.join("\n")),
    summary,
  ].join("\n\n");
}

function entry(item: ReportItem): string {
  const { level, id, operation, message, fix, count, details, waived } = item;
  const times = count > 1 ? ` (${plural(count, "time")})` : "";
  const state = waived === null ? "" : `, waived: ${waived}`;
  return [
    `${level} ${id}${times}${state}`,
    ...(operation === null ? [] : [`  ${operation}`]),
    `  ${message}`,
    ...(waived === null ? [...details, `to do: ${fix}`].map((line) => `  ${line}`) : []),
  ].join("\n");
}

function explained(items: readonly ReportItem[]): string[] {
  const [first] = items.filter(({ waived, id }) => waived === null && isRule(id));
  return first ? [`With an example of each: kombo-mock contract explain ${first.id}`] : [];
}
