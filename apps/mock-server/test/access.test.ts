import { request } from "node:http";
import { expect, test } from "vitest";
import { exchange, replyOf } from "./raw.ts";
import { type Reply, refused, serve, type TestServer } from "./serve.ts";

const link = { end_user_email: "ada@example.com", end_user_organization_name: "Acme" };

/** Asks with a Host of one's own, which `fetch` does not let be set. */
function askAs(host: string, url: string, call: string, body?: unknown): Promise<Reply> {
  const [method, path] = call.split(" ");
  const headers = { host, authorization: "Bearer ks_dev_mock", "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method: method ?? "", headers, agent: false }, async (answer) => {
      const text = (await answer.setEncoding("utf8").toArray()).join("");
      resolve({ status: answer.statusCode ?? 0, json: JSON.parse(text) });
    });
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const linkTo = (address: string) => ({
  status: 200,
  json: { data: { link: expect.stringMatching(new RegExp(`^${address}/_mock/connect/[1-9A-Za-z]{24}$`)) } },
});

test("control calls are not served under a strange name", async () => {
  const { url } = await serve();
  expect(await askAs("mock.example.com:8080", url, "GET /_mock/health")).toMatchObject(
    refused(
      403,
      null,
      'The control calls are not served under the name "mock.example.com:8080". Allow it with --allow-host mock.example.com.',
    ),
  );
});

test.for(["localhost", "localhost:1", "127.0.0.1", "[::1]:4747", "LOCALHOST"])(
  "control calls are served under the name %s",
  async (host) => {
    const { url } = await serve();
    expect((await askAs(host, url, "GET /_mock/health")).status).toBe(200);
  },
);

test("a name that was allowed is accepted, whatever its letters' case and port", async () => {
  const { url } = await serve({ allowedHosts: ["Mock.Example.com:80", "other"] });
  expect((await askAs("mock.example.COM:8080", url, "GET /_mock/health")).status).toBe(200);
  expect((await askAs("other", url, "GET /_mock/health")).status).toBe(200);
  expect((await askAs("another", url, "GET /_mock/health")).status).toBe(403);
});

test("a control call that names no host is refused", async () => {
  const { url } = await serve();
  expect(replyOf(await exchange(url, "GET /_mock/health HTTP/1.0\r\n\r\n"))).toMatchObject(
    refused(403, null, "A control call has to name the server in its Host header, and this one does not."),
  );
});

test.for(["https://evil.example.com", "null", "http://127.0.0.1.evil.example.com", "nonsense"])(
  "a page of the origin %s may not steer the mock",
  async (origin) => {
    const { ask } = await serve();
    expect(await ask("POST /_mock/reset", { headers: { origin }, body: {} })).toMatchObject(
      refused(403, null, `A page of "${origin}" may not call /_mock. Allow its host with --allow-host.`),
    );
  },
);

test("a page of the mock's own may, and one of an allowed host", async () => {
  const { ask, url } = await serve({ allowedHosts: ["app.example.com"] });
  for (const origin of [url, "http://localhost:5173", "https://app.example.com"]) {
    expect((await ask("POST /_mock/reset", { headers: { origin }, body: {} })).status).toBe(200);
  }
});

test("the API is served under any name, and from any page", async () => {
  const { url, ask } = await serve();
  expect((await askAs("kombo.internal", url, "GET /v1/check-api-key")).status).toBe(200);
  const headers = { origin: "https://evil.example.com" };
  expect((await ask("GET /v1/check-api-key", { headers })).status).toBe(200);
});

test("links begin with the name under which the server was reached", async () => {
  const { url } = await serve();
  const host = `localhost:${new URL(url).port}`;
  expect(await askAs(host, url, "POST /v1/connect/create-link", link)).toMatchObject(
    linkTo(`http://${host}`),
  );
});

test("links begin with the server's own address where that name is strange", async () => {
  const { url } = await serve();
  expect(await askAs("evil.example.com", url, "POST /v1/connect/create-link", link)).toMatchObject(
    linkTo(url),
  );
  expect(await askAs("evil.example.com", url, "GET /v1/nothing")).toMatchObject({
    json: { error: { log_url: expect.stringContaining(`${url}/_mock/`) } },
  });
});

test.for([
  ["https://mock.example.com", "https://mock.example.com"],
  ["https://mock.example.com/kombo/", "https://mock.example.com/kombo"],
  ["https://example.com/kombo/v1", "https://example.com/kombo"],
] as const)("links begin with the public URL: %s", async ([publicUrl, address]) => {
  const { ask, url } = await serve({ publicUrl });
  expect(await ask("POST /v1/connect/create-link", { body: link })).toMatchObject(linkTo(address));
  expect((await askAs(new URL(publicUrl).host, url, "GET /_mock/health")).status).toBe(200);
});

test("a server on all addresses is reached, and linked to, on loopback", async () => {
  const { url, ask } = await serve({ host: "0.0.0.0" });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask("POST /v1/connect/create-link", { body: link })).toMatchObject(linkTo(url));
  expect((await askAs("0.0.0.0", url, "GET /_mock/health")).status).toBe(200);
});

test("an address of IPv6 is written with brackets", async () => {
  const { url, ask } = await serve({ host: "::1" });
  expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await ask("GET /_mock/health")).status).toBe(200);
});

const page = "http://localhost:5173";

/** The headers by which a browser decides, and whether caches must tell origins apart. */
async function corsOf({ send }: TestServer, call: string, origin: string, asked?: string) {
  const headers = { origin, ...(asked ? { "access-control-request-headers": asked } : {}) };
  const answer = await send(call, { headers });
  return {
    status: answer.status,
    ...Object.fromEntries([...answer.headers].filter(([name]) => /^access-control|^vary$/.test(name))),
  };
}

const allowed = {
  "access-control-allow-origin": page,
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "*",
  vary: "origin",
};

test("a page of an allowed origin may call the API", async () => {
  const server = await serve({ corsOrigins: [page] });
  expect(await corsOf(server, "GET /v1/check-api-key", page)).toEqual({ status: 200, ...allowed });
  expect(await corsOf(server, "GET /v1/nothing", page)).toEqual({ status: 404, ...allowed });
});

test("its preflight is answered without a body, with the headers that it asked for", async () => {
  const server = await serve({ corsOrigins: [page] });
  const headers = "authorization,x-integration-id";
  expect(await corsOf(server, "OPTIONS /v1/force-sync", page, headers)).toEqual({
    status: 204,
    ...allowed,
    "access-control-allow-headers": headers,
  });
});

test("an origin that was given with a slash at the end is the same origin", async () => {
  const server = await serve({ corsOrigins: [`${page}/`] });
  expect(await corsOf(server, "GET /v1/check-api-key", page)).toEqual({ status: 200, ...allowed });
});

test("a star allows every origin", async () => {
  const server = await serve({ corsOrigins: ["*"] });
  expect(await corsOf(server, "GET /v1/check-api-key", page)).toEqual({ status: 200, ...allowed });
});

test("no other page may, none unless told, and none may call the control calls", async () => {
  const closed = await serve();
  expect(await corsOf(closed, "GET /v1/check-api-key", page)).toEqual({ status: 200 });
  expect(await corsOf(closed, "OPTIONS /v1/force-sync", page)).toEqual({ status: 204 });
  const server = await serve({ corsOrigins: [page] });
  expect(await corsOf(server, "GET /v1/check-api-key", "http://localhost:5174")).toEqual({ status: 200 });
  expect(await corsOf(server, "GET /_mock/health", page)).toEqual({ status: 200 });
});
