/// <reference types="node" />

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstBlock } from "../../../test/code-block.ts";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

test.each(["## What else an answer may be", "# @kombo-mock/contract"])(
  "the README's example below %s prints what the README says",
  (heading) => {
    const section = readme.slice(readme.indexOf(`${heading}\n`));
    const printed = execFileSync(
      process.execPath,
      ["--conditions=kombo-mock-source", "--input-type=module-typescript"],
      { cwd: folder, input: firstBlock(section, "ts"), encoding: "utf8" },
    );
    expect(printed).not.toBe("");
    expect(printed).toBe(firstBlock(section, "text"));
  },
);
