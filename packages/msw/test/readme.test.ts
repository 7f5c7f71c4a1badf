import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

/** The first block of code in this language. */
function firstBlock(language: string): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(readme)?.[1] ?? "";
}

test("the README's example prints what the README says", () => {
  const args = [
    "--conditions=kombo-mock-source",
    "--input-type=module-typescript",
    "--eval",
    firstBlock("ts"),
  ];
  const printed = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(printed).not.toBe("");
  expect(printed).toBe(firstBlock("text"));
});
