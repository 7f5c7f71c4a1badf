import { defineConfig } from "vitest/config";

// Tests import packages by their names and get the sources, never a stale build.
const conditions = ["kombo-mock-source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["{packages,apps}/*/{src,test}/**/*.test.ts", "fixtures/test/**/*.test.ts", "test/**/*.test.ts"],
    // A test that asserts nothing does not pass.
    expect: { requireAssertions: true },
    // No test is about time: this only ends what hangs, on whatever machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
});
