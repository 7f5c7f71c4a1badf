import { integrationDetailsFactory, seedIntegrationFactory, toolEntry, tools } from "@kombo-mock/factories";
import { expect, test } from "vitest";

/** Every text in a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What may point somewhere: of an image in a URL, the drawing without the name of its format. */
function plain(text: string): string {
  if (!text.startsWith("data:image/svg+xml,")) return text;
  return decodeURIComponent(text).replace('xmlns="http://www.w3.org/2000/svg"', "");
}

const pointsSomewhere = (text: string) => /:\/\/|^\/\/|www\./.test(text);
const isAddress = (text: string) => text.includes("@");

const built = tools.flatMap((tool) =>
  tool.categories.flatMap((category) => [
    tool,
    toolEntry(tool, category),
    ...integrationDetailsFactory.input({ tool: tool.id, category }).buildList(5),
  ]),
);

test("no tool, and no integration of one, points at a real host", () => {
  expect(built.flatMap(textsIn).map(plain).filter(pointsSomewhere)).toEqual([]);
});

test("what is named a URL carries its image in itself", () => {
  const urls = built.flatMap((value) => JSON.stringify(value).match(/"[a-z_]+_url":"[^"]*/g) ?? []);
  expect(urls.length).toBeGreaterThan(100);
  expect(urls.filter((url) => !/^"[a-z_]+_url":"data:/.test(url))).toEqual([]);
});

test("mail goes to hosts that are reserved for examples", () => {
  const addresses = built.flatMap(textsIn).filter(isAddress);
  expect(addresses.length).toBeGreaterThan(100);
  expect(addresses.filter((address) => !/@[a-z]+\.example\.com$/.test(address))).toEqual([]);
});

test("the documented example does point at real hosts, and would be noticed", () => {
  const texts = textsIn(seedIntegrationFactory.build());
  expect(texts.filter(pointsSomewhere)).toHaveLength(2);
  expect(texts.filter(isAddress)).toEqual(["example-integration-creator@acme.com"]);
});
