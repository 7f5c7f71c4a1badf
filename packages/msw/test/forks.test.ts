import { Kombo } from "@kombo-api/sdk";
import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const names = async (mock: Pick<ReturnType<typeof createMock>, "find">) =>
  (await mock.find("hris.skills")).map(({ name }) => name);

test("a fork begins as the environment is, and neither sees what happens in the other", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.create("hris.skills", { name: "Before" });
  const fork = await mock.fork();
  expect(await names(fork)).toEqual(await names(mock));
  await mock.create("hris.skills", { name: "Ours" });
  await fork.create("hris.skills", { name: "Theirs" });
  expect([(await names(mock)).at(-1), (await names(fork)).at(-1)]).toEqual(["Ours", "Theirs"]);
  await mock.clock.advance("P1D");
  expect(await fork.clock.now()).not.toBe(await mock.clock.now());
});

test("a fork has its own key, which clients use, and in process too", async () => {
  const mock = createMock({ clock: "frozen" });
  const fork = await mock.fork();
  const { integration_id } = mock.cast.employee;
  await fork.integrations.update(integration_id, { trait: "inactive" });
  const statusBy = async (options: typeof mock.sdkOptions) =>
    (await new Kombo(options).general.getIntegrationDetails({ integration_id })).data.status;
  expect([await statusBy(mock.sdkOptions), await statusBy(fork.sdkOptions)]).toEqual(["ACTIVE", "INACTIVE"]);
  expect(fork.api_key).toBe("ks_dev_mock_fork1");
  expect(await mock.environment(fork.api_key).exportState()).toEqual(await fork.exportState());
});

test("a reset of a fork leads to the world, and forks can be forked", async () => {
  const mock = createMock({ clock: "frozen" });
  const beginning = await names(mock);
  await mock.create("hris.skills", { name: "Before" });
  const fork = await mock.fork();
  const second = await fork.fork();
  await fork.reset();
  expect(await names(fork)).toEqual(beginning);
  expect(await names(second)).toEqual([...beginning, "Before"]);
  expect([second.api_key, (await mock.fork()).api_key]).toEqual([
    "ks_dev_mock_fork1_fork1",
    "ks_dev_mock_fork2",
  ]);
});

test("a fork is never dropped to make room, and counts as an environment", async () => {
  const mock = createMock({ clock: "frozen", isolation: "key", maxEnvironments: 2 });
  await mock.fork();
  await expect(mock.fork()).rejects.toThrow("There are already 2 environments with changes in them.");
});

test("of snapshots by their id the last hundred are kept; who holds one can always go back", async () => {
  const mock = createMock({ clock: "frozen" });
  const beginning = await names(mock);
  const oldest = await mock.snapshot();
  await mock.create("hris.skills", { name: "Later" });
  for (let number = 0; number < 99; number++) await mock.snapshot();
  await mock.restore(oldest.id);
  expect(await names(mock)).toEqual(beginning);
  await mock.snapshot();
  await expect(mock.restore(oldest.id)).rejects.toThrow("the last 100 are kept");
  await mock.create("hris.skills", { name: "Later" });
  await mock.restore(oldest);
  expect(await names(mock)).toEqual(beginning);
});
