import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { launch } from "./chromium.ts";
import { serve } from "./serve.ts";

// The first run on a machine unpacks the browser.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens the reference, and keeps what it asked for and what went wrong in it. */
async function openDocs(address: string) {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const asked = new Set<string>();
  const faults: string[] = [];
  page.on("request", (request) => asked.add(request.url()));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") faults.push(line.text());
  });
  await page.goto(address);
  await page.getByRole("heading", { name: "Check the API key" }).waitFor();
  return { page, asked, faults };
}

test("the reference shows the operations, and asks no other host for anything", async () => {
  const { url } = await serve();
  const { page, asked, faults } = await openDocs(`${url}/_mock/docs`);
  expect(await page.title()).toBe("Kombo Mock: API reference");
  // What a line far down would fetch is fetched at the latest now.
  await page.getByRole("link", { name: "API docs by Redocly" }).scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  const paths = ["docs", "docs/reference.js", "openapi.json"];
  expect([...asked].filter((one) => !/^(data|blob):/.test(one))).toEqual(
    paths.map((path) => `${url}/_mock/${path}`),
  );
  expect([...asked].filter((one) => one.startsWith("blob:") && !one.startsWith(`blob:${url}/`))).toEqual([]);
  expect(faults).toEqual([]);
});

test("the reference shows what the mock answers as examples", async () => {
  const { url, ask } = await serve();
  const { page } = await openDocs(`${url}/_mock/docs`);
  const { json } = await ask<{ data: { environment_id: string } }>("GET /v1/check-api-key");
  const { environment_id } = json.data;
  const shown = page.getByText(`"${environment_id}"`).first();
  await shown.waitFor({ state: "attached" });
  // The browser of this test has no fonts, so that no text of it is wide enough to count as visible.
  expect(await shown.evaluate((element) => element.closest(".collapsed"))).toBeNull();
});

test("its search runs in a worker that the page makes itself", async () => {
  const { url } = await serve();
  const { page, faults } = await openDocs(`${url}/_mock/docs`);
  const [worker] = page.workers();
  expect(worker?.url()).toMatch(new RegExp(`^blob:${url}/`));
  // A worker that the policy holds back never answers.
  expect(await worker?.evaluate(() => 1 + 1)).toBe(2);
  expect(faults).toEqual([]);
});

test("the browser itself refuses what would leave", async () => {
  const { url } = await serve();
  const other = await serve();
  const { page, faults } = await openDocs(`${url}/_mock/docs`);
  const reached = await page.evaluate(
    (address) =>
      fetch(address, { mode: "no-cors" })
        .then(() => true)
        .catch(() => false),
    `${other.url}/_mock/health`,
  );
  expect(reached).toBe(false);
  expect(faults.join("\n")).toContain("Content Security Policy");
});
