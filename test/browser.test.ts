import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const entries = {
  "@kombo-mock/msw": "packages/msw/src/index.ts",
  "@kombo-mock/msw/core": "packages/msw/src/core.ts",
  "@kombo-mock/contract": "packages/contract/src/index.ts",
  "@kombo-mock/factories": "packages/factories/src/index.ts",
};

test.each(Object.entries(entries))(
  "%s is bundled for a browser, with nothing of Node in it",
  async (_name, entry) => {
    const { metafile } = await build({
      entryPoints: [join(import.meta.dirname, "..", entry)],
      bundle: true,
      platform: "browser",
      format: "esm",
      conditions: ["kombo-mock-source"],
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    expect(imported.filter(({ path, external }) => external || path.startsWith("node:"))).toEqual([]);
  },
);

test("the core does not bring msw", async () => {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "../packages/msw/src/core.ts")],
    bundle: true,
    platform: "browser",
    format: "esm",
    conditions: ["kombo-mock-source"],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  expect(Object.keys(metafile.inputs).filter((file) => /node_modules\/msw\//.test(file))).toEqual([]);
});
