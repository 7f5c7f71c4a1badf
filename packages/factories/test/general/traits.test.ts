import { integrationDetailsFactory } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { datapointsOf } from "../document.ts";

/** What the traits about datapoints concern, by category: a model, a field of a model, an action. */
const concerned = {
  hris: ["hris_absences", "hris_employees.date_of_birth", "hris_create_absence"],
  ats: ["ats_offers", "ats_candidates.phone_numbers", "ats_reject_application"],
  assessment: ["assessment_orders", "assessment_orders.candidate", "assessment_update_order_result"],
  lms: ["lms_course_progressions", "lms_users.work_email", "lms_complete_course_progression"],
} as const;

const shown = {
  optedOut: { opted_out_by_customer: true },
  disabledByScope: { scope_config_setting: "DISABLED" },
  optional: { scope_config_setting: "OPTIONAL" },
  unsupported: { coverage_status: "UNSUPPORTED" },
  notImplemented: { coverage_status: "NOT_IMPLEMENTED" },
  unknownCoverage: { coverage_status: "UNKNOWN" },
} as const;

const states = {
  invalid: { status: "INVALID", setup_status: "COMPLETED" },
  inactive: { status: "INACTIVE", setup_status: "COMPLETED" },
  setupIncomplete: { status: "ACTIVE", setup_status: "INCOMPLETE" },
  finalSyncPending: { status: "ACTIVE", setup_status: "FINAL_SYNC_PENDING" },
  invalidSetupIncomplete: { status: "INVALID", setup_status: "INCOMPLETE" },
  invalidFinalSyncPending: { status: "INVALID", setup_status: "FINAL_SYNC_PENDING" },
  inactiveSetupIncomplete: { status: "INACTIVE", setup_status: "INCOMPLETE" },
  inactiveFinalSyncPending: { status: "INACTIVE", setup_status: "FINAL_SYNC_PENDING" },
} as const;

const ofCategory = {
  hris: { category: "HRIS", tool: "bamboohr" },
  ats: { category: "ATS", tool: "greenhouse" },
  assessment: { category: "ASSESSMENT", tool: "smartrecruiters" },
  lms: { category: "LMS", tool: "talentlms" },
} as const;

const others = ["expiredData", "beta", "withoutCreatorEmail"] as const;

const entries = <const Table extends object>(table: Table) =>
  Object.entries(table) as { [Key in keyof Table]: [Key, Table[Key]] }[keyof Table][];

const cases = entries(concerned).flatMap(([category, ids]) =>
  entries(shown).map(([trait, values]) => ({ category, trait, ids, values })),
);

test("every trait stands in one of these tables", () => {
  const known = [shown, states, ofCategory].flatMap((table) => Object.keys(table));
  expect([...known, ...others].sort()).toEqual([...integrationDetailsFactory.traits].sort());
});

test.each(cases)(
  "$trait shows in $category at a model, a field and an action",
  ({ category, trait, ids, values }) => {
    const plain = new Map(
      datapointsOf(integrationDetailsFactory.with(category).build()).map((one) => [one.id, one]),
    );
    const changed = datapointsOf(integrationDetailsFactory.with(category, trait).build()).filter((one) =>
      ids.some((id) => id === one.id),
    );
    expect(new Set(changed.map(({ id }) => id))).toEqual(new Set(ids));
    for (const one of changed) {
      expect(one).toMatchObject(values);
      expect(one.is_available).toBe(trait === "optional");
      expect(plain.get(one.id)).toMatchObject({ is_available: true, scope_config_setting: "ENABLED" });
    }
  },
);

test.each(cases)("$trait concerns nothing else in $category", ({ category, trait, ids }) => {
  const plain = datapointsOf(integrationDetailsFactory.with(category).build());
  const changed = datapointsOf(integrationDetailsFactory.with(category, trait).build());
  const elsewhere = ({ id, parent }: (typeof plain)[number]) =>
    !ids.some((one) => one === id || one === parent);
  expect(changed.filter(elsewhere)).toEqual(plain.filter(elsewhere));
  expect(plain.filter(elsewhere).length).toBeGreaterThan(1);
});

test.each(entries(states))("%s is this status and this setup status", (trait, state) => {
  const { status, setup_status } = integrationDetailsFactory.with(trait).build();
  expect({ status, setup_status }).toEqual(state);
});

test("every status can be had with every setup status", () => {
  const factories = [
    integrationDetailsFactory,
    ...integrationDetailsFactory.traits.map((trait) => integrationDetailsFactory.with(trait)),
  ];
  const built = factories.map(
    (factory) => `${factory.buildField("status")} ${factory.buildField("setup_status")}`,
  );
  const all = ["ACTIVE", "INVALID", "INACTIVE"].flatMap((status) =>
    ["COMPLETED", "INCOMPLETE", "FINAL_SYNC_PENDING"].map((setup) => `${status} ${setup}`),
  );
  expect(new Set(built)).toEqual(new Set(all));
});

test.each(entries(ofCategory))("%s is this category and this tool", (trait, { category, tool }) => {
  const details = integrationDetailsFactory.with(trait).build();
  expect(details.category).toBe(category);
  expect(details.tool.id).toBe(tool);
  expect(details.id).toMatch(new RegExp(`^${tool}:`));
  const prefix = `${trait}_`;
  expect(datapointsOf(details).filter(({ id }) => !id.startsWith(prefix))).toEqual([]);
});

test("data expired one to three days before the world's date", () => {
  const keys = Array.from({ length: 50 }, (_, index) => String(index));
  const expired = keys.map(
    (key) => integrationDetailsFactory.with("expiredData").key(key).build().data_expired_at ?? "",
  );
  expect(expired.filter((instant) => instant < "2026-01-12" || instant >= "2026-01-15")).toEqual([]);
  expect(new Set(expired.map((instant) => instant.slice(0, 10))).size).toBe(3);
});

test("a beta is a beta, whatever the tool is", () => {
  expect(integrationDetailsFactory.build().beta).toBe(false);
  expect(integrationDetailsFactory.with("beta").build().beta).toBe(true);
  expect(integrationDetailsFactory.with("lms").build().beta).toBe(true);
});

test("without a creator's address, the customer still has a name", () => {
  const { end_user } = integrationDetailsFactory.build();
  const without = integrationDetailsFactory.with("withoutCreatorEmail").build().end_user;
  expect(end_user.creator_email).not.toBeNull();
  expect(without).toEqual({ ...end_user, creator_email: null });
});
