import {
  type CatalogueTool,
  type Category,
  findTool,
  readModels,
  tools,
  writeActions,
} from "@kombo-mock/factories";
import { operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { features } from "../../src/general/catalogue/features.ts";
import { schemaOf } from "../document.ts";

const categories = ["HRIS", "ATS", "ASSESSMENT", "LMS"] as const satisfies readonly Category[];
const entries: readonly CatalogueTool[] = tools;

/** Everything that has coverage in a category: models, actions and features by id, fields as `<id>.<field>`. */
function coverable(category: Category): readonly string[] {
  return [
    ...[...readModels[category], ...writeActions[category]].flatMap(({ id, fields }) => [
      id,
      ...fields.map((field) => `${id}.${field}`),
    ]),
    ...features[category].map(({ id }) => id),
  ];
}

const exceptionsOf = ({ lacks = [], notImplemented = [], unknown = [] }: CatalogueTool) => [
  ...lacks,
  ...notImplemented,
  ...unknown,
];

function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

test("the catalogue has at least 25 tools", () => {
  expect(tools.length).toBeGreaterThanOrEqual(25);
});

test.each([
  { category: "HRIS", least: 14 },
  { category: "ATS", least: 25 },
  { category: "ASSESSMENT", least: 12 },
  { category: "LMS", least: 10 },
] as const)("at least $least tools can be connected as $category", ({ category, least }) => {
  const connectable = entries.filter((tool) => tool.categories.includes(category));
  expect(connectable.length).toBeGreaterThanOrEqual(least);
});

test("no two tools have the same id, and each is found by its own", () => {
  expect(twice(tools.map(({ id }) => id))).toEqual([]);
  expect(tools.map(({ id }) => findTool(id))).toEqual(tools);
  expect(findTool("leanpeople")).toBeUndefined();
});

test("variants of one tool have the same label and differ in their internal label", () => {
  const labels = entries.map(({ label, internal_label = "" }) => `${label}\n${internal_label}`);
  expect(twice(labels)).toEqual([]);
  expect(twice(entries.map(({ label }) => label))).toEqual(["Workday", "Greenhouse"]);
});

test("a link can be made for every tool", () => {
  const linkable = schemaOf("IntegrationToolId").enum ?? [];
  expect(linkable.length).toBeGreaterThan(100);
  expect(tools.filter(({ id }) => !linkable.includes(id)).map(({ id }) => id)).toEqual([]);
});

test.each(entries)(
  "$id can be connected as something, once each, and has a colour",
  ({ categories: as, color }) => {
    expect(as.length).toBeGreaterThan(0);
    expect(twice(as)).toEqual([]);
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
  },
);

test.each(entries)("what $id does not support exists in its categories, and is said once", (tool) => {
  const known = tool.categories.flatMap(coverable);
  const exceptions = exceptionsOf(tool);
  expect(exceptions.length).toBeGreaterThan(0);
  expect(exceptions.filter((id) => !known.includes(id))).toEqual([]);
  expect(twice(exceptions)).toEqual([]);
});

test.each(entries)("what $id does not support is not said again of its fields", (tool) => {
  const exceptions = exceptionsOf(tool);
  const superfluous = exceptions.filter(
    (id) => id.includes(".") && exceptions.includes(id.split(".")[0] ?? id),
  );
  expect(superfluous).toEqual([]);
});

// The tools that take assessments have all that the connector could have.
test.each(["HRIS", "ATS", "LMS"] as const)(
  "each coverage status occurs among the tools of %s",
  (category) => {
    const known = coverable(category);
    const connectable = entries.filter((tool) => tool.categories.includes(category));
    for (const list of ["lacks", "notImplemented", "unknown"] as const) {
      expect(connectable.flatMap((tool) => tool[list] ?? []).some((id) => known.includes(id))).toBe(true);
    }
  },
);

test("passthrough reaches the APIs that the document lists, and no others", () => {
  const listed = operations["POST /passthrough/{tool}/{api}"].passthroughApis ?? [];
  const reached = entries.flatMap(({ id, apis }) => apis.map((api) => `${id}/${api}`));
  expect(reached.length).toBeGreaterThan(25);
  expect(reached.filter((api) => !listed.includes(api))).toEqual([]);
  const ids: readonly string[] = tools.map(({ id }) => id);
  expect(listed.filter((api) => ids.includes(api.split("/")[0] ?? "") && !reached.includes(api))).toEqual([]);
});

test.each(categories)(
  "models, actions and features of %s are named once, after their category",
  (category) => {
    const prefixed = [...readModels[category], ...writeActions[category]].map(({ id }) => id);
    const labels = readModels[category].map(({ label }) => label);
    expect(twice(coverable(category))).toEqual([]);
    expect(twice(labels)).toEqual([]);
    expect(prefixed.filter((id) => !id.startsWith(`${category.toLowerCase()}_`))).toEqual([]);
  },
);

test.each(categories)("every model and action of %s belongs to a path of its own", (category) => {
  const collections = readModels[category].map(({ collection }) => collection);
  const taken = writeActions[category].map(({ operation }) => operation);
  expect(twice([...collections, ...taken])).toEqual([]);
  expect(collections.filter((name) => !name.startsWith(`${category.toLowerCase()}.`))).toEqual([]);
  const path = new RegExp(`^(GET|POST|PUT|PATCH|DELETE) /${category.toLowerCase()}/`);
  expect(taken.filter((operation) => !path.test(operation))).toEqual([]);
});
