import { createMock, type Mock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const headers = { authorization: "Bearer ks_dev_mock" };

async function ask(mock: Mock, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await mock.fetch(`${mock.baseUrl}${path}`, { headers });
}

test("the test's name stands with each exchange from then on, whatever is reset or restored", async () => {
  const mock = createMock();
  await ask(mock, "/check-api-key");
  const before = await mock.snapshot();
  await mock.label("lists absences");
  await ask(mock, "/check-api-key");
  await mock.reset();
  await ask(mock, "/check-api-key");
  await mock.restore(before);
  await ask(mock, "/check-api-key");
  await mock.label(null);
  await ask(mock, "/check-api-key");
  expect((await mock.requests()).map(({ label }) => label)).toEqual([
    null,
    "lists absences",
    "lists absences",
    "lists absences",
    null,
  ]);
});

test("each environment has a name of its own, and a fork begins with that of its source", async () => {
  const mock = createMock({ isolation: "key" });
  // The first key has the default environment.
  await ask(mock, "/check-api-key");
  await mock.label("one");
  await mock.environment("ks_dev_other").label("two");
  const fork = await mock.fork();
  const labels: (string | null | undefined)[] = [];
  for (const [key, { requests }] of [
    ["ks_dev_mock", mock],
    ["ks_dev_other", mock.environment("ks_dev_other")],
    [fork.api_key, fork],
  ] as const) {
    await mock.fetch(`${mock.baseUrl}/check-api-key`, { headers: { authorization: `Bearer ${key}` } });
    labels.push((await requests()).at(-1)?.label);
  }
  expect(labels).toEqual(["one", "two", "one"]);
});

test("a meant violation is counted as meant, once unless told, and the next one is not", async () => {
  const mock = createMock();
  await mock.expectViolation({ rule: "undeclared-parameter", location: "query.colour" });
  await ask(mock, "/check-api-key?colour=red", "/check-api-key?size=1", "/check-api-key?colour=blue");
  const seen = (await mock.contract()).map(({ violation, count, meant }) => [
    violation.location,
    count,
    meant,
  ]);
  expect(seen).toEqual([
    ["query.colour", 2, 1],
    ["query.size", 1, 0],
  ]);
});

test("a violation counts for one expectation only, the first that waits for it", async () => {
  const mock = createMock();
  await mock.expectViolation({ rule: "undeclared-parameter", operation: "GET /check-api-key" });
  await mock.expectViolation({ rule: "undeclared-parameter", times: 2 });
  await ask(mock, "/check-api-key?colour=red", "/check-api-key?colour=red");
  expect((await mock.expectations()).map(({ seen, met, open }) => [seen, met, open])).toEqual([
    [1, true, false],
    [1, false, true],
  ]);
});

test("an expectation of another operation waits on", async () => {
  const mock = createMock();
  await mock.expectViolation({ rule: "undeclared-parameter", operation: "POST /force-sync" });
  await ask(mock, "/check-api-key?colour=red");
  expect(await mock.expectations()).toMatchObject([{ seen: 0, met: false }]);
  expect(await mock.contract()).toMatchObject([{ count: 1, meant: 0 }]);
});

test("a reset ends expectations; those never met stay listed with the test that meant them", async () => {
  const mock = createMock();
  await mock.label("breaks nothing");
  await mock.expectViolation({ rule: "invalid-body" });
  await mock.label("sends a colour");
  await mock.expectViolation({ rule: "undeclared-parameter", times: null });
  await ask(mock, "/check-api-key?colour=red");
  await mock.reset();
  await ask(mock, "/check-api-key?colour=red");
  expect(await mock.expectations()).toMatchObject([
    { rule: "invalid-body", label: "breaks nothing", met: false, open: false },
  ]);
  expect(await mock.contract()).toMatchObject([{ count: 2, meant: 1 }]);
});
