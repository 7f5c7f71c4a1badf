import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** The modules that are loaded when an entry of `@kombo-mock/msw` is imported, whatever is loaded later. */
async function loadedBy(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "../packages/msw/src", entry)],
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["kombo-mock-source"],
    external: ["msw", "msw/node", "vitest"],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of metafile.inputs[file]?.imports ?? [])
      if (kind === "import-statement") load(path);
  };
  load(`packages/msw/src/${entry}`);
  return [...loaded];
}

test.each(["vitest.ts", "node/node-test.ts"])(
  "the test helper %s loads neither msw nor what judges answers before it has to",
  async (entry) => {
    const loaded = await loadedBy(entry);
    expect(loaded).toContain("packages/msw/src/create-mock.ts");
    expect(loaded.filter((file) => /^msw(?:\/|$)|\/msw\/lib\/|validators/.test(file))).toEqual([]);
  },
);
