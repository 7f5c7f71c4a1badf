/// <reference types="node" />

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstBlock } from "../../../test/code-block.ts";

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
