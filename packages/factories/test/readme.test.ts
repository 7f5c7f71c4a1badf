import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  customFieldFactory,
  integrationDetailsFactory,
  integrationFieldFactory,
} from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { firstBlock } from "../../../test/code-block.ts";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

/** The first block of code in this language. */
test("the README's example prints what the README says", () => {
  const args = [
    "--conditions=kombo-mock-source",
    "--input-type=module-typescript",
    "--eval",
    firstBlock(readme, "ts"),
  ];
  const printed = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(printed).not.toBe("");
  expect(printed).toBe(firstBlock(readme, "text"));
});

test("the README's example is about ten lines long", () => {
  expect(firstBlock(readme, "ts").trimEnd().split("\n").length).toBeLessThanOrEqual(10);
});

test("the README lists every trait, and no other", () => {
  const [, section = ""] = /^## Traits$(.*?)^## /ms.exec(readme) ?? [];
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) => row.split("|")[1]?.match(/\w+/g) ?? []);
  expect(listed.sort()).toEqual([...integrationDetailsFactory.traits].sort());
  for (const trait of integrationFieldFactory.traits) expect(section).toContain(`\`${trait}\``);
  expect(customFieldFactory.traits).toEqual([]);
});
