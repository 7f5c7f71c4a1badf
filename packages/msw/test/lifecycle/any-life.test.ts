import { type Choices, choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { assertValidAnswers, danglingIds, type Office, openOffice } from "./office.ts";

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
  remove_integration: ({ mock }, choose, id) =>
    choose.at("really").chance(0.1) ? mock.integrations.remove(id) : Promise.resolve(),
};

function later(choose: Choices): "now" | "after-sync" {
  return choose.at("visible").pick(["now", "after-sync"]);
}

test.for([1, 2, 3])(
  "whatever happens, answers stay valid, records lead somewhere and each move is told once, life %i",
  { timeout: 120_000 },
  async (seed) => {
    const office = openOffice({ remoteChanges: "scripted" });
    const { mock } = office;
    const done = new Set<string>();
    for (let step = 0; step < 60; step++) {
      const choose = choicesAt(seed, "any life", String(step));
      const hris = (await mock.integrations.list()).filter(({ category }) => category === "HRIS");
      const { id } = choose.at("integration").pick(hris);
      const name = choose.at("step").pick(Object.keys(steps));
      const before = new Map(hris.map((one) => [one.id, stateOf(one)]));
      await office.news();
      await steps[name]?.(office, choose, id).then(
        () => done.add(name),
        () => {},
      );
      if (name === "clock") continue;
      const moved = (await mock.integrations.list()).flatMap((one) =>
        (before.get(one.id) ?? stateOf(one)) === stateOf(one) ? [] : [one.id],
      );
      const told = (await office.news()).filter(({ type }) => type === "integration-state-changed");
      expect(told.map(({ integrationId }) => integrationId).sort(), `${name} in step ${step}`).toEqual(
        moved.sort(),
      );
      for (const path of ["/hris/employees", "/hris/groups", "/hris/absences"])
        await office.send("GET /hris/employees", `${path}?include_deleted=true&page_size=250`, { to: id });
    }
    expect(done.size).toBeGreaterThan(8);
    await assertValidAnswers(mock);
    for (const { id, category } of await mock.integrations.list()) {
      if (category === "HRIS") expect(await danglingIds(mock, id, category)).toEqual([]);
    }
  },
);

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
