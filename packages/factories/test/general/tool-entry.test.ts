import { type CatalogueTool, toolEntry, toolOf, tools } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { faultsIn } from "../document.ts";

const connections = tools.flatMap((tool: CatalogueTool) =>
  tool.categories.map((category) => ({ tool, category })),
);

test.each(connections)("$tool.id as $category is listed as the document allows", ({ tool, category }) => {
  expect(faultsIn("GET /tools/{category}", { tools: [toolEntry(tool, category)] })).toEqual([]);
});

test("an entry that the document forbids is told from one that it allows", () => {
  const entry = toolEntry(toolOf("personio"), "HRIS");
  expect(faultsIn("GET /tools/{category}", { tools: [{ ...entry, label: null }] })).not.toEqual([]);
});

test("an entry lists its category's models, actions and features", () => {
  const { coverage } = toolEntry(toolOf("jazzhr"), "ATS");
  expect(coverage.read_models.map(({ id }) => id)).toContain("ats_candidates");
  expect(coverage.write_actions.map(({ id }) => id)).toContain("ats_create_candidate");
  expect(coverage.features).toContainEqual({
    id: "automatic_source_writing",
    label: "Automatic Source Writing",
    coverage_status: "UNSUPPORTED",
  });
});

test.each([
  { tool: "bamboohr", category: "HRIS", id: "hris_absences", want: "SUPPORTED" },
  { tool: "bamboohr", category: "HRIS", id: "hris_legal_entities", want: "UNSUPPORTED" },
  { tool: "bamboohr", category: "HRIS", id: "hris_timesheets", want: "NOT_IMPLEMENTED" },
  { tool: "bamboohr", category: "ATS", id: "ats_notes", want: "UNKNOWN" },
] as const)("$tool covers $id: $want", ({ tool, category, id, want }) => {
  const model = toolEntry(toolOf(tool), category).coverage.read_models.find((one) => one.id === id);
  expect(model?.coverage_status).toBe(want);
});

test("a field can be covered less well than its model, but not better", () => {
  const models = toolEntry(toolOf("hibob"), "HRIS").coverage.read_models;
  const absences = models.find(({ id }) => id === "hris_absences");
  const timesheets = models.find(({ id }) => id === "hris_timesheets");
  expect(absences?.coverage_status).toBe("SUPPORTED");
  expect(absences?.fields).toContainEqual({ id: "approver_id", coverage_status: "UNSUPPORTED" });
  expect(new Set(timesheets?.fields.map((field) => field.coverage_status))).toEqual(
    new Set(["NOT_IMPLEMENTED"]),
  );
});

test("a variant of a tool has an internal label, an ordinary tool has none", () => {
  expect(toolEntry(toolOf("workdaycustomreport"), "HRIS").internal_label).toBe("Workday (custom report)");
  expect(toolEntry(toolOf("workday"), "HRIS").internal_label).toBeNull();
});

test("the black icon is black, the other one is not", () => {
  const { assets } = toolEntry(toolOf("personio"), "HRIS");
  expect(decodeURIComponent(assets.icon_black_url)).toContain('fill="#000000"');
  expect(decodeURIComponent(assets.icon_url)).not.toContain('fill="#000000"');
});

test("a tool that the catalogue lacks supports everything", () => {
  const { coverage, label } = toolEntry(toolOf("leanpeople"), "LMS");
  const statuses = [...coverage.read_models, ...coverage.write_actions].flatMap(
    ({ coverage_status, fields }) => [coverage_status, ...fields.map((field) => field.coverage_status)],
  );
  expect(label).toBe("Leanpeople");
  expect(new Set(statuses)).toEqual(new Set(["SUPPORTED"]));
});

test("a tool that the catalogue lacks has a colour that only depends on its id", () => {
  const colors = Array.from({ length: 40 }, (_, index) => toolOf(`tool${index}`).color);
  expect(colors).toEqual(colors.map((_, index) => toolOf(`tool${index}`).color));
  expect(new Set(colors).size).toBe(6);
});
