import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createMock } from "@kombo-mock/msw";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { expect, onTestFinished, test, vi } from "vitest";

/** A server that answers the same to everybody. */
async function receiver(status: number, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(status, headers).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
}

test.each([
  ["http://127.0.0.1:3000/"],
  ["http://127.1.2.3/"],
  ["http://localhost:3000/a"],
  ["https://[::1]:3000/"],
  ["http://2130706433/"],
  ["http://backend:3000/"],
  ["http://Host.Docker.Internal/"],
])("webhooks may go to %s", async (url) => {
  const mock = createMock({ webhooks: { allowedHosts: ["backend", "host.docker.internal"] } });
  expect((await mock.webhooks.endpoints.create({ url })).url).toBe(url);
});

test.each([
  ["http://example.com/", 'leads to "example.com"'],
  ["http://127.0.0.1.example.com/", "loopback addresses only"],
  ["http://localhost.example.com/", "loopback addresses only"],
  ["http://0.0.0.0:3000/", "loopback addresses only"],
  ["http://[::ffff:10.0.0.1]/", "loopback addresses only"],
  ["http://user:secret@127.0.0.1/", "no user name"],
  ["ftp://127.0.0.1/", "must be an absolute URL"],
  ["/webhooks", "must be an absolute URL"],
])("webhooks may not go to %s", async (url, message) => {
  const mock = createMock();
  await expect(mock.webhooks.endpoints.create({ url })).rejects.toThrow(message);
  const { id } = await mock.webhooks.endpoints.create({ url: "http://127.0.0.1:3000/" });
  await expect(mock.webhooks.endpoints.update(id, { url })).rejects.toThrow(`body.url ${""}`);
  expect(() => createMock({ webhooks: { url } })).toThrow(message);
});

test("neither MSW nor a stubbed fetch nor fake timers keep a webhook from its receiver", async () => {
  const caught: string[] = [];
  const server = setupServer(
    http.all("*", ({ request }) => {
      caught.push(request.url);
      return new HttpResponse(null, { status: 418 });
    }),
  );
  server.listen({ onUnhandledFrame: "error" });
  onTestFinished(() => server.close());
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.reject(new Error("stubbed")));
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  vi.useRealTimers();
  const url = await receiver(200);
  vi.useFakeTimers();
  const mock = createMock({ clock: "frozen" });
  await mock.webhooks.endpoints.create({ url });
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  expect(deliveries).toMatchObject([{ state: "delivered", cause: "answered 200" }]);
  expect(caught).toEqual([]);
});

test("a redirect is not followed, wherever it leads", async () => {
  const target = await receiver(200);
  const mock = createMock({ clock: "frozen" });
  await mock.webhooks.endpoints.create({ url: await receiver(307, { location: target }) });
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  expect(deliveries[0]?.cause).toContain(
    `answered 307, a redirect to ${target}: redirects are not followed.`,
  );
});

test("where nothing listens it says so", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const mock = createMock({ clock: "frozen" });
  await mock.webhooks.endpoints.create({ url: `http://127.0.0.1:${port}/` });
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  expect(deliveries[0]?.cause).toContain(`nothing listens on 127.0.0.1:${port}; is your server running?`);
});

test("who does not answer, or hangs up, is told apart", async () => {
  const silent = createServer(() => {});
  const rude = createServer((request) => request.socket.destroy());
  const urls = [];
  for (const server of [silent, rude]) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    urls.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }
  const mock = createMock({ clock: "frozen", webhooks: { timeoutMs: 100 } });
  for (const url of urls) await mock.webhooks.endpoints.create({ url });
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  expect(deliveries[0]?.cause).toContain("no answer within 0.1 s;");
  expect(deliveries[1]?.cause).toContain("closed the connection before it answered");
});

test.each([
  [{ secret: "" }, "webhooks.secret must not be empty"],
  [{ throttleMs: -1 }, "webhooks.throttleMs must be a number of milliseconds, but is -1."],
  [{ retryDelaysMs: [1, Number.NaN] }, "webhooks.retryDelaysMs[1] must be"],
  [{ events: ["nope" as "data-changed"], url: "http://127.0.0.1/" }, 'webhooks.events: "nope" is no event.'],
])("the options %j are refused", (webhooks, message) => {
  expect(() => createMock({ webhooks })).toThrow(message);
});
