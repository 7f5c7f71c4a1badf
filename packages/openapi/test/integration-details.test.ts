import { expect, test } from "vitest";
import type { SchemaObject } from "../scripts/document.ts";
import { descriptionOf, document, schemas } from "./schemas.ts";

const prefix = "GetIntegrationsIntegrationIdPositiveResponse";

/** The names that the official TypeScript SDK gives the integration details and their parts, by our schema. */
const sdkModels = {
  IntegrationDetails: [`${prefix}Data`],
  IntegrationTool: [`${prefix}Tool`],
  IntegrationCategory: [`${prefix}Category`],
  IntegrationStatus: [`${prefix}Status`],
  SetupStatus: [`${prefix}SetupStatus`],
  EndUser: [`${prefix}EndUser`],
  ScopeConfig: ["ScopeConfig"],
  CoverageStatus: [
    `${prefix}ReadModelCoverageStatus`,
    `${prefix}ReadModelFieldCoverageStatus`,
    `${prefix}WriteActionCoverageStatus`,
    `${prefix}WriteActionFieldCoverageStatus`,
  ],
  ScopeConfigSetting: [
    "ReadModelScopeConfigSetting",
    "FieldScopeConfigSetting",
    "WriteActionScopeConfigSetting",
  ],
  ReadModel: [`${prefix}ReadModel`],
  ReadModelField: [`${prefix}ReadModelField`],
  WriteAction: [`${prefix}WriteAction`],
  WriteActionField: [`${prefix}WriteActionField`],
};

const family = schemas.filter(({ place }) => Object.hasOwn(sdkModels, place));

test("the schemas that bear the SDK's names of the family are these", () => {
  const family = new Set(Object.values(sdkModels).flat());
  const named = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const models = schema["x-sdk-models"]?.filter((model) => family.has(model)) ?? [];
    return models.length > 0 ? [[name, models]] : [];
  });
  expect(Object.fromEntries(named)).toEqual(sdkModels);
});

/** What the SDK's own pages leave to the name; all else they describe, and so do we. */
const left = ["ScopeConfig.id", "ScopeConfig.name"];

test("every property of the family is described", () => {
  const properties = family.flatMap(({ place, schema }) =>
    Object.entries(schema.properties ?? {}).map(([key, one]): [string, SchemaObject] => [
      `${place}.${key}`,
      one,
    ]),
  );
  const silent = properties.filter(([, schema]) => !descriptionOf(schema));
  expect(properties).toHaveLength(44);
  expect(silent.map(([place]) => place)).toEqual(left);
});

test.each([
  { name: "IntegrationStatus", values: ["ACTIVE", "INVALID", "INACTIVE"] },
  { name: "SetupStatus", values: ["INCOMPLETE", "FINAL_SYNC_PENDING", "COMPLETED"] },
  { name: "CoverageStatus", values: ["SUPPORTED", "UNSUPPORTED", "NOT_IMPLEMENTED", "UNKNOWN"] },
])("$name explains each of its values", ({ name, values }) => {
  const { schema } = family.find(({ place }) => place === name) ?? {};
  const explained = [...(schema?.description ?? "").matchAll(/^- `(\w+)`: \S/gm)].map(([, value]) => value);
  expect(schema?.enum).toEqual(values);
  expect(explained).toEqual(values);
});

test.each([
  { name: "IntegrationCategory", values: ["HRIS", "ATS", "ASSESSMENT", "LMS"] },
  { name: "ScopeConfigSetting", values: ["ENABLED", "DISABLED", "OPTIONAL"] },
])("$name has the SDK's values", ({ name, values }) => {
  expect(family.find(({ place }) => place === name)?.schema.enum).toEqual(values);
});

test("every key of the family is always there", () => {
  const objects = family.filter(({ schema }) => schema.properties);
  const optional = objects.flatMap(({ place, schema }) =>
    Object.keys(schema.properties ?? {})
      .filter((key) => !schema.required?.includes(key))
      .map((key) => `${place}.${key}`),
  );
  expect(objects).toHaveLength(8);
  expect(optional).toEqual([]);
});
