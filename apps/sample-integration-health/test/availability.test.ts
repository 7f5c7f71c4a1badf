import type { MockControl } from "@kombo-mock/msw";
import { describe, expect, test } from "vitest";
import type { FieldHealth } from "../src/datapoint-health.ts";
import type { HealthReport } from "../src/integration-health.ts";
import { readIntegrationHealth } from "../src/read-integration-health.ts";
import { doors, now } from "./doors.ts";

/** SmartRecruiters has all that its category has, so that only what is said here stands in the way. */
const integration = { id: "smartrecruiters:1", tool: "smartrecruiters", category: "ASSESSMENT" } as const;
const orders = "assessment_orders";
const setPackages = "assessment_set_packages";

interface Case {
  readonly what: string;
  readonly coverage?: Parameters<MockControl["integrations"]["update"]>[1]["coverage"];
  readonly scope?: Parameters<MockControl["integrations"]["setScope"]>[1];
  /** Obstacles, then remarks, by datapoint. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

const cases: Case[] = [
  { what: "nothing in the way", scope: {}, told: {} },
  {
    what: "a model that the tool lacks",
    coverage: { [orders]: "UNSUPPORTED" },
    told: { [orders]: ["unsupported-by-tool"], ...eachOrderField("unsupported-by-tool") },
  },
  {
    what: "a model that Kombo does not integrate",
    coverage: { [orders]: "NOT_IMPLEMENTED" },
    told: { [orders]: ["not-implemented"], ...eachOrderField("not-implemented") },
  },
  {
    what: "a model of which nobody knows",
    coverage: { [orders]: "UNKNOWN" },
    told: { [orders]: ["coverage-unknown"], ...eachOrderField("coverage-unknown") },
  },
  {
    what: "a model disabled in the scope config",
    scope: { settings: { [orders]: "DISABLED" } },
    told: { [orders]: ["disabled-in-scope-config"], ...eachOrderField("model-not-available") },
  },
  {
    what: "an optional model that is opted out of",
    scope: { settings: { [orders]: "OPTIONAL" }, opted_out: [orders] },
    told: {
      [orders]: ["opted-out-by-customer", "left-to-customer"],
      ...eachOrderField("model-not-available"),
    },
  },
  {
    what: "an optional model that is not opted out",
    scope: { settings: { [orders]: "OPTIONAL" } },
    told: { [orders]: ["left-to-customer"] },
  },
  {
    what: "a model with everything against it",
    coverage: { [orders]: "UNKNOWN" },
    scope: { settings: { [orders]: "DISABLED" }, opted_out: [orders] },
    told: {
      [orders]: ["coverage-unknown", "disabled-in-scope-config", "opted-out-by-customer"],
      ...eachOrderField("coverage-unknown"),
    },
  },
  {
    what: "fields, each in its way",
    coverage: { [`${orders}.status`]: "UNSUPPORTED", [`${orders}.candidate`]: "NOT_IMPLEMENTED" },
    scope: {
      settings: { [`${orders}.candidate`]: "DISABLED", [`${orders}.job`]: "OPTIONAL" },
      opted_out: [`${orders}.application`],
    },
    told: {
      [`${orders}.status`]: ["unsupported-by-tool"],
      [`${orders}.candidate`]: ["not-implemented", "disabled-in-scope-config"],
      [`${orders}.job`]: ["left-to-customer"],
      [`${orders}.application`]: ["opted-out-by-customer"],
    },
  },
  {
    what: "an action with everything against it",
    coverage: { [setPackages]: "NOT_IMPLEMENTED" },
    scope: { settings: { [setPackages]: "DISABLED" }, opted_out: [setPackages] },
    told: {
      [setPackages]: ["not-implemented", "disabled-in-scope-config", "opted-out-by-customer"],
      [`${setPackages}.packages`]: ["not-implemented"],
    },
  },
  {
    what: "an action that is opted out of",
    scope: { opted_out: [setPackages] },
    told: {
      [setPackages]: ["opted-out-by-customer"],
      [`${setPackages}.packages`]: ["action-not-available"],
    },
  },
  {
    what: "a field of an action that the tool lacks",
    coverage: { [`${setPackages}.packages`]: "UNSUPPORTED" },
    told: { [`${setPackages}.packages`]: ["unsupported-by-tool"] },
  },
];

describe.each(doors)("availability over $name", ({ open }) => {
  test.each(cases)("$what is told with its reasons", async ({ coverage = {}, scope, told }) => {
    const { control, kombo } = await open();
    await control.integrations.create({ ...integration, coverage });
    if (scope) await control.integrations.setScope(integration.id, scope);
    expect(remarkable(await readIntegrationHealth(kombo, integration.id, now))).toEqual(told);
  });

  test("what is not available is exactly what the API says is not", async () => {
    const { control, kombo } = await open();
    for (const { id } of await control.integrations.list()) {
      const { data } = await kombo.general.getIntegrationDetails({ integration_id: id });
      const report = await readIntegrationHealth(kombo, id, now);
      expect(report.readModels.map(availabilities)).toEqual(data.read_models.map(availabilities));
      expect(report.writeActions.map(availabilities)).toEqual(data.write_actions.map(availabilities));
    }
  });
});

/** What is said about each datapoint, leaving out those about which nothing is said. */
function remarkable({ readModels, writeActions }: HealthReport): Record<string, readonly string[]> {
  const said = ({ obstacles, remarks }: FieldHealth) => [...obstacles, ...remarks];
  const all = [...readModels, ...writeActions].flatMap((one) => [
    [one.id, said(one)] as const,
    ...one.fields.map((field) => [`${one.id}.${field.id}`, said(field)] as const),
  ]);
  return Object.fromEntries(all.filter(([, words]) => words.length > 0));
}

function eachOrderField(word: string): Record<string, string[]> {
  const fields = ["package_id", "status", "candidate", "application", "job"];
  return Object.fromEntries(fields.map((field) => [`${orders}.${field}`, [word]]));
}

type Available = { readonly id: string; readonly available?: boolean; readonly is_available?: boolean };

/** Ids with availability, of a report's datapoints as of the API's. */
function availabilities(one: Available & { readonly fields: readonly Available[] }) {
  return [one, ...one.fields].map(({ id, available, is_available }) => [id, available ?? is_available]);
}
