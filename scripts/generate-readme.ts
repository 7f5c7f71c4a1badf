import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumptions } from "@kombo-mock/msw/core";
import { root } from "./run.ts";

// Writes the parts of the README that are data: the table of guesses.
const file = join(root, "README.md");
const written = readFileSync(file, "utf8");
const fresh = written.replace(
  /(<!-- guesses:[^>]*-->\n)[\s\S]*?(<!-- \/guesses -->)/,
  (_whole, begin: string, end: string) => `${begin}${guesses()}${end}`,
);
if (!process.argv.includes("--check")) writeFileSync(file, fresh);
else if (fresh !== written) {
  console.error("README.md is not fresh. Run: pnpm generate");
  process.exitCode = 1;
}

function guesses(): string {
  const rows = Object.entries(assumptions).map(([name, { question, choice, alternatives, why }]) => {
    const others = (alternatives as readonly unknown[]).filter((one) => one !== choice).join(", ");
    return `| \`${name}\` | ${question} | ${String(choice)} | ${others || "–"} | ${why} |`;
  });
  return `| guess | question | our choice | others | why |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}
