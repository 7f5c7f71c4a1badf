import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { firstBlock } from "../../../test/code-block.ts";
import { webhooks } from "./schemas.ts";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

test("the README's example prints what the README says", () => {
  const printed = execFileSync(
    process.execPath,
    ["--conditions=kombo-mock-source", "--input-type=module-typescript"],
    { cwd: folder, input: firstBlock(readme, "ts"), encoding: "utf8" },
  );
  expect(printed).not.toBe("");
  expect(printed).toBe(firstBlock(readme, "text"));
});

test("the README counts the operations by domain, and the webhooks", () => {
  const byDomain = Map.groupBy(Object.values(operations), ({ domain }) => domain);
  const counts = [...byDomain].map(([domain, inDomain]) => `${inDomain.length} \`${domain}\``);
  const text = readme.replaceAll("\n", " ");
  expect(text).toContain(`It describes ${Object.keys(operations).length} operations in seven domains,`);
  expect(text).toContain(`and ${webhooks.length} webhooks: ${counts.sort(byWord).join(", ")}.`);
  expect(byDomain.size).toBe(7);
});

function byWord(one: string, other: string): number {
  return one.replace(/^\d+ /, "") < other.replace(/^\d+ /, "") ? -1 : 1;
}
