import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { launch } from "./chromium.ts";
import { serve, type TestServer } from "./serve.ts";

// The first run on a machine unpacks the browser.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Redeemed {
  readonly data: { readonly tool: string; readonly id: string; readonly end_user_organization_name: string };
}

/** A link for a customer of this name, and a page of a browser. */
async function openBrowser(server: TestServer, name = "Acme") {
  const body = { end_user_email: "ada@example.com", end_user_organization_name: name };
  const { json } = await server.ask<{ data: { link: string } }>("POST /v1/connect/create-link", { body });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  return { page, link: json.data.link };
}

const heading = (page: Page) => page.locator("h1").textContent();
const redeem = (server: TestServer, token: string | null) =>
  server.ask<Redeemed>(`GET /v1/connect/integration-by-token/${token}`);

test("a customer picks a tool, connects, and gets the token", async () => {
  const server = await serve();
  const { page, link } = await openBrowser(server);
  await page.goto(link);
  expect(await heading(page)).toBe("Connect a tool");
  await page.getByLabel("Personio", { exact: true }).check();
  await page.getByRole("button", { name: "Connect" }).click();
  expect(await heading(page)).toBe("Connected");
  const { json } = await redeem(server, await page.locator("#token").textContent());
  expect(json.data).toMatchObject({ tool: "personio", end_user_organization_name: "Acme" });
  expect(await page.locator("code").first().textContent()).toBe(json.data.id);
});

test("a customer who picks nothing connects the first tool", async () => {
  const server = await serve();
  const { page, link } = await openBrowser(server);
  await page.goto(link);
  const first = await page.locator("input[name=tool]").first().getAttribute("value");
  await page.getByRole("button", { name: "Connect" }).click();
  const { json } = await redeem(server, await page.locator("#token").textContent());
  expect(json.data.tool).toBe(first);
});

test.for(["Fail", "Close"])("after %s the customer is not connected, and can come back", async (way) => {
  const server = await serve();
  const { page, link } = await openBrowser(server);
  await page.goto(link);
  await page.getByRole("button", { name: way }).click();
  expect(await heading(page)).toBe("Not connected");
  expect(await page.locator("#token").count()).toBe(0);
  await page.goto(link);
  await page.getByRole("button", { name: "Connect" }).click();
  expect(await heading(page)).toBe("Connected");
});

test("the keyboard is enough", async () => {
  const server = await serve();
  const { page, link } = await openBrowser(server);
  await page.goto(link);
  await page.locator("input[name=tool]").first().focus();
  await page.keyboard.press("ArrowDown");
  const second = await page.locator("input[name=tool]").nth(1).getAttribute("value");
  await page.keyboard.press("Enter");
  const { json } = await redeem(server, await page.locator("#token").textContent());
  expect(json.data.tool).toBe(second);
});

test("a page that embeds the link is told the token", async () => {
  const server = await serve();
  const { page, link } = await openBrowser(server);
  await page.setContent(`<iframe src="${link}"></iframe>
<script>addEventListener("message", ({ data }) => { document.title = JSON.stringify(data); });</script>`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Connect" }).click();
  const token = await frame.locator("#token").textContent();
  const { json } = await redeem(server, token);
  const told = { type: "kombo-mock:connect", token, integration_id: json.data.id };
  expect(JSON.parse(await page.title())).toEqual(told);
});

test("what a customer is called is shown, and not run", async () => {
  const server = await serve();
  const name = `<img src=x onerror="document.title='run'"> & "co"`;
  const { page, link } = await openBrowser(server, name);
  await page.goto(link);
  expect(await page.locator("h1 + p").textContent()).toBe(`${name} · HRIS`);
  expect(await page.title()).toBe("Connect a tool · Kombo Mock");
});

test("the page asks no other host for anything", async () => {
  const server = await serve();
  const { page, link } = await openBrowser(server);
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(link);
  await page.getByRole("button", { name: "Connect" }).click();
  expect(await heading(page)).toBe("Connected");
  expect([...asked]).toEqual([server.url]);
});
