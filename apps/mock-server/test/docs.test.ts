import { readFileSync } from "node:fs";
import { request } from "node:http";
import { expect, test, vi } from "vitest";
import { refused, serve } from "./serve.ts";

// Calls go through, and are counted.
vi.mock(import("node:fs"), { spy: true });

/** How often the renderer was read. */
const rendererReads = () =>
  vi.mocked(readFileSync).mock.calls.filter(([path]) => /redoc/.test(String(path))).length;

// Before each test the calls are forgotten: those of the modules' loading are counted here.
const readsWhileLoading = rendererReads();

test("the renderer is read when it is asked for, and not before", async () => {
  const { send } = await serve();
  await send("GET /_mock/docs");
  expect([readsWhileLoading, rendererReads()]).toEqual([0, 0]);
  await send("GET /_mock/docs/reference.js");
  expect(rendererReads()).toBe(1);
});

test("the reference is a page", async () => {
  const { send } = await serve();
  const answer = await send("GET /_mock/docs", { key: null });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const html = await answer.text();
  expect(html).toContain("<title>Kombo Mock: API reference</title>");
  expect(html).toContain("Unofficial: not made, endorsed or supported by Kombo.");
});

test("the control calls have a page of their own, over their own document", async () => {
  const { url, send } = await serve();
  const answer = await send("GET /_mock/docs/control", { key: null });
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'; /);
  const html = await answer.text();
  expect(html).toContain("<title>Kombo Mock: control API</title>");
  const at = (attribute: string) => {
    const [, address = ""] = new RegExp(`${attribute}="([^"]+)"`).exec(html) ?? [];
    return new URL(address, `${url}/_mock/docs/control`).pathname;
  };
  expect([at("spec-url"), at("script src")]).toEqual(["/_mock/control.json", "/_mock/docs/reference.js"]);
});

test("its script is the renderer, without the image of another host", async () => {
  const { send } = await serve();
  const answer = await send("GET /_mock/docs/reference.js", { key: null });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  const script = await answer.text();
  expect(script.length).toBeGreaterThan(500_000);
  // Not the text itself: a failure would print a megabyte.
  expect(script.includes("cdn.redoc.ly")).toBe(false);
});

test("the page tells the browser to reach no other host", async () => {
  const { send } = await serve();
  const policy = (await send("GET /_mock/docs")).headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test.for(["/_mock/docs", "/_mock/docs/control", "/_mock/docs/reference.js", "/_mock/control.json"])(
  "%s is refused under a strange name, and to a page elsewhere",
  async (path) => {
    const { url, ask } = await serve();
    const status = await new Promise((resolve, reject) => {
      const sent = request(url + path, { headers: { host: "evil.example.com" }, agent: false }, (answer) => {
        resolve(answer.resume().statusCode);
      });
      sent.on("error", reject).end();
    });
    expect(status).toBe(403);
    expect(await ask(`GET ${path}`, { headers: { origin: "https://evil.example.com" } })).toMatchObject(
      refused(403, null, expect.stringContaining("may not call /_mock")),
    );
  },
);

test.for(["GET /_mock/docs/", "GET /_mock/docs/redoc.standalone.js.map", "POST /_mock/docs"])(
  "%s is no call",
  async (call) => {
    const { ask } = await serve();
    expect((await ask(call)).status).toBe(404);
  },
);
