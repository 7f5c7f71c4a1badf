import { choicesAt } from "@kombo-mock/factories";
import { createMock, type Mock, testCardList } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const lists = ["hris/employees", "hris/absences", "hris/skills", "ats/candidates", "ats/applications"];

const ask = async (
  mock: Mock,
  method: string,
  path: string,
  { id = "", body = undefined as unknown } = {},
) => {
  const answer = await mock.fetch(mock.baseUrl + path, {
    method,
    headers: {
      authorization: "Bearer ks_dev_mock",
      "content-type": "application/json",
      "x-integration-id": id,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.text();
};

// A request that hangs or is slow would only hold up the test.
const quickCards = testCardList.map(({ id }) => id).filter((id) => !/hanging|slow|reset|body/.test(id));

/** Everything that can be seen of an environment, as far as a few lists show it. */
async function seen(mock: Mock): Promise<unknown[]> {
  const ids = (await mock.integrations.list()).map(({ id }) => id);
  const pages = [];
  for (const list of lists) {
    const { integration_id: id } = list.startsWith("hris") ? mock.cast.employee : mock.cast.candidate;
    pages.push(await ask(mock, "GET", `/${list}?page_size=20`, { id }));
  }
  const others = [mock.exportState(), mock.clock.now(), mock.faults.list(), mock.stubs.list()];
  return [
    ids,
    pages.map((page) => page.replaceAll(/requests\/\d+/g, "requests/N")),
    await Promise.all(others),
  ];
}

const steps: readonly ((mock: Mock, choose: ReturnType<typeof choicesAt>) => Promise<unknown>)[] = [
  (mock) => mock.create("hris.employees", { manager: { first_name: "Grace" }, absences: [{}] }),
  (mock) => mock.create("ats.candidates", { first_name: "Ada" }, { visible: "after-sync" }),
  (mock) => mock.update("hris.employees", mock.cast.employee.id, { job_title: "Chief" }).catch(String),
  (mock) => mock.purge("hris.skills", {}),
  (mock) => mock.faults.add({ error_code: "PLATFORM.RATE_LIMIT_EXCEEDED", rate: 0.5 }),
  (mock) =>
    mock.stubs.add({ method: "GET", path: "/hris/employees", status: 500, unchecked: true, times: 3 }),
  (mock) => mock.clock.advance("PT7H"),
  (mock) => mock.scenario("data-expired").catch(String),
  (mock) => mock.scenario("unknown-error"),
  (mock) => mock.integrations.create({ tool: "personio", trait: "setup-incomplete" }),
  async (mock, choose) => {
    const id = choose.at("id").pick((await mock.integrations.list()).map((one) => one.id));
    if (choose.at("gone").chance(0.3)) return mock.integrations.remove(id);
    return mock.integrations.update(id, { trait: choose.at("trait").pick(["inactive", "empty", "slow"]) });
  },
  (mock, choose) => ask(mock, "POST", "/force-sync", { id: choose.at("card").pick(quickCards), body: {} }),
  (mock) =>
    ask(mock, "POST", "/connect/create-link", {
      body: { end_user_email: "ada@example.com", end_user_organization_name: "Example" },
    }),
  (mock) => mock.passthrough("factorial", "api", { status: 201, data: {} }),
];

test.each([1, 2, 3])(
  "after anything at all, a reset leaves nothing behind (run %i)",
  {
    timeout: 60_000,
  },
  async (run) => {
    const [mock, fresh] = [createMock({ clock: "frozen" }), createMock({ clock: "frozen" })];
    const snapshot = await mock.snapshot();
    for (let number = 0; number < 25; number++) {
      const choose = choicesAt(run, "reset", String(number));
      await steps[choose.at("step").integer(0, steps.length - 1)]?.(mock, choose);
    }
    const expected = await seen(fresh);
    const fork = await mock.fork();
    await mock.reset();
    expect(await seen(mock)).toEqual(expected);
    await mock.scenario("unknown-error");
    await mock.restore(snapshot);
    expect(await seen(mock)).toEqual(expected);
    await fork.reset();
    expect(await fork.exportState()).toEqual(await fresh.exportState());
  },
);
