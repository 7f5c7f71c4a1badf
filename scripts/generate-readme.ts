import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumptions, type TestCard, testCardList, type WorldName, worlds } from "@kombo-mock/msw/core";
// Fresh by now: fixtures are generated before READMEs.
import members from "../fixtures/generated/cast.json" with { type: "json" };
import { root } from "./run.ts";

/** The parts of READMEs that are data, between a comment that begins with the name and one that ends it. */
const parts: readonly (readonly [file: string, name: string, table: () => string])[] = [
  ["README.md", "worlds", worldTable],
  ["README.md", "guesses", guesses],
  ["packages/msw/README.md", "cards", cards],
  ["packages/msw/README.md", "twins", twins],
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

function worldTable(): string {
  const about = {
    small: "a company of each kind, and integrations in the states that tests need: what the fixtures hold",
    demo: "all of `small`, and some more customers: complete and plausible, for people",
    edge: "all of `small`, and what breaks naive clients: empty, unmapped, extreme, deleted and erased records",
    large: "all of `small`, with companies of 10,000 employees and as many candidates",
    empty: "the integrations of `small`, without any records",
  } satisfies Record<WorldName, string>;
  const rows = Object.entries(about).map(
    // The keys are those of the type.
    ([name, what]) => `| \`${name}\` | ${what} | ${worlds[name as WorldName].integrations.length} |\n`,
  );
  return `| world | what it holds | integrations |\n| --- | --- | --- |\n${rows.join("")}`;
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

function cards(): string {
  const byName = Map.groupBy(testCardList, ({ name }) => name);
  const rows = [...byName.values()].map((all) => {
    const of = (category: TestCard["category"]) => {
      const found = all.find((card) => card.category === category);
      return found ? `\`${found.id}\`` : "";
    };
    return `| ${all[0]?.does} | ${of("HRIS")} | ${of("ATS")} | ${of("ASSESSMENT")} |\n`;
  });
  return `| what it does | HRIS | ATS | assessment |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

function twins(): string {
  const rows = testCardList.map(({ id, twin }) => `| \`${id}\` | \`${twin}\` |\n`);
  return `| card | twin |\n| --- | --- |\n${rows.join("")}`;
}
