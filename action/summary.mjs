// Tells in the summary of the job what a run came to: its last line, and what fails it. Takes the folder of artefacts.
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;
const { summary, exitCode } = read("run.json");
const { entries = [] } = read("report.json");

const open = entries.filter(({ waived, severity }) => waived === null && severity !== "note");
const shown = open.slice(0, 20);
const lines = [
  `### ${exitCode === 0 ? "✅" : "❌"} Kombo contract`,
  "",
  summary,
  ...(shown.length > 0 ? ["", "| | rule | operation | what is wrong |", "| --- | --- | --- | --- |"] : []),
  ...shown.map(
    ({ severity, rule, operation, message }) =>
      `| ${[severity, rule, operation ?? "", message].map(cell).join(" | ")} |`,
  ),
  ...(open.length > shown.length ? ["", `And ${open.length - shown.length} more in report.html.`] : []),
];

if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${lines.join("\n")}\n`);
if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `summary=${summary.replaceAll(/\s+/g, " ")}\n`);

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

/** A text in one cell of a table, of which nothing is read as Markdown or HTML. @param {string} text */
function cell(text) {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]|~]/g, "\\$&");
}
