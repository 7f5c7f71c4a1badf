import type { Kombo } from "@kombo-api/sdk";
import { choicesAt } from "@kombo-mock/factories";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { idsOf, isPaged, lists, openCompany, refusal } from "./company.ts";

const company = openCompany();
const { mock } = company;
const kombo = await company.sdk();
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

type Pages = AsyncIterable<{
  readonly result: { readonly data: { readonly results: readonly { readonly id: string }[] } };
}>;

interface ListQuery {
  readonly page_size: number;
  readonly include_deleted?: boolean;
}

/** The official SDK's list methods, by path. */
const methods: Readonly<Record<string, (client: Kombo, query: ListQuery) => Promise<Pages>>> = {
  "/hris/absence-types": ({ hris }, query) => hris.getAbsenceTypes(query),
  "/hris/absences": ({ hris }, query) => hris.getAbsences(query),
  "/hris/employee-document-categories": ({ hris }, query) => hris.getEmployeeDocumentCategories(query),
  "/hris/employees": ({ hris }, query) => hris.getEmployees(query),
  "/hris/employments": ({ hris }, query) => hris.getEmployments(query),
  "/hris/groups": ({ hris }, query) => hris.getGroups(query),
  "/hris/legal-entities": ({ hris }, query) => hris.getLegalEntities(query),
  "/hris/locations": ({ hris }, query) => hris.getLocations(query),
  "/hris/performance-review-cycles": ({ hris }, query) => hris.getPerformanceReviewCycles(query),
  "/hris/performance-reviews": ({ hris }, query) => hris.getPerformanceReviews(query),
  "/hris/staffing-entities": ({ hris }, query) => hris.getStaffingEntities(query),
  "/hris/time-off-balances": ({ hris }, query) => hris.getTimeOffBalances(query),
  "/hris/timesheets": ({ hris }, query) => hris.getTimesheets(query),
};

test("the SDK has a method for every list that the document says it has", () => {
  const documented = lists.filter(({ sdk }) => sdk !== null).map(({ path }) => path);
  expect(documented.sort()).toEqual(Object.keys(methods).sort());
});

describe.each(Object.entries(methods))("%s through the SDK", (path, method) => {
  test.each([1, 7, 250])("every record comes once, %i a page, in the same order", async (page_size) => {
    const ids: string[] = [];
    for await (const { result } of await method(kombo, { page_size })) {
      expect(result.data.results.length).toBeLessThanOrEqual(page_size);
      ids.push(...result.data.results.map(({ id }) => id));
    }
    const expected = idsOf((await company.get(path, { page_size: 250 })).data.results);
    expect(expected.length).toBeGreaterThan(0);
    expect(ids).toEqual(expected);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.each(["demo", "edge"] as const)(
  "the SDK reads every list of the world %s, deleted records too",
  async (world) => {
    const other = openCompany({ world });
    const client = await other.sdk();
    for (const [path, method] of Object.entries(methods)) {
      let count = 0;
      for await (const { result } of await method(client, { page_size: 100, include_deleted: true })) {
        count += result.data.results.length;
      }
      expect(count, path).toBeGreaterThanOrEqual((await company.all(path, { include_deleted: true })).length);
    }
    await other.assertValidAnswers();
  },
);

test("a page holds 100 records when nothing is said, and never more than 250", async () => {
  await company.inTool(({ insert }) => {
    for (let number = 1; number <= 260; number++)
      insert("hris.locations", `many-${number}`, { name: `Site ${number}` });
  });
  expect((await company.get("/hris/locations")).data.results).toHaveLength(100);
  expect((await company.get("/hris/locations", { page_size: 250 })).data.results).toHaveLength(250);
});

test("the last page says so even when it is full", async () => {
  const { length } = await company.all("/hris/locations");
  const { results, next } = (await company.get("/hris/locations", { page_size: length })).data;
  expect([results.length, next]).toEqual([length, null]);
});

/** One thing that happens in the tool between two pages: an edit, a new record, a deletion, or a row that is gone. */
async function disturb(collection: string, step: string, gone: Set<string>): Promise<void> {
  const choose = choicesAt(7, collection, step);
  await company.inTool(({ view, patch, insert, markDeleted, purge }) => {
    const records = [...view(collection).from(0)].map(({ record }) => record);
    const { id } = choose.at("record").pick(records);
    const kind = choose.at("kind").pick(["edit", "edit", "create", "delete", "purge"] as const);
    if (kind === "edit") patch(collection, id, { remote_data: { step: [step] } });
    else if (kind === "create")
      insert(collection, `new-${step}`, { ...choose.at("twin").pick(records), remote_deleted_at: null });
    else {
      gone.add(id);
      if (kind === "delete") markDeleted(collection, id);
      else purge(collection, id);
    }
  });
}

test.each(lists.filter(isPaged).map(({ path, collection }) => [path, collection] as const))(
  "%s: what is there from start to end comes exactly once while others write between the pages",
  async (path, collection) => {
    for (const page_size of [1, 3]) {
      const before = idsOf(await company.all(path));
      const gone = new Set<string>();
      const seen: string[] = [];
      let cursor: string | null = "";
      for (let step = 0; cursor !== null; step++) {
        const { data } = await company.get(path, { page_size, cursor });
        seen.push(...idsOf(data.results));
        cursor = step < 80 ? data.next : null;
        await disturb(collection, `${page_size}-${step}`, gone);
      }
      expect(new Set(seen).size, "no record comes twice").toBe(seen.length);
      const stayed = before.filter((id) => !gone.has(id));
      expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed);
    }
  },
);

test("a cursor goes on where it was given out, with another page size and after its record is gone", async () => {
  const [first, second, third] = idsOf(await company.all("/hris/groups"));
  const { next } = (await company.get("/hris/groups", { page_size: 1 })).data;
  await company.inTool(({ purge }) => purge("hris.groups", second ?? ""));
  const rest = idsOf(
    (await company.get("/hris/groups", { page_size: 250, cursor: next ?? "" })).data.results,
  );
  expect(rest[0]).toBe(third);
  expect(rest).not.toContain(first);
});

test("a filter has to be sent again with each page, since the cursor carries none", async () => {
  const query = { employment_statuses: "ACTIVE", page_size: 1 };
  const { next } = (await company.get("/hris/employees", query)).data;
  const all = await company.all("/hris/employees", { cursor: next ?? "" });
  const active = await company.all("/hris/employees", { cursor: next ?? "", employment_statuses: "ACTIVE" });
  expect(active.length).toBeLessThan(all.length);
  expect(active.every((row) => row["employment_status"] === "ACTIVE")).toBe(true);
});

test.each([
  ["hris.employments", "/hris/employees", "employments"],
  ["hris.time-off-balances", "/hris/employees", "time_off_balances"],
  ["hris.groups", "/hris/employees", "groups"],
  ["hris.groups", "/hris/staffing-entities", "groups"],
  ["hris.locations", "/hris/staffing-entities", "locations"],
  ["hris.skills", "/hris/staffing-entities", "skills"],
])("a deleted record of %s vanishes from %s, and comes back with it", async (collection, path, field) => {
  const shown = async () =>
    (await company.all(path)).flatMap(
      (row) => row[field] as { readonly id?: string; readonly skill_id?: string }[],
    );
  const before = await shown();
  const gone = before[0]?.id ?? before[0]?.skill_id ?? "";
  await company.inTool(({ markDeleted }) => markDeleted(collection, gone));
  const rest = before.filter((one) => (one.id ?? one.skill_id) !== gone);
  expect(rest.length).toBeLessThan(before.length);
  expect(await shown()).toEqual(rest);
  await company.inTool(({ patch }) => patch(collection, gone, { remote_deleted_at: null }));
  expect((await shown()).length).toBe(before.length);
});

test("a record that leads elsewhere is shown there, and no more where it was", async () => {
  const employments = async (id: string) =>
    ((await company.read("/hris/employees", id))["employments"] as { readonly id: string }[]).map(
      (one) => one.id,
    );
  const { employee, manager } = mock.cast;
  const [moved] = await employments(employee.id);
  const known = await employments(manager.id);
  await company.inTool(({ patch }) => patch("hris.employments", moved ?? "", { employee_id: manager.id }));
  expect(await employments(employee.id)).not.toContain(moved);
  expect((await employments(manager.id)).sort()).toEqual([...known, moved ?? ""].sort());
});

test("lists without a cursor come whole", async () => {
  for (const { path } of lists.filter((list) => !isPaged(list))) {
    const { data } = await company.get(path);
    expect(data.results.length, path).toBeGreaterThan(0);
    expect(data.next, path).toBeNull();
  }
});

test.each([
  ["page_size", "0", "query.page_size must be at least 1, but is 0."],
  ["page_size", "251", "query.page_size must be at most 250, but is 251."],
  ["page_size", "abc", 'query.page_size must be an integer, but is "abc".'],
  ["page_size", "1.5", 'query.page_size must be an integer, but is "1.5".'],
  ["cursor", "abc", "query.cursor is not one that a page gave out"],
  ["cursor", "YXBvc2l0aW9uIDE", "query.cursor is not one that a page gave out"],
  ["cursor", "a", "query.cursor is not one that a page gave out"],
  ["include_deleted", "yes", 'query.include_deleted must be one of "true", "false"'],
  ["ignore_unsupported_filters", "1", "query.ignore_unsupported_filters must be one of"],
])("%s=%s is a bad request of every list that has it", async (name, value, message) => {
  const having = lists.filter(({ parameters }) => parameters.some((one) => one.name === name));
  expect(having.length).toBeGreaterThan(13);
  for (const { path } of having) {
    const { status, error } = await company.get(path, { [name]: value });
    expect([status, error.code], path).toEqual([400, "PLATFORM.INPUT_INVALID"]);
    expect(error.message).toContain(message);
  }
});

test.each([
  ["/hris/employees", "employment_statuses", "ACTIVE,AWAY", '"AWAY"'],
  ["/hris/employees", "employment_statuses", "active", '"active"'],
  ["/hris/groups", "types", "TEAM,SQUAD,CHAPTER", '"SQUAD", "CHAPTER"'],
  ["/hris/performance-reviews", "types", "MANAGER,BOSS", '"BOSS"'],
  ["/hris/staffing-entities", "model_types", "POST", '"POST"'],
  ["/hris/staffing-entities", "statuses", "OPEN", '"OPEN"'],
])("%s?%s=%s names the value that it does not take", async (path, name, given, told) => {
  const { status, code, message } = refusal(await company.get(path, { [name]: given }));
  expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(message).toContain(`query.${name} holds ${told}, but only takes `);
});

const dateParameters = lists.flatMap(({ path, parameters }) =>
  parameters
    .filter(({ name }) => /(_after|_before|_from|_until)$/.test(name))
    .map(({ name }) => ({ path, name })),
);

test("a date that is none is refused with the parameter's name", async () => {
  expect(dateParameters.length).toBeGreaterThan(20);
  const bad = [
    "2026-02-30",
    "2025-02-29T10:00:00Z",
    "2026-13-01",
    "2026-01-01T25:00:00Z",
    "2026-01-01T10:00:00+02:00",
    "soon",
  ];
  for (const { path, name } of dateParameters) {
    for (const given of bad) {
      const { status, code, message } = refusal(await company.get(path, { [name]: given }));
      expect([status, code], `${path} ${name}=${given}`).toEqual([400, "PLATFORM.INPUT_INVALID"]);
      expect(message).toContain(`query.${name}`);
    }
  }
});

test("the 29th of February is a date in leap years", async () => {
  for (const { path, name } of dateParameters) {
    expect((await company.get(path, { [name]: "2024-02-29" })).status, `${path} ${name}`).toBe(200);
  }
});

test.each([
  ["badge", "is not the JSON text of an object"],
  ["[]", "is not the JSON text of an object"],
  ['"shirt_size"', "is not the JSON text of an object"],
  ["null", "is not the JSON text of an object"],
  ["{}", "holds 0 pairs, but takes exactly one"],
  ['{"shirt_size":"M","emergency_phone":null}', "holds 2 pairs, but takes exactly one"],
  ['{"shoe_size":44}', 'names "shoe_size", which is no custom field of employees'],
  ['{"toString":1}', 'names "toString", which is no custom field of employees'],
  ['{"shirt_size":["M"]}', "holds a list or an object, which it cannot compare"],
  ['{"shirt_size":{"is":"M"}}', "holds a list or an object, which it cannot compare"],
])("custom_fields=%s is refused: it %s", async (given, problem) => {
  const { status, code, message } = refusal(await company.get("/hris/employees", { custom_fields: given }));
  expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(message).toBe(
    `query.custom_fields ${problem}. Send one pair, such as {"badge":"B-17"}. Custom fields of employees: "shirt_size", "emergency_phone".`,
  );
});
