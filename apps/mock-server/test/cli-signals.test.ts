import { expect, test, vi } from "vitest";
import { open, readAll, replyOf } from "./raw.ts";
import { serveCli } from "./run-cli.ts";
import { refused } from "./serve.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

const head = "Host: localhost\r\nAuthorization: Bearer k\r\n";

test.for(["SIGTERM", "SIGINT"] as const)(
  "%s ends the server with 0 while connections are kept alive and half a request is there",
  async (signal) => {
    const { url, child, exit } = await serveCli();
    const [idle, half] = await Promise.all([open(url), open(url)]);
    half.write("GET /v1/check-api-k");
    idle.write(`GET /v1/check-api-key HTTP/1.1\r\n${head}\r\n`);
    await new Promise((resolve) => idle.once("data", resolve));
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
  },
);

test("a request under way is answered and logged first", async () => {
  const { url, child, exit, output } = await serveCli();
  const socket = await open(url);
  const answer = readAll(socket);
  socket.write(
    `POST /v1/connect/activate-integration HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 14\r\n\r\n{"token":`,
  );
  await fetch(`${url}/_mock/health`);
  child.kill("SIGTERM");
  await refusesConnections(url);
  socket.write('"ab"}');
  expect(replyOf(await answer)).toMatchObject(refused(400, "PLATFORM.INPUT_INVALID", expect.any(String)));
  expect(await exit).toEqual([0, null]);
  expect(output.stderr).toMatch(
    /^POST \/connect\/activate-integration 400 \d+ ms PLATFORM\.INPUT_INVALID: .*\n$/,
  );
});

test("a second signal does not wait for it", async () => {
  const { url, child, exit } = await serveCli();
  const socket = await open(url);
  socket.write(`POST /v1/force-sync HTTP/1.1\r\n${head}Content-Length: 14\r\n\r\n{`);
  await fetch(`${url}/_mock/health`);
  child.kill("SIGTERM");
  await refusesConnections(url);
  const began = performance.now();
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  // The first would wait for five seconds.
  expect(performance.now() - began).toBeLessThan(4_000);
});

/** Waits until a server has stopped to listen. */
async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${url}/_mock/health`);
    } catch {
      return;
    }
  }
}
