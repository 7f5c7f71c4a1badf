import { customFieldFactory, integrationFieldFactory } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { faultsIn, page } from "../document.ts";

const fields = "GET /integrations/{integration_id}/integration-fields";
const customFields = "GET /integrations/{integration_id}/custom-fields";

test("an integration field is such as the document allows, in every state", () => {
  const built = [
    ...integrationFieldFactory.buildList(20),
    ...integrationFieldFactory.traits.map((trait) => integrationFieldFactory.with(trait).build()),
  ];
  expect(faultsIn(fields, page(built))).toEqual([]);
  expect(faultsIn(fields, page([{ ...built[0], is_writable: true }]))).not.toEqual([]);
});

test("a field that the customer added is told apart by its key", () => {
  const inputs = { field: "budget_code", model: "hris_teams" };
  const built = integrationFieldFactory.input({ ...inputs, type: "CUSTOM" }).build();
  const own = integrationFieldFactory.input({ ...inputs, type: "DEFAULT" }).build();
  expect(built).toMatchObject({ key: "custom.budget_code", model: "hris_teams", label: "Budget code" });
  expect(own.key).toBe("budget_code");
});

test("about a quarter of the fields is passed through", () => {
  const passed = integrationFieldFactory.buildList(1_000).filter((field) => field.is_passthrough_enabled);
  expect(Math.abs(passed.length - 250)).toBeLessThan(50);
});

test("a field can be passed through or be without a label for certain", () => {
  const passed = integrationFieldFactory.with("passedThrough").buildList(20);
  expect(passed.filter((field) => !field.is_passthrough_enabled)).toEqual([]);
  expect(integrationFieldFactory.with("unlabelled").build().label).toBeNull();
});

test("a custom field is such as the document allows, mapped or not", () => {
  const unmapped = customFieldFactory.build();
  const { id, key, type, label } = integrationFieldFactory.build();
  const mapped = customFieldFactory.build({ integration_field: { id, key, type, label } });
  expect(unmapped.integration_field).toBeNull();
  expect(mapped.integration_field).toEqual({ id, key, type, label });
  expect(faultsIn(customFields, page([unmapped, mapped]))).toEqual([]);
  expect(faultsIn(customFields, page([{ ...unmapped, key: null }]))).not.toEqual([]);
});

test("a custom field is named after what it holds", () => {
  expect(customFieldFactory.input({ field: "shirt_size" }).build()).toMatchObject({
    key: "shirt_size",
    label: "Shirt size",
    description: "Map this to the field that holds the shirt size.",
  });
});
