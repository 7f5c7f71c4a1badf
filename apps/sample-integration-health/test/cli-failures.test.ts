import { createServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { example } from "./doors.ts";
import { goodKey, openWithCli, runCli } from "./run-cli.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

test.each([
  { what: "an unknown integration", id: "factorial:unknown", code: "INTEGRATION_NOT_FOUND, HTTP 404" },
  {
    what: "a wrong key",
    environment: { KOMBO_API_KEY: "ks_dev_invalid_x" },
    code: "AUTHENTICATION_INVALID, HTTP 401",
  },
])("$what ends it with 2 and one sentence", async ({ id = example, environment = goodKey, code }) => {
  const { run } = await openWithCli();
  const { exitCode, stdout, stderr } = await run([id], environment);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^Could not read "[\w:]+": [^\n.]+; (check|set) [^\n]+\.\n$/);
  expect(stderr).toContain(`(PLATFORM.${code})`);
});

test("a missing key ends it with 2 and one sentence", async () => {
  const { run, takeViolations } = await openWithCli();
  expect(await run([example], {})).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `Could not read "${example}": the API key is missing or not valid; set KOMBO_API_KEY to one that is (PLATFORM.AUTHENTICATION_INVALID, HTTP 401).\n`,
  });
  expect(takeViolations()).toMatchObject([{ rule: "missing-authorization" }]);
});

test("a base URL without its /v1 ends it with 2 and says so", async () => {
  const { run, baseUrl } = await openWithCli();
  const KOMBO_BASE_URL = baseUrl.replace(/\/v1$/, "");
  expect(await run([example], { ...goodKey, KOMBO_BASE_URL })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("; check that KOMBO_BASE_URL ends in /v1,"),
  });
});

test("a connection that breaks ends it with 2 and one sentence", async () => {
  const { run } = await openWithCli();
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const { exitCode, stdout, stderr } = await run([example], {
    ...goodKey,
    KOMBO_BASE_URL: `http://127.0.0.1:${port}/v1`,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/the API cannot be reached; check the network and KOMBO_BASE_URL \([A-Z_]+\)\.\n$/);
});

test.each([
  { what: "no id", args: [], said: "Which integration? Its id is missing.\n\nUsage:" },
  {
    what: "two ids",
    args: ["a:1", "b:2"],
    said: 'One integration at a time, please: "b:2" is too much.\n\nUsage:',
  },
  { what: "an unknown option", args: ["--colour", "a:1"], said: "Unknown option '--colour'" },
  {
    what: "a base URL that is none",
    args: ["a:1"],
    environment: { KOMBO_BASE_URL: "localhost" },
    said: 'KOMBO_BASE_URL is "localhost", which is no URL; set it to one.\n',
  },
  {
    what: "a key that no header can carry",
    args: ["a:1"],
    environment: { KOMBO_API_KEY: "ks_dev\nsample" },
    said: "KOMBO_API_KEY holds a character that no key has; set it anew.\n",
  },
])("$what ends it with 2 before anything is sent", async ({ args, environment = {}, said }) => {
  const sent: unknown[] = [];
  const { exitCode, stdout, stderr } = await runCli(args, environment, (exchange) => sent.push(exchange));
  expect({ exitCode, stdout, sent }).toEqual({ exitCode: 2, stdout: "", sent: [] });
  expect(stderr.startsWith(said)).toBe(true);
});
