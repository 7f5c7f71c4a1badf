import { describe, expect, test } from "vitest";
import { readIntegrationHealth } from "../src/read-integration-health.ts";
import { problemText } from "../src/wording.ts";
import { doors, now } from "./doors.ts";

/** SmartRecruiters has all that its category has, so that only what is said here stands in the way. */
const healthy = {
  tool: "smartrecruiters",
  category: "ASSESSMENT",
  id: "smartrecruiters:1",
  end_user: { organization_name: "Acme", creator_email: "jo@acme.example" },
} as const;

const reconnect =
  "not connected any more: SmartRecruiters rejects the customer's credentials, so nothing is synced; ask jo@acme.example to reconnect";
const disabled = "disabled: somebody switched the integration off, so nothing is synced; enable it again";
const unfinished =
  "setup not finished: some of its steps are open, so there is no data yet; ask jo@acme.example to finish them";
const finalSync = "final sync of the setup still running: there is data once it is done";
const expired =
  "data expired since 2026-01-13T08:30:00.000Z (2 days ago): the configuration was changed; the next successful sync clears this";

const data_expired_at = "2026-01-13T08:30:00.000Z";

const cases = [
  { what: "nothing wrong", state: { status: "ACTIVE", setup_status: "COMPLETED" }, told: [] },
  { what: "INVALID", state: { status: "INVALID" }, told: [reconnect] },
  { what: "INACTIVE", state: { status: "INACTIVE" }, told: [disabled] },
  { what: "INCOMPLETE", state: { setup_status: "INCOMPLETE" }, told: [unfinished] },
  { what: "FINAL_SYNC_PENDING", state: { setup_status: "FINAL_SYNC_PENDING" }, told: [finalSync] },
  { what: "expired data", state: { data_expired_at }, told: [expired] },
  {
    what: "INVALID and INCOMPLETE",
    state: { status: "INVALID", setup_status: "INCOMPLETE" },
    told: [reconnect, unfinished],
  },
  {
    what: "INVALID and FINAL_SYNC_PENDING",
    state: { status: "INVALID", setup_status: "FINAL_SYNC_PENDING" },
    told: [reconnect, finalSync],
  },
  {
    what: "INACTIVE and INCOMPLETE",
    state: { status: "INACTIVE", setup_status: "INCOMPLETE" },
    told: [disabled, unfinished],
  },
  {
    what: "three things at once",
    state: { status: "INACTIVE", setup_status: "FINAL_SYNC_PENDING", data_expired_at },
    told: [disabled, finalSync, expired],
  },
] as const;

describe.each(doors)("the state of an integration over $name", ({ open }) => {
  test.each(cases)("$what is told with its reasons when created so", async ({ state, told }) => {
    const { control, kombo } = await open();
    await control.integrations.create({ ...healthy, ...state });
    const report = await readIntegrationHealth(kombo, healthy.id, now);
    expect(report.problems.map((problem) => problemText(problem, report))).toEqual(told);
    expect(report.healthy).toBe(told.length === 0);
  });

  test.each(cases)("$what is told with its reasons when it becomes so", async ({ state, told }) => {
    const { control, kombo } = await open();
    await control.integrations.create(healthy);
    expect((await readIntegrationHealth(kombo, healthy.id, now)).healthy).toBe(true);
    await control.integrations.update(healthy.id, state);
    const report = await readIntegrationHealth(kombo, healthy.id, now);
    expect(report.problems.map((problem) => problemText(problem, report))).toEqual(told);
  });

  test("a changed scope config makes the data expire, and a successful sync clears that", async () => {
    const { control, kombo } = await open();
    await control.integrations.create(healthy);
    await control.integrations.setScope(healthy.id, { name: "Results only" });
    const changed = await readIntegrationHealth(kombo, healthy.id, now);
    expect(changed.integration.scopeConfig).toBe("Results only");
    expect(changed.problems).toEqual([{ kind: "data-expired", since: now.toISOString() }]);
    await control.sync(healthy.id);
    expect((await readIntegrationHealth(kombo, healthy.id, now)).problems).toEqual([]);
  });
});
