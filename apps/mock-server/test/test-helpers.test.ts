import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type ServerOptions, startServer } from "../src/server.ts";

// Each run starts processes, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 120_000 });

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

async function serve(options: ServerOptions = {}): Promise<string> {
  const server = await startServer({ port: 0, clock: "frozen", ...options });
  onTestFinished(() => server.close());
  return server.url;
}

/** Runs a project's tests against a server, as a user does. */
function run(project: string, args: readonly string[], url: string) {
  const { VITEST: _, VITEST_POOL_ID: __, NODE_TEST_CONTEXT: ___, NODE_OPTIONS: ____, ...env } = process.env;
  const options = {
    cwd: join(import.meta.dirname, "projects", project),
    env: { ...env, MOCK_URL: url, NO_COLOR: "1", FORCE_COLOR: "0" },
  };
  return new Promise<{ failed: boolean; output: string }>((done) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      done({ failed: error !== null, output: `${stdout}\n${stderr}` }),
    );
  });
}

const nodeTest = ["--conditions=kombo-mock-source", "--test", "--test-reporter=spec", "remote.spec.ts"];

test("two workers of Vitest use one server, each in a world of its own", async () => {
  const { failed, output } = await run("vitest", [vitest, "run", "--maxWorkers=2"], await serve());
  expect(output).toMatch(/4 passed/);
  expect(new Set(output.match(/ks_dev_mock_vitest_\d/g)).size).toBe(2);
  expect(failed).toBe(false);
});

test("tests of node:test use a server, which tells of itself when one fails", async () => {
  const { failed, output } = await run("node-test", nodeTest, await serve({ seed: 5, world: "demo" }));
  expect(failed).toBe(true);
  expect(output).toMatch(/✔ sees what it wrote/);
  expect(output).toMatch(
    /and fails": seed 5, world demo, date 2026-01-15, clock 2026-01-15T09:00:00\.000Z\. The one exchange:/,
  );
});

test("a server that shows all keys the same world is refused", async () => {
  const url = await serve({ isolation: "shared" });
  await fetch(`${url}/v1/check-api-key`, { headers: { authorization: "Bearer ks_dev_somebody" } });
  const { failed, output } = await run("node-test", nodeTest, url);
  expect(failed).toBe(true);
  expect(output).toContain("Start it without --shared.");
});
