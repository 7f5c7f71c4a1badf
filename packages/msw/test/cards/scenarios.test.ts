import { createMock, testCards } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { cardClient } from "./card-client.ts";

const main = (mock: ReturnType<typeof createMock>) => {
  const client = cardClient(mock, { id: mock.cast.employee.integration_id, category: "HRIS" });
  return { ...client, id: mock.cast.employee.integration_id };
};
const other = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";

test("an integration is made with a trait, and what else is said comes over it", async () => {
  const mock = createMock({ clock: "frozen" });
  expect(await mock.integrations.create({ tool: "personio", trait: "invalid" })).toMatchObject({
    status: "INVALID",
    card: null,
  });
  const { id } = await mock.integrations.create({
    ...{ tool: "personio", trait: "setup-incomplete", setup_steps: ["field-mapping"] },
  });
  expect((await mock.integrations.list()).find((one) => one.id === id)).toMatchObject({
    setup_status: "INCOMPLETE",
    setup_steps: ["field-mapping"],
  });
});

test("a known integration gets a trait, also one that brings faults, and `active` ends it all", async () => {
  const mock = createMock({ clock: "frozen" });
  const { id, read, readModel } = main(mock);
  await mock.integrations.update(id, { trait: "inactive" });
  await mock.integrations.update(id, { trait: "rate-limited" });
  await mock.integrations.update(id, { trait: "model-disabled" });
  expect(await read()).toBe("PLATFORM.RATE_LIMIT_EXCEEDED");
  await mock.faults.remove();
  expect(await read()).toBe("INTEGRATION.INACTIVE");
  await mock.integrations.update(id, { status: "ACTIVE" });
  expect(await readModel()).toBe("INTEGRATION.MODEL_DISABLED");
  await mock.integrations.update(id, { trait: "active" });
  expect([await read(), await readModel(), await mock.faults.list()]).toEqual(["some", "some", []]);
});

test("a misspelt trait is refused with those that there are", async () => {
  const mock = createMock({ clock: "frozen" });
  const wrong = { tool: "personio", trait: "invalied" as "invalid" };
  await expect(mock.integrations.create(wrong)).rejects.toThrow(
    /^body.trait must be one of "active", "invalid"/,
  );
});

test("a scenario is about the category's main integration, whatever has become of it", async () => {
  const mock = createMock({ clock: "frozen" });
  const { id, write, read } = main(mock);
  expect(await mock.scenario("invalid")).toMatchObject({ scenario: "invalid", integration_id: id });
  expect(await write()).toBe("INTEGRATION.AUTHENTICATION_INVALID");
  expect(await mock.scenario("inactive")).toMatchObject({ integration_id: id });
  expect(await read()).toBe("INTEGRATION.INACTIVE");
  await mock.scenario("active");
  expect(await read()).toBe("some");
  expect(await mock.scenario("invalid", { category: "ATS" })).toMatchObject({
    integration_id: mock.cast.candidate.integration_id,
  });
});

test("a scenario can be about one integration, a test card too, and then touches no other", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.scenario("unknown-error", { integration_id: other });
  const others = cardClient(mock, { id: other, category: "HRIS" });
  expect([await others.read(), await main(mock).read()]).toEqual(["PLATFORM.UNKNOWN_ERROR", "some"]);
  await mock.scenario("inactive", { integration_id: testCards.hris.active });
  const card = cardClient(mock, { id: testCards.hris.active, category: "HRIS" });
  expect(await card.read()).toBe("INTEGRATION.INACTIVE");
});

test("a scenario about the vendor meets every request, until `active` or a reset", async () => {
  const mock = createMock({ clock: "frozen" });
  const { read, details } = main(mock);
  for (const end of [() => mock.scenario("active"), () => mock.reset()]) {
    expect(await mock.scenario("bad-gateway")).toMatchObject({ integration_id: null });
    expect([await read(), await details()]).toEqual(["KomboDefaultError 502", "KomboDefaultError 502"]);
    await end();
    expect(await read()).toBe("some");
  }
});

test("a scenario that is told twice brings its faults once", async () => {
  const mock = createMock({ clock: "frozen" });
  for (const _ of [1, 2]) await mock.scenario("rate-limited-twice");
  expect(await mock.faults.list()).toHaveLength(1);
});

test("scenarios replace an integration's records, with all that was changed in them, and give them back", async () => {
  const mock = createMock({ clock: "frozen" });
  const { id } = main(mock);
  const before = await mock.find("hris.employees");
  await mock.create("hris.employees", { first_name: "Ada" });
  await mock.scenario("empty");
  expect(await mock.find("hris.employees", undefined, { integration_id: id })).toEqual([]);
  await mock.create("hris.employees", { first_name: "Grace" });
  await mock.scenario("active");
  expect(await mock.find("hris.employees", undefined, { integration_id: id })).toEqual(before);
});

test("the scenarios are listed, and a deletion is one that no trait is", async () => {
  const mock = createMock({ clock: "frozen" });
  const all = await mock.scenarios();
  expect(all).toContainEqual({ name: "rate-limited", does: expect.any(String), about: "environment" });
  expect(all.length).toBeGreaterThan(30);
  await mock.scenario("deleted", { integration_id: other });
  expect(await cardClient(mock, { id: other, category: "HRIS" }).read()).toBe(
    "PLATFORM.INTEGRATION_NOT_FOUND",
  );
  await expect(mock.integrations.update(other, { trait: "deleted" as never })).rejects.toThrow();
});
