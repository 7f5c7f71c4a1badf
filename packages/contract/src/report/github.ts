import type { ReportItem, ReportView } from "./item.ts";

const commands = { error: "error", warning: "warning", note: "notice" } as const;

/** A report as workflow commands of GitHub Actions: one annotation an entry. */
export function githubReport({ items, summary, passes }: ReportView): string {
  const lines = items.filter(({ waived }) => waived === null).map(annotation);
  const last = passes
    ? `::notice title=Kombo contract::${data(summary)}`
    : `::error title=Kombo contract::${data(summary)}`;
  return [...lines, last].join("\n");
}

function annotation({ id, level, fails, operation, message, fix, source, count }: ReportItem): string {
  const where = source === null ? "" : `file=${property(source)},`;
  const times = count > 1 ? ` (${count} times)` : "";
  const text = `${operation === null ? "" : `${operation}: `}${message}${times}\nTo do: ${fix}`;
  // What does not fail the run is not shown in red.
  const command = level === "error" && !fails ? "warning" : commands[level];
  return `::${command} ${where}title=${property(id)}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
