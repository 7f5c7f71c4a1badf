import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { Journal, summarise } from "../src/request/journal.ts";
import { Ledger } from "../src/request/ledger.ts";

const headers = { authorization: "Bearer ks_dev_secret", "content-type": "application/json" };

test("the journal keeps what was asked, what was answered and what was wrong with it", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.fetch(`${mock.baseUrl}/connect/create-link?debug=1`, {
    method: "POST",
    headers,
    body: '{"colour":"red"}',
  });
  const [exchange] = await mock.requests("POST /connect/create-link");
  expect(exchange).toMatchObject({
    id: 1,
    at: "2026-01-15T09:00:00.000Z",
    door: "fetch",
    operation: "POST /connect/create-link",
    method: "POST",
    path: "/connect/create-link",
    integration_id: null,
    request: { query: "debug=1", body: '{"colour":"red"}' },
    answer: { status: 400, code: "PLATFORM.INPUT_INVALID", records: null },
    notes: [],
    assumes: [],
    marked: null,
    marked_by: null,
    lost: null,
  });
  expect(exchange?.violations.map(({ rule, location }) => `${rule} ${location}`)).toEqual([
    "undeclared-parameter query.debug",
    "invalid-body body.end_user_email",
    "invalid-body body.end_user_organization_name",
    "undeclared-body-key body.colour",
  ]);
});

test("no key stands in the journal", async () => {
  const mock = createMock();
  await mock.fetch(`${mock.baseUrl}/check-api-key`, { headers });
  expect(JSON.stringify(await mock.requests())).not.toContain("secret");
});

test("equal violations are one entry of the ledger with a count, requests to no operation too", async () => {
  const mock = createMock();
  for (const _time of [1, 2, 3]) await mock.fetch(`${mock.baseUrl}/force-syncs`, { method: "POST", headers });
  expect(await mock.contract()).toMatchObject([
    {
      violation: { rule: "unknown-operation", operation: null, severity: "error", blame: "consumer" },
      count: 3,
      firstExchange: 1,
    },
  ]);
});

test("an answer that rests on a guess names it in its headers and in the journal", async () => {
  const mock = createMock();
  const { headers: answered } = await mock.fetch(`${mock.baseUrl}/integrations/nope:1`, { headers });
  expect(answered.get("x-kombo-mock-assumes")).toBe("integration-not-found-status");
  expect((await mock.requests())[0]?.assumes).toEqual(["integration-not-found-status"]);
});

const entry = (id: number, body: string) => ({
  ...{ id, at: 0, door: "fetch" as const, operation: null, method: "GET", path: "/", integration_id: null },
  request: { query: "", body: null },
  answer: { status: 200, code: null, message: null, records: null, body },
  ...{ violations: [], notes: [], assumes: [], marked: null, marked_by: null, lost: null },
});

test("a journal keeps the last exchanges only, and counts what it dropped", () => {
  const journal = new Journal({ exchanges: 10, characters: 1_000_000 });
  for (let id = 1; id <= 100; id++) journal.add(entry(id, "x"));
  expect(journal.list().map(({ id }) => id)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
  expect(journal.dropped).toBe(90);
  expect(journal.nextId).toBe(101);
});

test("a journal is bounded by the size of its bodies too", () => {
  const journal = new Journal({ exchanges: 1_000, characters: 50_000 });
  for (let id = 1; id <= 100; id++) journal.add(entry(id, "x".repeat(10_000)));
  expect(journal.list().map(({ id }) => id)).toEqual([97, 98, 99, 100]);
});

test("a long body is kept as its size and how it begins", () => {
  expect(summarise("short")).toBe("short");
  expect(summarise("")).toBeNull();
  expect(summarise("y".repeat(20_000))).toEqual({ size: 20_000, head: "y".repeat(512) });
});

test("a ledger is bounded, and counts what it could not take", () => {
  const ledger = new Ledger();
  for (let index = 0; index < 1_005; index++) {
    const location = `body.key${index}`;
    ledger.add(
      [
        {
          rule: "undeclared-body-key",
          operation: null,
          location,
          message: "",
          severity: "warning",
          blame: "consumer",
        },
      ],
      index,
    );
  }
  expect(ledger.list()).toHaveLength(1_000);
  expect(ledger.uncounted).toBe(5);
});
