import { choicesAt } from "@kombo-mock/factories";
import { createMock, type Mock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { caller, modelsOf } from "./listening.ts";

/** A change that was made: what it is about, when, and how many events there were before it. */
interface Made {
  readonly key: string;
  readonly at: number;
  readonly before: number;
}

const windowMs = 30_000;

/** Random changes in several integrations: by the tool, through the API, by syncs, with time in between. */
async function live(mock: Mock, seed: number): Promise<Made[]> {
  const { cast } = mock;
  const hris = cast.withoutEmail.integration_id;
  const ats = cast.openJob.integration_id;
  const made: Made[] = [];
  const changing = async (integrationId: string, model: string, run: () => Promise<unknown>) => {
    const at = Date.parse(await mock.clock.now());
    const before = (await mock.snapshot()).root.events.length;
    await run();
    made.push({ key: `${integrationId} ${model}`, at, before });
  };
  const steps: Readonly<Record<string, (step: number) => Promise<unknown>>> = {
    location: () => changing(hris, "hris_locations", () => mock.create("hris.locations", {})),
    tag: () => changing(ats, "ats_tags", () => mock.create("ats.tags", {})),
    write: (step) =>
      changing(hris, "hris_employees", async () => {
        const body = { work_email: `nr-${step}@example.com` };
        const answer = await caller(mock, hris)(`PATCH /hris/employees/${cast.withoutEmail.id}`, body);
        expect(answer.status).toBe(200);
      }),
    same: () => mock.update("hris.employees", cast.employee.id, { first_name: "Ada" }),
    // Without a published name nothing is said of it.
    skill: () => mock.create("hris.skills", {}),
    async purge() {
      let id = "";
      await changing(hris, "hris_teams", async () => {
        ({ id } = await mock.create("hris.groups", {}));
      });
      await changing(hris, "hris_teams", () => mock.purge("hris.groups", id));
    },
    async sync() {
      await mock.create("hris.legal-entities", {}, { visible: "after-sync" });
      await changing(hris, "hris_legal_entities", () => mock.sync(hris));
    },
    refused: async (step) =>
      expect((await caller(mock, hris)("POST /hris/absences", { step })).status).toBe(400),
    soon: (step) => mock.clock.advance(`PT${choicesAt(seed, "soon", String(step)).integer(1, 20)}S`),
    late: () => mock.clock.advance("PT2M"),
  };
  await changing(hris, "hris_employees", () =>
    mock.update("hris.employees", cast.employee.id, { first_name: "Ada" }),
  );
  for (let step = 0; step < 40; step++) {
    const name = choicesAt(seed, "step", String(step)).pick(Object.keys(steps));
    await steps[name]?.(step);
  }
  await mock.settle({ flush: true });
  return made;
}

test.for([1, 2, 3, 4, 5, 6])(
  "each change is told by exactly one data-changed, which names its model, life %i",
  { timeout: 60_000 },
  async (seed) => {
    const mock = createMock({ clock: "frozen" });
    const made = await live(mock, seed);
    const flushed = Date.parse(await mock.clock.now());
    const events = (await mock.webhooks.all()).filter(({ type }) => type === "data-changed");
    const told = (await mock.webhooks.all()).flatMap((event, index) =>
      event.type === "data-changed"
        ? modelsOf(event).map((model) => ({
            ...{ key: `${event.integration_id} ${model}`, at: Date.parse(event.at), index },
          }))
        : [],
    );
    const unsaid = new Set(told);
    for (const { key, at, before } of made) {
      // A change is told by the first event after it that names its model, within a window.
      const event = told.find((one) => one.key === key && one.index >= before);
      expect(event, `${key} at ${at}`).toBeDefined();
      if (!event) continue;
      expect(event.at - at).toBeLessThanOrEqual(windowMs);
      unsaid.delete(event);
    }
    expect([...unsaid], "events that tell of nothing").toEqual([]);
    for (const list of Map.groupBy(events, ({ integration_id }) => integration_id).values()) {
      const at = list.map((event) => Date.parse(event.at)).filter((one) => one < flushed);
      const gaps = at.slice(1).map((one, index) => one - (at[index] ?? 0));
      expect(gaps.every((gap) => gap >= windowMs)).toBe(true);
    }
  },
);
