import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { explainRule, ruleNames, ruleTexts, weightOf } from "@kombo-mock/contract/rules";

// Writes one page for each rule, the same text that `kombo-mock contract explain` prints, and the rules' names into the
// schema of kombo-contract.json. With `--check` nothing is written, and what is stale is told.

const folder = join(import.meta.dirname, "../docs/rules");
const schemaFile = join(import.meta.dirname, "../kombo-contract.schema.json");
const index = [
  "# Rules",
  "",
  "| rule | severity | to blame | |",
  "| --- | --- | --- | --- |",
  ...ruleNames.map((rule) => {
    const { severity, blame } = weightOf(rule);
    return `| [${rule}](${rule}.md) | ${severity} | ${blame} | ${ruleTexts[rule].title} |`;
  }),
  "",
].join("\n");
const schema = readFileSync(schemaFile, "utf8");
const freshSchema = schema.replace(/("rule": \{\s*"enum": )\[[^\]]*\]/g, (_, before: string) => {
  return `${before}[${ruleNames.map((rule) => `\n              "${rule}"`).join(",")}\n            ]`;
});
const pages = new Map([
  [join(folder, "README.md"), index],
  ...ruleNames.map((rule): [string, string] => [join(folder, `${rule}.md`), `${explainRule(rule)}\n`]),
  [schemaFile, freshSchema],
]);

mkdirSync(folder, { recursive: true });
const known = readdirSync(folder).map((file) => join(folder, file));
const stale = [
  ...[...pages].filter(([file, text]) => !isFresh(file, text)).map(([file]) => file),
  ...known.filter((file) => !pages.has(file)),
];
if (process.argv.includes("--check")) {
  for (const file of stale) console.error(`${file} is stale. Run: pnpm generate`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const file of known) if (!pages.has(file)) rmSync(file);
  for (const [file, text] of pages) writeFileSync(file, text);
}

function isFresh(file: string, text: string): boolean {
  try {
    const written = readFileSync(file, "utf8");
    // How JSON is laid out is the formatter's business.
    return written === text || (file.endsWith(".json") && sameJson(written, text));
  } catch {
    return false;
  }
}

function sameJson(a: string, b: string): boolean {
  return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
}
