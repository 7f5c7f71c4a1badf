import { createMock, testCards } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { cardClient, outcome } from "./card-client.ts";

const { invalid, inactive, empty } = testCards.hris;
const hris = (id: string) => ({ id, category: "HRIS" }) as const;

test("a card has a typed name", () => {
  expect([invalid, testCards.ats.setupIncomplete, testCards.assessment.remoteDown]).toEqual([
    "factorial:invalid",
    "ashby:setup-incomplete",
    "icims:remote-down",
  ]);
});

test("cards that nobody has named are in no list of integrations and in no exported state", async () => {
  const mock = createMock({ clock: "frozen" });
  const before = [await mock.integrations.list(), await mock.exportState()];
  expect((await mock.integrations.cards()).length).toBeGreaterThan(60);
  expect([await mock.integrations.list(), await mock.exportState()]).toEqual(before);
});

test("a card that was named stands at the end of the list, with what it does", async () => {
  const mock = createMock({ clock: "frozen" });
  const count = (await mock.integrations.list()).length;
  await cardClient(mock, hris(invalid)).read();
  const list = await mock.integrations.list();
  expect(list.slice(count)).toMatchObject([
    {
      id: invalid,
      tool: "factorial",
      status: "INVALID",
      card: { name: "invalid", does: expect.any(String) },
    },
  ]);
  expect(list.slice(0, count).map(({ card }) => card)).toEqual(Array(count).fill(null));
});

test("a card lives on from its state: an invalid one is connected again", async () => {
  const mock = createMock({ clock: "frozen" });
  const client = cardClient(mock, hris(invalid));
  const [path, headers] = [
    `${mock.baseUrl}/integrations/${invalid}/relink`,
    { authorization: "Bearer ks_dev_mock", "content-type": "application/json" },
  ];
  const answer = await mock.fetch(path, { method: "POST", headers, body: "{}" });
  const { data } = (await answer.json()) as { data: { link: string } };
  await mock.connect(data.link);
  expect(await client.details()).toBe("ACTIVE, COMPLETED");
});

test("the first sync of a card ends when it is told to", async () => {
  const mock = createMock({ clock: "frozen" });
  const { firstSyncPending } = testCards.hris;
  const client = cardClient(mock, hris(firstSyncPending));
  expect(await client.read()).toBe("INTEGRATION.SETUP_SYNC_PENDING");
  await mock.sync(firstSyncPending);
  expect(await client.read()).toBe("some");
});

test("a control call that names a card puts it there, too", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.create("hris.employees", { first_name: "Ada" }, { integration_id: empty });
  expect(await cardClient(mock, hris(empty)).read()).toBe("some");
  await mock.integrations.update(inactive, { status: "ACTIVE" });
  expect(await cardClient(mock, hris(inactive)).read()).toBe("some");
});

test("reset puts a card back to its beginning: it is not there until it is named again", async () => {
  const mock = createMock({ clock: "frozen" });
  const beginning = await mock.exportState();
  const { rateLimitedTwice } = testCards.hris;
  for (const back of [() => mock.reset(), () => mock.reset({ integration_id: rateLimitedTwice })]) {
    const client = cardClient(mock, hris(rateLimitedTwice));
    const came = [await client.read(), await client.read(), await client.read()];
    expect(came).toEqual([...Array(2).fill("PLATFORM.RATE_LIMIT_EXCEEDED"), "some"]);
    await back();
    expect(await mock.exportState()).toEqual(beginning);
  }
});

test("a card that was deleted stays deleted until it is reset", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.integrations.remove(invalid);
  const client = cardClient(mock, hris(invalid));
  expect(await client.read()).toBe("PLATFORM.INTEGRATION_NOT_FOUND");
  await mock.reset({ integration_id: invalid });
  expect(await client.read()).toBe("some");
});

test("a misspelt card is answered with the nearest one", async () => {
  const mock = createMock({ clock: "frozen" });
  const answer = await mock.fetch(`${mock.baseUrl}/hris/employees`, {
    headers: { authorization: "Bearer ks_dev_mock", "x-integration-id": "factorial:invalied" },
  });
  expect(await answer.json()).toMatchObject({
    error: {
      code: "PLATFORM.INTEGRATION_NOT_FOUND",
      message: expect.stringContaining('Did you mean "factorial:invalid"?'),
    },
  });
});

test("any tool of the catalogue has the cards that its category has", async () => {
  const mock = createMock({ clock: "frozen" });
  expect(await cardClient(mock, hris("adpworkforcenow:qa-failed")).read()).toBe("INTEGRATION.QA_FAILED");
  expect(await cardClient(mock, hris("nosuchtool:qa-failed")).read()).toBe("PLATFORM.INTEGRATION_NOT_FOUND");
});

test("an environment in which only cards were used may be dropped, one with a write may not", async () => {
  const mock = createMock({ clock: "frozen", isolation: "key" });
  const { fetch, baseUrl } = mock;
  const ask = (key: string, method: string, path: string, id: string) =>
    fetch(baseUrl + path, { method, headers: { authorization: `Bearer ${key}`, "x-integration-id": id } });
  await ask("ks_dev_a", "GET", "/check-api-key", "");
  for (const id of [invalid, testCards.hris.rateLimited, testCards.hris.flaky])
    await ask("ks_dev_b", "GET", "/hris/employees", id);
  const written = () => mock.listEnvironments().map((one) => one.written);
  expect(written()).toEqual([false, false]);
  await ask("ks_dev_b", "DELETE", `/integrations/${invalid}`, "");
  expect(written()).toEqual([false, true]);
});

test("a card never becomes the integration that is meant where none is named", async () => {
  const mock = createMock({ clock: "frozen" });
  for (const { id, category } of await mock.integrations.list())
    if (category === "HRIS") await mock.integrations.remove(id);
  await cardClient(mock, hris(testCards.hris.active)).read();
  expect(await outcome(() => mock.find("hris.employees"))).toBe("KomboError");
});

test("what a card was used for is written to a file, and read again", async () => {
  const [mock, other] = [createMock({ clock: "frozen" }), createMock({ clock: "frozen" })];
  await mock.create("hris.employees", { first_name: "Ada" }, { integration_id: empty });
  await mock.integrations.remove(inactive);
  const file = await mock.exportState();
  expect(file).toMatchObject({ used_cards: [empty, inactive], integrations: { [empty]: { data: "empty" } } });
  await other.importState(JSON.parse(JSON.stringify(file)));
  expect(await other.exportState()).toEqual(file);
  expect(await other.find("hris.employees", undefined, { integration_id: empty })).toHaveLength(1);
});
