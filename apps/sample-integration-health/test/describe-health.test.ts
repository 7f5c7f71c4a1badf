import type { GetIntegrationsIntegrationIdPositiveResponseData as Details } from "@kombo-api/sdk/models";
import { expect, test } from "vitest";
import { describeHealth } from "../src/integration-health.ts";
import { reportText } from "../src/report-text.ts";

const now = new Date("2026-01-15T09:00:00.000Z");

const fine = {
  is_available: true,
  coverage_status: "SUPPORTED",
  scope_config_setting: "ENABLED",
  opted_out_by_customer: false,
} as const;

const details: Details = {
  id: "tool:1",
  tool: { id: "tool", label: "Tool", internal_label: null, logo_url: "data:,", icon_url: "data:," },
  category: "HRIS",
  status: "ACTIVE",
  setup_status: "COMPLETED",
  end_user: { organization_name: "Acme", creator_email: null, origin_id: null },
  scope_config: { id: "scope", name: null },
  data_expired_at: null,
  created_at: now,
  beta: true,
  read_models: [{ id: "hris_teams", label: "Groups", ...fine, fields: [{ id: "name", ...fine }] }],
  write_actions: [],
};

const field = { id: "name", ...fine, is_available: false };

test("a no without a reason is told as such", () => {
  const model = { id: "hris_teams", label: "Groups", ...fine, fields: [field] };
  const [told] = describeHealth({ ...details, read_models: [model] }, now).readModels;
  expect(told).toMatchObject({ available: true, obstacles: [] });
  expect(told?.fields).toEqual([
    { id: "name", available: false, obstacles: ["no-reason-given"], remarks: [] },
  ]);
});

test("below a no without a reason, a field says that its model is not available", () => {
  const model = { id: "hris_teams", label: "Groups", ...fine, is_available: false, fields: [field] };
  const [told] = describeHealth({ ...details, read_models: [model] }, now).readModels;
  expect(told).toMatchObject({
    obstacles: ["no-reason-given"],
    fields: [{ obstacles: ["model-not-available"] }],
  });
});

test("what is optional and not available without a reason keeps its remark", () => {
  const optional = { ...fine, is_available: false, scope_config_setting: "OPTIONAL" } as const;
  const model = { id: "hris_teams", label: "Groups", ...optional, fields: [] };
  const [told] = describeHealth({ ...details, read_models: [model] }, now).readModels;
  expect(told).toMatchObject({ obstacles: ["no-reason-given"], remarks: ["left-to-customer"] });
});

test("a yes of the API counts, whatever else it says", () => {
  const odd = { ...fine, coverage_status: "UNKNOWN", opted_out_by_customer: true } as const;
  const model = { id: "hris_teams", label: "Groups", ...odd, fields: [] };
  const report = describeHealth({ ...details, read_models: [model] }, now);
  expect(report).toMatchObject({ healthy: true, readModels: [{ available: true, obstacles: [] }] });
});

test("a field that is not available is enough not to be healthy", () => {
  const action = { id: "hris_delete_absence", label: "Delete absence", ...fine, fields: [field] };
  expect(describeHealth(details, now).healthy).toBe(true);
  expect(describeHealth({ ...details, write_actions: [action] }, now).healthy).toBe(false);
});

test.each([
  ["2026-01-15T09:00:00.000Z", ""],
  ["2026-01-16T09:00:00.000Z", ""],
  ["2026-01-15T08:59:00.000Z", " (1 minute ago)"],
  ["2026-01-15T08:00:01.000Z", " (59 minutes ago)"],
  ["2026-01-15T07:00:00.000Z", " (2 hours ago)"],
  ["2026-01-14T09:00:00.000Z", " (1 day ago)"],
  ["2025-01-15T09:00:00.000Z", " (365 days ago)"],
])("data that expired at %s is told with its age%s", (since, age) => {
  const report = describeHealth({ ...details, data_expired_at: new Date(since) }, now);
  expect(reportText(report, { fields: false })).toContain(`data expired since ${since}${age}: `);
});

test("without a problem, a name, an address or an action the text has words for that", () => {
  expect(reportText(describeHealth(details, now), { fields: false })).toBe(
    `Tool of Acme (HRIS, beta)
tool:1, scope config "scope"

Integration
  connected, set up and up to date

Read models
  hris_teams  available  1 of 1 field

Write actions
  none

Nothing stands in the way.
`,
  );
  const invalid = describeHealth({ ...details, status: "INVALID" }, now);
  expect(reportText(invalid, { fields: false })).toContain("; ask Acme to reconnect\n");
});
