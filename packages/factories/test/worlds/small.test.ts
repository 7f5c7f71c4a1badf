import { createHash } from "node:crypto";
import {
  findTool,
  integrationDetailsFactory,
  seedIntegrationFactory,
  seedIntegrationId,
} from "@kombo-mock/factories";
import { generation, type IntegrationRecipe, small } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { faultsIn } from "../document.ts";

/** The details of one of the world's integrations, made as the mock makes them. */
const detailsOf = ({ id, inputs, values = {} }: IntegrationRecipe) =>
  integrationDetailsFactory.seed(1).key(id).input(inputs).with({ id }, values).build();

const details = small.integrations.map(detailsOf);

test("no two integrations have the same id", () => {
  expect(new Set(details.map(({ id }) => id)).size).toBe(small.integrations.length);
});

test.each(small.integrations)("$id is an id as the API gives them, of its own tool", ({ id, inputs }) => {
  expect(id).toMatch(/^[a-z0-9]+:[1-9A-HJ-NP-Za-km-z]{24}$/);
  expect(id.startsWith(`${inputs.tool}:`)).toBe(true);
});

test.each(small.integrations)("$id is of a tool that can be connected so", ({ inputs }) => {
  expect(findTool(inputs.tool)?.categories).toContain(inputs.category);
});

test.each(details)("the details of $id are such as the document allows", (one) => {
  expect(faultsIn("GET /integrations/{integration_id}", one)).toEqual([]);
});

test("the documented example is in it, once and to the last value", () => {
  const examples = details.filter(({ id }) => id === seedIntegrationId);
  expect(examples).toHaveLength(1);
  expect(JSON.stringify(examples[0])).toBe(JSON.stringify(seedIntegrationFactory.build()));
});

test.each([
  { category: "HRIS", tools: ["sandbox", "bamboohr", "datev", "datev", "silae"] },
  { category: "ATS", tools: ["sandbox", "greenhouse", "avionte"] },
  { category: "ASSESSMENT", tools: ["smartrecruiters"] },
  { category: "LMS", tools: ["sandbox", "talentlms"] },
])("beside the example, integrations of $category work with $tools", ({ category, tools }) => {
  const working = details.filter(
    (one) =>
      one.category === category &&
      one.status === "ACTIVE" &&
      one.setup_status === "COMPLETED" &&
      one.data_expired_at === null &&
      one.id !== seedIntegrationId,
  );
  expect(working.map(({ tool }) => tool.id)).toEqual(tools);
});

test("there is one for each thing that can be wrong", () => {
  const wrong = details.flatMap(({ status, setup_status, data_expired_at }) => [
    ...(status === "ACTIVE" ? [] : [status]),
    ...(setup_status === "COMPLETED" ? [] : [setup_status]),
    ...(data_expired_at === null ? [] : ["expired"]),
  ]);
  expect(wrong.sort()).toEqual(["INACTIVE", "INCOMPLETE", "INVALID", "expired"]);
});

test("setup steps are open exactly where the setup is incomplete", () => {
  const open = small.integrations.filter(({ setupSteps = [] }) => setupSteps.length > 0).map(({ id }) => id);
  const incomplete = details.filter(({ setup_status }) => setup_status === "INCOMPLETE").map(({ id }) => id);
  expect(open).toEqual(incomplete);
});

test("customers and ids of customers are different people's, except by intent", () => {
  expect(new Set(details.map(({ end_user }) => end_user.organization_name)).size).toBe(details.length);
  expect(new Set(details.map(({ end_user }) => end_user.origin_id)).size).toBe(details.length);
  expect(new Set(details.map(({ scope_config }) => scope_config.id)).size).toBe(details.length);
});

// When these bytes change, `generation` must rise: whoever kept an id, a value or a fixture has to learn of it.
test("the world is made of the same bytes as ever", () => {
  const bytes = (some: object) => createHash("sha256").update(JSON.stringify(some)).digest("hex");
  const customs = details.filter(({ tool }) => ["datev", "silae", "avionte"].includes(tool.id));
  expect({ generation, first: bytes(details.slice(0, 12)), customs: bytes(customs) }).toEqual({
    generation: 1,
    first: "c39fbfb129bf0112d01a16e988362ee82885bc660be50a27654b37fcbddff382",
    customs: "77bd7f1a4b9fb36222a6353a73ec02ec1d14b465e85517fc8cc90cc1ea900d51",
  });
});
