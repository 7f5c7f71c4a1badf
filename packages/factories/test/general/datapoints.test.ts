import {
  type Category,
  type Entity,
  integrationDetailsFactory,
  toolEntry,
  tools,
} from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { datapointsOf } from "../document.ts";

const categories = ["HRIS", "ATS", "ASSESSMENT", "LMS"] as const satisfies readonly Category[];
const switches = [
  "optedOut",
  "disabledByScope",
  "optional",
  "unsupported",
  "notImplemented",
  "unknownCoverage",
] as const;
const pairs = switches.flatMap((first, index) =>
  switches.slice(index).map((second) => [first, second] as const),
);

const connections = tools.flatMap(({ id: tool, categories: as }) =>
  as.map((category) => ({ tool, category })),
);

/** Datapoints whose `is_available` is not what the rest of them says. */
function contradictions(details: Entity<"IntegrationDetails">, optionalIsAvailable: boolean) {
  const datapoints = datapointsOf(details);
  const available = new Map(datapoints.map(({ id, is_available }) => [id, is_available]));
  return datapoints.filter((datapoint) => {
    const setting = "scope_config_setting" in datapoint ? datapoint.scope_config_setting : "ENABLED";
    const isOptedOut = "opted_out_by_customer" in datapoint && datapoint.opted_out_by_customer;
    const isOn = setting === "ENABLED" || (setting === "OPTIONAL" && optionalIsAvailable);
    const parentIsOff = datapoint.parent !== null && !available.get(datapoint.parent);
    const derived = datapoint.coverage_status === "SUPPORTED" && isOn && !isOptedOut && !parentIsOff;
    return datapoint.is_available !== derived;
  });
}

test.each([true, false])(
  "what is available follows from the rest, with OPTIONAL counting as %s",
  (counts) => {
    const contradicting = connections.flatMap((connection) =>
      pairs.flatMap(([first, second]) => {
        const factory = integrationDetailsFactory.with(first, second);
        return contradictions(factory.input({ ...connection, optionalIsAvailable: counts }).build(), counts);
      }),
    );
    expect(contradicting).toEqual([]);
  },
);

test.each(switches)("a contradiction would be noticed in the state %s", (trait) => {
  const details = integrationDetailsFactory.with(trait).input({ optionalIsAvailable: false }).build();
  const turned = details.read_models.map((model) => ({ ...model, is_available: !model.is_available }));
  expect(contradictions({ ...details, read_models: turned }, false).length).toBeGreaterThanOrEqual(
    turned.length,
  );
});

test("a field of a model that is off is off, though it is supported and enabled itself", () => {
  const details = integrationDetailsFactory.input({ settings: { hris_employees: "DISABLED" } }).build();
  const ssn = datapointsOf(details).find(({ id }) => id === "hris_employees.ssn");
  expect(ssn).toMatchObject({
    is_available: false,
    coverage_status: "SUPPORTED",
    scope_config_setting: "ENABLED",
    opted_out_by_customer: false,
  });
});

test("a field of a model or an action that is not supported is not supported either", () => {
  const coverage = { hris_employees: "UNKNOWN", hris_create_absence: "NOT_IMPLEMENTED" } as const;
  const datapoints = datapointsOf(integrationDetailsFactory.input({ coverage }).build());
  const coverageBelow = (id: string) =>
    new Set(datapoints.filter(({ parent }) => parent === id).map((field) => field.coverage_status));
  expect(coverageBelow("hris_employees")).toEqual(new Set(["UNKNOWN"]));
  expect(coverageBelow("hris_create_absence")).toEqual(new Set(["NOT_IMPLEMENTED"]));
});

test("an input of an action can be neither scoped nor opted out of", () => {
  const id = "hris_create_absence.unit";
  const inputs = { settings: { [id]: "DISABLED" }, optedOut: [id] } as const;
  const changed = integrationDetailsFactory.input(inputs).build().write_actions;
  expect(changed).toEqual(integrationDetailsFactory.build().write_actions);
  const keysOfInputs = changed.flatMap(({ fields }) => fields).map((field) => Object.keys(field).join());
  expect(new Set(keysOfInputs)).toEqual(new Set(["id,is_available,coverage_status"]));
});

test.each(categories)("OPTIONAL can count as switched off: %s", (category) => {
  const inputs = { category, tool: "sandboxlike" };
  const on = datapointsOf(integrationDetailsFactory.with("optional").input(inputs).build());
  const off = datapointsOf(
    integrationDetailsFactory
      .with("optional")
      .input({ ...inputs, optionalIsAvailable: false })
      .build(),
  );
  const optional = off.filter(
    (one) => "scope_config_setting" in one && one.scope_config_setting === "OPTIONAL",
  );
  expect(on.filter(({ is_available }) => !is_available)).toEqual([]);
  expect(optional.length).toBeGreaterThanOrEqual(3);
  expect(optional.filter(({ is_available }) => is_available)).toEqual([]);
});

test("coverage that is given wins over the tool's own, in both directions", () => {
  const coverage = { hris_teams: "UNKNOWN", hris_timesheets: "SUPPORTED" } as const;
  const plain = datapointsOf(integrationDetailsFactory.build());
  const changed = datapointsOf(integrationDetailsFactory.input({ coverage }).build());
  const coverageOf = (datapoints: typeof plain, wanted: string) =>
    datapoints.find(({ id }) => id === wanted)?.coverage_status;
  expect(coverageOf(plain, "hris_teams")).toBe("SUPPORTED");
  expect(coverageOf(changed, "hris_teams")).toBe("UNKNOWN");
  expect(coverageOf(plain, "hris_timesheets")).toBe("NOT_IMPLEMENTED");
  expect(coverageOf(changed, "hris_timesheets.breaks")).toBe("SUPPORTED");
});

test("an integration covers what its tool is listed with", () => {
  const coverageOf = (datapoints: readonly { id: string; coverage_status: string }[]) =>
    datapoints.map(({ id, coverage_status }) => `${id} ${coverage_status}`);
  for (const tool of tools) {
    for (const category of tool.categories) {
      const details = integrationDetailsFactory.input({ tool: tool.id, category }).build();
      const listed = [
        ...toolEntry(tool, category).coverage.read_models,
        ...toolEntry(tool, category).coverage.write_actions,
      ];
      const flat = listed.flatMap(({ id, coverage_status, fields }) => [
        { id, coverage_status },
        ...fields.map((field) => ({ ...field, id: `${id}.${field.id}` })),
      ]);
      expect(coverageOf(datapointsOf(details))).toEqual(coverageOf(flat));
    }
  }
});
