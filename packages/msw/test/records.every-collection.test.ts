import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type MockOptions } from "@kombo-mock/msw";
import { allDomains } from "@kombo-mock/msw/domains";
import { operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";

const recipes = allDomains.flatMap(({ collections }) => [...collections]);

/** Where the records of each domain are, in an integration that covers nearly everything. */
const tools = {
  hris: "sandbox",
  ats: "sandbox",
  assessment: "smartrecruiters",
  lms: "sandbox",
  general: "bamboohr",
} as const;

type Domain = keyof typeof tools;

const domainOf = (collection: string) => collection.split(".")[0] as Domain;

/** `create` for the name of any collection: the types of one would not fit the others. */
type Seeding = (collection: string, values: object, options: object) => Promise<{ readonly id: string }>;

/** A mock with new integrations, in a world that has a company or nothing at all. */
async function newMock(options: Partial<MockOptions>) {
  const mock = createMock({ clock: "frozen", checkAnswer, ...options });
  const ids = {} as Record<Domain, string>;
  for (const [domain, tool] of Object.entries(tools) as [Domain, string][]) {
    const category =
      domain === "general" ? "HRIS" : (domain.toUpperCase() as "HRIS" | "ATS" | "ASSESSMENT" | "LMS");
    ids[domain] = (await mock.integrations.create({ tool, category })).id;
  }
  const at = (collection: string) => ({ integration_id: ids[domainOf(collection)] });
  const create = (collection: string, values: object) =>
    (mock.create as unknown as Seeding)(collection, values, at(collection));
  const find = (collection: string, id?: string) => mock.find(collection as never, id, at(collection));
  /** What is wrong with the lists, every one of which is read. */
  const faults = async () => {
    for (const { method, collection, path, parameters } of Object.values(operations)) {
      const isList = method === "GET" && parameters.some(({ name }) => name === "cursor");
      if (!isList || path.includes("{") || !recipes.some(({ name }) => name === collection)) continue;
      const headers = { authorization: "Bearer ks_dev_mock", "x-integration-id": ids[domainOf(collection)] };
      await mock.fetch(`${mock.baseUrl}${path}?page_size=250&include_deleted=true`, { headers });
    }
    const ours = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
    return ours.map(({ violation }) => `${violation.operation}: ${violation.message}`);
  };
  return { create, find, faults };
}

test.for(["small", "empty"] as const)(
  "nothing has to be given of any record in the world %s",
  async (world) => {
    const { create, find, faults } = await newMock({ world });
    for (const { name } of recipes) {
      const made = await create(name, {});
      expect(await find(name, made.id), name).toEqual([made]);
    }
    expect(await faults()).toEqual([]);
  },
);

test("every related record can be nested in every other", async () => {
  const { create, find, faults } = await newMock({ world: "small" });
  for (const { name, relations } of recipes) {
    for (const [relation, { kind, collection }] of Object.entries(relations)) {
      const before = await find(collection);
      await create(name, { [relation]: kind === "one" ? {} : [{}, {}] });
      const made = (await find(collection)).length - before.length;
      expect(made, `${name}: ${relation}`).toBeGreaterThanOrEqual(kind === "one" ? 1 : 2);
    }
  }
  expect(await faults()).toEqual([]);
});
