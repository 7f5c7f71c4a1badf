import { type Choices, choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { assertValidAnswers, danglingIds, type Office, openOffice } from "./office.ts";
import { assertTold, changedBetween, stampsOf, toldModels } from "./told-models.ts";

type Step = (office: Office, choose: Choices, id: string) => Promise<unknown>;

const ends = ["SUCCEEDED", "PARTIALLY_FAILED", "FAILED", "AUTHENTICATION_FAILED", "CANCELLED", "TIMED_OUT"];

/** What can happen to an integration; a refusal is as good as anything else. */
const steps: Readonly<Record<string, Step>> = {
  sync: ({ mock }, choose, id) =>
    mock.sync(id, {
      type: choose.at("type").pick(["FULL", "DELTA"]),
      state: choose.at("state").pick(ends) as "SUCCEEDED",
    }),
  force: ({ send }, _choose, id) => send("POST /force-sync", "/force-sync", { body: {}, to: id }),
  clock: ({ mock }, choose) => mock.clock.advance(choose.at("by").pick(["PT1S", "PT3H", "P2D", "P14D"])),
  enable: ({ send }, choose, id) =>
    send("PUT /integrations/{integration_id}/enabled", `/integrations/${encodeURIComponent(id)}/enabled`, {
      body: { value: choose.at("value").chance(0.7) },
    }),
  settings: ({ mock }, choose, id) =>
    mock.integrations.update(id, {
      status: choose.at("status").pick(["ACTIVE", "INVALID", "INACTIVE"]),
      qa_status: choose.at("qa").pick(["PENDING", "PASSED"]),
      setup_status: choose.at("setup").pick(["COMPLETED", "INCOMPLETE", "FINAL_SYNC_PENDING"]),
    }),
  steps: ({ mock }, _choose, id) => mock.integrations.update(id, { setup_steps: [] }),
  scope: ({ mock }, choose, id) =>
    mock.integrations.setScope(id, {
      opted_out: choose.at("off").pick([[], ["hris_teams"], ["hris_locations", "hris_absences"]]),
    }),
  connect: (office, choose) =>
    office.connect(choose.at("steps").chance(0.5) ? { enable_filtering: true } : {}),
  create: ({ mock }, choose, id) =>
    mock.create("hris.employees", { absences: [{}] }, { integration_id: id, visible: later(choose) }),
  async remove({ mock }, choose, id) {
    const collection = choose.at("what").pick(["hris.employees", "hris.groups", "hris.locations"] as const);
    const all = await mock.find(collection, {}, { integration_id: id });
    const one = choose.at("which").pick(all.map((record) => record.id));
    return mock.remove(collection, one, { integration_id: id, visible: later(choose) });
  },
  async write({ mock, send }, choose, id) {
    const employees = await mock.find("hris.employees", {}, { integration_id: id });
    const { id: employee } = choose.at("who").pick(employees);
    const body = { work_email: `nr-${choose.at("number").integer(1, 1_000)}@example.com` };
    return send("PATCH /hris/employees/{employee_id}", `/hris/employees/${employee}`, { body, to: id });
  },
  fault: ({ mock }, choose) => {
    const operation = choose
      .at("operation")
      .pick(["GET /hris/employees", "GET /hris/groups", "PATCH /hris/employees/{employee_id}"] as const);
    const lasts = { times: choose.at("times").integer(1, 3) };
    const kind = choose.at("kind").pick(["refused", "limited", "unanswered", "done and unanswered"]);
    if (kind === "refused")
      return mock.faults.add({ ...lasts, operation, error_code: "REMOTE.SERVICE_UNAVAILABLE" });
    if (kind === "limited")
      return mock.faults.add({ ...lasts, operation, error_code: "PLATFORM.RATE_LIMIT_EXCEEDED" });
    if (kind === "unanswered") return mock.faults.add({ ...lasts, operation, abort: "reset" });
    // The write happens, and its answer is lost.
    return mock.faults.add({ ...lasts, operation, abort: "reset", stage: "answer" });
  },
  remove_integration: ({ mock }, choose, id) =>
    choose.at("really").chance(0.1) ? mock.integrations.remove(id) : Promise.resolve(),
};

function later(choose: Choices): "now" | "after-sync" {
  return choose.at("visible").pick(["now", "after-sync"]);
}

test.for([1, 2, 3])(
  "whatever happens, answers stay valid, records lead somewhere, each move and each change is told once, life %i",
  { timeout: 120_000 },
  async (seed) => {
    // A mock keeps a thousand events, which two weeks of syncs every three hours are more than.
    const office = openOffice({ remoteChanges: "scripted", syncHours: 12, webhooks: { throttleMs: 0 } });
    const { mock } = office;
    const done = new Set<string>();
    const scoped = new Set<string>();
    for (let step = 0; step < 60; step++) {
      const choose = choicesAt(seed, "any life", String(step));
      const hris = (await mock.integrations.list()).filter(({ category }) => category === "HRIS");
      const { id } = choose.at("integration").pick(hris);
      const name = choose.at("step").pick(Object.keys(steps));
      const before = new Map(hris.map((one) => [one.id, stateOf(one)]));
      await office.news();
      const stamps = await stampsOf(mock, id);
      await steps[name]?.(office, choose, id).then(
        () => done.add(name),
        () => {},
      );
      const news = await office.news();
      const where = `${name} in step ${step}`;
      const after = (await mock.integrations.list()).find((one) => one.id === id);
      if (name === "scope") scoped.add(id);
      const changed = changedBetween(stamps, await stampsOf(mock, id));
      const told = toldModels(news.filter(({ integrationId }) => integrationId === id));
      const becameReadable = !isReadable(hris.find((one) => one.id === id)) && isReadable(after);
      assertTold(
        { changed, told },
        { where, atOnce: name !== "clock", all: becameReadable || scoped.has(id) },
      );
      if (name === "clock") continue;
      expect(toldModels(news), `${where}, of others`).toEqual(told);
      const moved = (await mock.integrations.list()).flatMap((one) =>
        (before.get(one.id) ?? stateOf(one)) === stateOf(one) ? [] : [one.id],
      );
      const states = news.filter(({ type }) => type === "integration-state-changed");
      expect(states.map(({ integrationId }) => integrationId).sort(), where).toEqual(moved.sort());
      for (const path of ["/hris/employees", "/hris/groups", "/hris/absences"])
        await office
          .send("GET /hris/employees", `${path}?include_deleted=true&page_size=250`, { to: id })
          .catch(() => {});
    }
    expect(done.size).toBeGreaterThan(8);
    await assertValidAnswers(mock);
    for (const { id, category } of await mock.integrations.list()) {
      if (category === "HRIS") expect(await danglingIds(mock, id, category)).toEqual([]);
    }
  },
);

function isReadable(one?: { readonly setup_status: string; readonly qa_status: string }): boolean {
  return one?.setup_status === "COMPLETED" && one.qa_status === "PASSED";
}

function stateOf({
  status,
  setup_status,
  qa_status,
}: {
  readonly status: string;
  readonly setup_status: string;
  readonly qa_status: string;
}): string {
  return `${status} ${setup_status} ${qa_status}`;
}
