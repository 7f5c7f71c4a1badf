import { Kombo } from "@kombo-api/sdk";
import { integrationDetails } from "@kombo-mock/fixtures/general/integration-details";
import { ListenError, startServer } from "kombo-mock";
import { expect, onTestFinished, test, vi } from "vitest";
import { closed, open, readAll } from "./raw.ts";
import { example, serve } from "./serve.ts";

const keepAliveRequest =
  "GET /v1/check-api-key HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\n\r\n";
const halfRequest =
  "POST /v1/connect/activate-integration HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n";

test("the documented example is answered as it is documented", async () => {
  const { ask } = await serve();
  expect(await ask(`GET /v1/integrations/${example}`)).toEqual({
    status: 200,
    json: { status: "success", data: integrationDetails },
  });
});

test("the official client reads it", async () => {
  const { baseUrl } = await serve();
  const kombo = new Kombo({ api_key: "ks_dev_mock", server_url: baseUrl });
  const { data } = await kombo.general.getIntegrationDetails({ integration_id: example });
  expect(data).toEqual({ ...integrationDetails, created_at: new Date(integrationDetails.created_at) });
});

test("an answer is JSON with its length, on a connection that stays open", async () => {
  const { send } = await serve();
  const { headers } = await send("GET /v1/check-api-key");
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(headers.get("content-length")).toBe("114");
  expect(headers.get("connection")).toBe("keep-alive");
});

test("port 0 takes a free port, which the addresses name", async () => {
  const { url, baseUrl } = await serve();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  expect(baseUrl).toBe(`${url}/v1`);
});

test("two servers side by side know nothing of each other", async () => {
  const [one, other] = await Promise.all([serve(), serve()]);
  await one.ask(`DELETE /v1/integrations/${example}`, { body: {} });
  expect((await one.ask(`GET /v1/integrations/${example}`)).status).toBe(404);
  expect((await other.ask(`GET /v1/integrations/${example}`)).status).toBe(200);
});

test("a taken port is told in a sentence", async () => {
  const { url } = await serve();
  const port = Number(new URL(url).port);
  await expect(startServer({ port })).rejects.toThrow(
    new ListenError(
      `Port ${port} on 127.0.0.1 is taken. Take another with --port, a free one with --port 0, or stop what listens there.`,
    ),
  );
});

test("an address of another machine is told in a sentence", async () => {
  await expect(startServer({ port: 0, host: "192.0.2.1" })).rejects.toThrow(
    '"192.0.2.1" is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all, with --host.',
  );
});

test("a public URL that is none is refused before the server listens", async () => {
  await expect(startServer({ port: 0, publicUrl: "mock.example.com" })).rejects.toThrow(
    'publicUrl must be an absolute URL such as https://mock.example.com, but is "mock.example.com".',
  );
});

test("closing ends connections that are kept alive", async () => {
  const server = await startServer({ port: 0 });
  const socket = await open(server.url);
  socket.write(keepAliveRequest);
  await new Promise((resolve) => socket.once("data", resolve));
  await server.close();
  await closed(socket);
  expect(socket.closed).toBe(true);
});

test("closing ends connections on which nothing, or only half a question, was ever asked", async () => {
  // So that no patience of the server can come to an end.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const server = await startServer({ port: 0 });
  const sockets = await Promise.all([open(server.url), open(server.url)]);
  sockets[0]?.write("GET /v1/check-api-k");
  // Seen by the server only once it has answered somebody who came later.
  await fetch(`${server.baseUrl}/check-api-key`);
  await server.close();
  await Promise.all(sockets.map(closed));
  expect(sockets.map((socket) => socket.closed)).toEqual([true, true]);
});

test("closing waits for a body that is under way, and answers it", async () => {
  const server = await startServer({ port: 0 });
  const socket = await open(server.url);
  const answer = readAll(socket);
  socket.write(`${halfRequest}{"token":`);
  await fetch(`${server.baseUrl}/check-api-key`);
  const closing = server.close();
  await expect(fetch(server.url)).rejects.toThrow();
  socket.write('"abcdefgh"}');
  await closing;
  expect(await answer).toContain("is no activation token");
});

test("closing does not wait for ever for a body that does not come", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const server = await startServer({ port: 0 });
  const socket = await open(server.url);
  socket.write(`${halfRequest}{`);
  await fetch(`${server.baseUrl}/check-api-key`);
  const closing = server.close();
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  await closing;
  await closed(socket);
  expect(socket.closed).toBe(true);
});

test("closing twice is closing once", async () => {
  const { close } = await startServer({ port: 0 });
  await Promise.all([close(), close()]);
  await expect(close()).resolves.toBeUndefined();
});
