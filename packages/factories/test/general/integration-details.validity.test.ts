import { type CatalogueTool, type Category, integrationDetailsFactory, tools } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { faultsIn } from "../document.ts";

const operation = "GET /integrations/{integration_id}";
const categories = ["HRIS", "ATS", "ASSESSMENT", "LMS"] as const satisfies readonly Category[];
const keys = Array.from({ length: 20 }, (_, index) => String(index));
const ofCategories = ["hris", "ats", "assessment", "lms"] as const;
const states = integrationDetailsFactory.traits.filter((trait) => !ofCategories.some((one) => one === trait));

// Models and actions are the same for every key, as a test below shows, and most of the work.
const withoutLists = { read_models: [], write_actions: [] };

const connectableAs = (category: Category) =>
  tools.filter((tool: CatalogueTool) => tool.categories.includes(category));

test.each(categories)(
  "every state of every tool that is connected as %s is such as the document allows",
  (category) => {
    const faults = connectableAs(category).flatMap(({ id: tool }) =>
      states.flatMap((trait) => {
        const factory = integrationDetailsFactory.with(trait).input({ tool, category });
        const records = [factory.build(), ...keys.map((key) => factory.key(key).build(withoutLists))];
        return records.flatMap((record) => faultsIn(operation, record));
      }),
    );
    expect(faults).toEqual([]);
  },
);

test("neither the seed nor the key decides about models and actions", () => {
  const listsOf = ({ read_models, write_actions }: ReturnType<typeof integrationDetailsFactory.build>) =>
    JSON.stringify([read_models, write_actions]);
  const differing = categories.flatMap((category) =>
    connectableAs(category).filter(({ id: tool }) => {
      const factory = integrationDetailsFactory.with("unsupported", "optedOut").input({ tool, category });
      const lists = [factory, factory.key("2"), factory.seed(2)].map((one) => listsOf(one.build()));
      return new Set(lists).size !== 1;
    }),
  );
  expect(differing).toEqual([]);
});

test.each(ofCategories)("what the trait %s makes is such as the document allows", (trait) => {
  const factory = integrationDetailsFactory.with(trait);
  expect(keys.flatMap((key) => faultsIn(operation, factory.key(key).build()))).toEqual([]);
});

test("a tool that the catalogue lacks makes valid details too", () => {
  const { tool, ...details } = integrationDetailsFactory.input({ tool: "leanpeople" }).build();
  expect(faultsIn(operation, { tool, ...details })).toEqual([]);
  expect(tool).toMatchObject({ id: "leanpeople", label: "Leanpeople", internal_label: null });
});

test("details that the document forbids are told from those that it allows", () => {
  const details = integrationDetailsFactory.build();
  expect(faultsIn(operation, { ...details, status: "ASLEEP" })).not.toEqual([]);
  expect(faultsIn(operation, { ...details, tool: { ...details.tool, icon_url: "icon" } })).not.toEqual([]);
});

test("without being told, it is a working BambooHR integration of a customer in Germany", () => {
  const details = integrationDetailsFactory.build();
  expect(details).toMatchObject({
    category: "HRIS",
    status: "ACTIVE",
    setup_status: "COMPLETED",
    beta: false,
  });
  expect(details.tool.label).toBe("BambooHR");
  expect(details.data_expired_at).toBeNull();
  expect(details.end_user.organization_name).toMatch(/(GmbH|AG|KG|SE)$/);
});

test("an integration's id is its tool's id and 24 base58 characters", () => {
  const ids = keys.map((key) => integrationDetailsFactory.input({ tool: "personio" }).key(key).build().id);
  expect(ids.filter((id) => !/^personio:[1-9A-HJ-NP-Za-km-z]{24}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(keys.length);
});

test("everything happened before the world's date, and moves with it", () => {
  const on = (date: string) =>
    keys.map((key) => integrationDetailsFactory.input({ date }).key(key).build().created_at);
  const day = 86_400_000;
  expect(on("2026-01-15").filter((instant) => instant >= "2025-12-17")).toEqual([]);
  expect(on("2026-01-16").map((instant) => new Date(Date.parse(instant) - day).toISOString())).toEqual(
    on("2026-01-15"),
  );
});

test("the customer's country decides what it is called, and nothing else", () => {
  const { end_user: german, ...rest } = integrationDetailsFactory.input({ country: "DE" }).build();
  const { end_user: french, ...same } = integrationDetailsFactory.input({ country: "FR" }).build();
  expect(french.organization_name).toMatch(/ (SA|SARL|SAS)$/);
  expect(french.origin_id).toBe(german.origin_id);
  expect(same).toEqual(rest);
});
