import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import { receive } from "./receiver.ts";
import { runCli, serveCli } from "./run-cli.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

test("trigger sends one webhook through the running server, and says what came of it", async () => {
  const { url, received } = await receive((_, count) => ({ status: count === 1 ? 200 : 401, body: "seen" }));
  const server = await serveCli([
    "--webhook-url",
    url,
    "--webhook-secret",
    "known",
    "--webhook-events",
    "integration-state-changed,sync-finished",
  ]);
  const trigger = (...args: string[]) => runCli(["trigger", ...args, "--url", server.url]);
  const good = await trigger(
    "integration-state-changed",
    "--set",
    "state=INVALID",
    "--set",
    "end_user.origin_id=null",
  );
  expect(good).toMatchObject({ exitCode: 0, stderr: "" });
  expect(good.stdout).toContain(`→ ${url} delivered: answered 200\n  seen\n`);
  expect(received).toHaveLength(1);
  const body = JSON.parse(received[0]?.raw.toString() ?? "") as { data: object };
  expect(body.data).toMatchObject({ state: "INVALID", end_user: { origin_id: null } });
  expect(received[0]?.signature).toBe(
    createHmac("sha256", "known")
      .update(received[0]?.raw ?? "")
      .digest("base64url"),
  );

  const bad = await trigger("sync-finished");
  expect(bad.exitCode).toBe(1);
  expect(bad.stdout).toContain("answered 401: probably the signature check.");
  const unheard = await trigger("data-changed");
  expect(unheard).toMatchObject({ exitCode: 1 });
  expect(unheard.stdout).toContain('No endpoint is told of "data-changed".');
  const wrong = await trigger("sync-finished", "--integration", "hibob:nope");
  expect(wrong).toMatchObject({ exitCode: 1, stdout: "" });
  expect(wrong.stderr).toContain('error: There is no integration "hibob:nope".');
});

test.concurrent.for([
  [["trigger", "nope"], '"nope" is no event. There are data-changed, sync-finished,'],
  [["trigger", "data-changed", "--set", "state"], "It must be path=value, such as state=INVALID."],
  [
    ["trigger", "data-changed", "--url", "http://127.0.0.1:1"],
    "Nothing answers at http://127.0.0.1:1. Start a server with kombo-mock serve",
  ],
  [
    ["serve", "--webhook-url", "http://example.com/"],
    '--webhook-url leads to "example.com", and webhooks go to loopback addresses only.',
  ],
  [["serve", "--webhook-url", "nope"], "It must be an absolute URL"],
  [["serve", "--webhook-events", "data-changed"], "which is missing"],
  [["serve", "--webhook-events", "nope"], '"nope" is no event.'],
] as const)("%j is refused", async ([args, message], { expect }) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect([exitCode, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(message);
});
