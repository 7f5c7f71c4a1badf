import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { fixedSet } from "./fixed-set.ts";

// Whoever changes a value on purpose pins the new hash, and raises `generation` if a world's values are among them.
const golden = "1eaf91a1daa492e356c01a4fd3f1ba251f68809dae778a6313a14f58dc31ed37";

// Other processes take a second when nothing else runs.
vi.setConfig({ testTimeout: 60_000 });

const set = fixedSet();

/** The hash of the fixed set, as another process makes it. */
async function hashElsewhere(environment: Readonly<Record<string, string>>): Promise<string> {
  const script = join(import.meta.dirname, "fixed-set.ts");
  const args = ["--conditions=kombo-mock-source", script];
  const env = { ...process.env, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return stdout.trim();
}

test("the same builds are made of the same bytes in every version", () => {
  expect(createHash("sha256").update(set).digest("hex")).toBe(golden);
});

test.concurrent.each([
  { where: "Tokyo, Japanese", environment: { TZ: "Asia/Tokyo", LC_ALL: "ja_JP.UTF-8", LANG: "ja_JP.UTF-8" } },
  {
    where: "Los Angeles, Turkish",
    environment: { TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8", LANG: "tr" },
  },
])("another process makes the same bytes: $where", async ({ environment }) => {
  expect(await hashElsewhere(environment)).toBe(golden);
});

test("the builds are many, and another seed makes others", () => {
  expect(set.length).toBeGreaterThan(1_000_000);
  expect(set).toContain('"id":"coursera:');
  expect(set).toContain('"employment_status":"LEAVE"');
  expect(fixedSet(2)).not.toBe(set);
});
