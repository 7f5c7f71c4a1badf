import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumptions } from "@kombo-mock/msw/core";
// Fresh by now: fixtures are generated before READMEs.
import members from "../fixtures/generated/cast.json" with { type: "json" };
import { root } from "./run.ts";

/** The parts of READMEs that are data, between a comment that begins with the name and one that ends it. */
const parts: readonly (readonly [file: string, name: string, table: () => string])[] = [
  ["README.md", "guesses", guesses],
  ["fixtures/README.md", "cast", cast],
];

for (const [file, name, table] of parts) {
  const written = readFileSync(join(root, file), "utf8");
  const place = new RegExp(`(<!-- ${name}:[^>]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  const fresh = written.replace(place, (_whole, begin: string, end: string) => `${begin}${table()}${end}`);
  if (!process.argv.includes("--check")) writeFileSync(join(root, file), fresh);
  else if (fresh !== written || !place.test(written)) {
    console.error(`${file} is not fresh. Run: pnpm generate`);
    process.exitCode = 1;
  }
}

function guesses(): string {
  const rows = Object.entries(assumptions).map(([name, { question, choice, alternatives, why }]) => {
    const others = (alternatives as readonly unknown[]).filter((one) => one !== choice).join(", ");
    return `| \`${name}\` | ${question} | ${String(choice)} | ${others || "–"} | ${why} |`;
  });
  return `| guess | question | our choice | others | why |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function cast(): string {
  const rows = Object.entries(members).map(
    ([name, { collection, description }]) => `| \`${name}\` | \`${collection}\` | ${description} |`,
  );
  return `| name | collection | what is special |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
