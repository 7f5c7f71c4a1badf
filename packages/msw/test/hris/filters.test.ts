import { afterAll, afterEach, describe, expect, test } from "vitest";
import { idsOf, lists, openCompany, type Row } from "./company.ts";

const company = openCompany();
const beginning = await company.mock.snapshot();

afterEach(() => company.mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

/** How a parameter filters: the values that a record has for it, and whether the record passes what is asked. */
interface Expectation {
  readonly valuesOf: (row: Row) => readonly unknown[];
  readonly passes: (row: Row, given: string) => boolean;
  /** Whether several values can be asked for, separated by commas. */
  readonly isList?: boolean;
  /** Other texts that are worth asking for. */
  readonly also?: readonly string[];
}

const has = (field: string) => (row: Row) => [row[field]];
const within = (given: string, value: unknown) => given.split(",").includes(String(value));

const oneOf = (field: string): Expectation => ({
  valuesOf: has(field),
  passes: (row, given) => within(given, row[field]),
  isList: true,
});
const equals = (field: string): Expectation => ({
  valuesOf: has(field),
  passes: (row, given) => row[field] === given,
});
const ignoringCase = (field: string): Expectation => ({
  ...oneOf(field),
  valuesOf: (row) => (typeof row[field] === "string" ? [row[field], row[field].toUpperCase()] : []),
  passes: (row, given) => within(given.toLowerCase(), String(row[field]).toLowerCase()),
});
const contains = (field: string): Expectation => ({
  valuesOf: (row) => [String(row[field]).slice(1, 4), String(row[field]).toUpperCase()],
  passes: (row, given) => String(row[field]).toLowerCase().includes(given.toLowerCase()),
  also: ["e", "no such name"],
});
const related = (field: string, key = "id"): Expectation => ({
  valuesOf: (row) => [row[field]].flat().map((one) => (one as Row | null)?.[key]),
  passes: (row, given) => [row[field]].flat().some((one) => within(given, (one as Row | null)?.[key])),
  isList: true,
});

const dayLength = 86_400_000;
const instantOf = (text: string) =>
  Date.parse(text.includes("T") ? `${text.replace("Z", "")}Z` : text.replace("Z", ""));
const dayOf = (text: unknown) => String(text).slice(0, 10);
/** A date-time with and without zone and fraction, its day, and the days around it. */
function spellings(value: unknown): string[] {
  if (typeof value !== "string") return [];
  const iso = new Date(value).toISOString();
  const around = [-dayLength, dayLength].map((by) =>
    new Date(Date.parse(iso) + by).toISOString().slice(0, 10),
  );
  return [iso, iso.slice(0, -1), iso.slice(0, 19), `${iso.slice(0, 19)}Z`, iso.slice(0, 10), ...around];
}
const dates = (fields: readonly string[], passes: Expectation["passes"]): Expectation => ({
  valuesOf: (row) => fields.flatMap((field) => spellings(row[field])),
  passes,
});
const compares = (field: string, test: (value: number, given: number) => boolean): Expectation =>
  dates(
    [field],
    (row, given) => typeof row[field] === "string" && test(Date.parse(row[field]), instantOf(given)),
  );

/** Every filter of every list, beyond those that all have. */
const filters: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  "/hris/employees": {
    employment_status: equals("employment_status"),
    employment_statuses: oneOf("employment_status"),
    group_ids: related("groups"),
    legal_entity_ids: oneOf("legal_entity_id"),
    work_location_ids: oneOf("work_location_id"),
    work_emails: ignoringCase("work_email"),
    personal_emails: ignoringCase("personal_email"),
    custom_fields: {
      valuesOf: (row) =>
        Object.entries((row["custom_fields"] ?? {}) as object).map(([key, value]) =>
          JSON.stringify({ [key]: value }),
        ),
      passes(row, given) {
        const [pair] = Object.entries(JSON.parse(given) as Record<string, unknown>);
        const shown = row["custom_fields"] as Readonly<Record<string, unknown>> | null;
        return shown !== null && pair !== undefined && shown[pair[0]] === pair[1];
      },
      also: ['{"shirt_size":1}', '{"shirt_size":true}', ' { "shirt_size" : "XL" } '],
    },
  },
  "/hris/groups": {
    types: { ...oneOf("type"), also: ["null,TEAM", "DEPARTMENT,TEAM,COST_CENTER,null"] },
    name_contains: contains("name"),
  },
  "/hris/legal-entities": { name_contains: contains("name") },
  "/hris/locations": { name_contains: contains("name") },
  "/hris/skills": { name_contains: contains("name") },
  "/hris/time-off-balances": { employee_id: equals("employee_id") },
  "/hris/absences": {
    // The time of day does not count, and the last day belongs to the absence.
    date_from: dates(["start_date", "end_date"], (row, given) => dayOf(row["end_date"]) >= dayOf(given)),
    date_until: dates(["start_date", "end_date"], (row, given) => dayOf(row["start_date"]) <= dayOf(given)),
    type_ids: oneOf("type_id"),
    employee_id: equals("employee_id"),
    time_from: dates(["start_date", "end_date"], (row, given) =>
      [row["start_date"], row["end_date"]].some((day) => Date.parse(String(day)) > instantOf(given)),
    ),
    time_until: dates(
      ["start_date", "end_date"],
      (row, given) => Date.parse(String(row["start_date"])) < instantOf(given),
    ),
  },
  "/hris/timesheets": {
    employee_id: equals("employee_id"),
    started_before: compares("started_at", (value, given) => value < given),
    started_after: compares("started_at", (value, given) => value >= given),
    ended_before: compares("ended_at", (value, given) => value <= given),
    ended_after: compares("ended_at", (value, given) => value >= given),
  },
  "/hris/performance-reviews": {
    types: oneOf("type"),
    review_cycle_ids: related("review_cycle"),
    reviewee_ids: related("reviewee"),
  },
  "/hris/staffing-entities": { model_types: oneOf("model_type"), statuses: oneOf("status") },
  "/hris/employee-skill-assignments": { employee_ids: oneOf("employee_id"), skill_ids: oneOf("skill_id") },
};

const common = [
  "cursor",
  "page_size",
  "ids",
  "remote_ids",
  "updated_after",
  "include_deleted",
  "ignore_unsupported_filters",
];

test("every filter of every list is tested here", () => {
  const declared = lists.flatMap(({ path, parameters }) =>
    parameters.filter(({ name }) => !common.includes(name)).map(({ name }) => `${path} ${name}`),
  );
  const tested = Object.entries(filters).flatMap(([path, own]) =>
    Object.keys(own).map((name) => `${path} ${name}`),
  );
  expect(tested.sort()).toEqual(declared.sort());
});

/** What is worth asking for: some values that records have, two at once, one in other letters, and one that none has. */
function questions(
  { valuesOf, isList, also = [] }: Expectation,
  rows: readonly Row[],
  allowed?: readonly string[],
) {
  const values = [
    ...new Set(
      rows
        .flatMap(valuesOf)
        .filter((value) => value !== null && value !== undefined)
        .map(String),
    ),
  ];
  const askable = allowed ? values.filter((value) => allowed.includes(value)) : values;
  const some = askable.filter((_, index) => index % Math.ceil(askable.length / 12) === 0);
  const lists = isList ? [some.slice(0, 2).join(","), `${some.slice(-2).join(",")},`] : [];
  return [...some, ...lists, ...(allowed ?? []), ...also].filter((given) => given !== "" && given !== ",");
}

const cases = Object.entries(filters).flatMap(([path, own]) =>
  Object.entries(own).map(([name, expectation]) => ({ path, name, expectation })),
);

test.each(cases)(
  "$path?$name= gives what looking through all records gives",
  async ({ path, name, expectation }) => {
    const rows = await company.all(path);
    const parameter = lists.find((list) => list.path === path)?.parameters.find((one) => one.name === name);
    const asked = questions(expectation, rows, parameter?.values);
    const found = new Set<number>();
    for (const given of asked) {
      const expected = rows.filter((row) => expectation.passes(row, given));
      expect(idsOf(await company.all(path, { [name]: given })), `${name}=${given}`).toEqual(idsOf(expected));
      found.add(expected.length);
    }
    expect(Math.max(...found), "something is found").toBeGreaterThan(0);
    expect(Math.min(...found), "something is left out").toBeLessThan(rows.length);
  },
);

test("an unknown value finds nothing, and an empty one is no filter", async () => {
  const free = cases.filter(({ path, name }) => {
    const parameter = lists.find((list) => list.path === path)?.parameters.find((one) => one.name === name);
    return /(_ids?|_emails|_contains|^custom_fields)$/.test(name) && parameter?.values === undefined;
  });
  expect(free.length).toBeGreaterThan(10);
  for (const { path, name } of free) {
    if (name !== "custom_fields") expect(await company.all(path, { [name]: "nobody" }), name).toEqual([]);
    expect((await company.all(path, { [name]: "" })).length, name).toBe((await company.all(path)).length);
  }
});

test.each([
  ["/hris/employees", "work_location_ids", "work_location_id"],
  ["/hris/employees", "employment_statuses", "employment_status"],
  ["/hris/groups", "types", "type"],
  ["/hris/absences", "employee_id", "employee_id"],
  ["/hris/performance-reviews", "types", "type"],
  ["/hris/staffing-entities", "statuses", "status"],
])("%s?%s= finds what changed by its new value, and no more by its old one", async (path, name, field) => {
  const collection = lists.find((list) => list.path === path)?.collection ?? "";
  const rows = await company.all(path);
  const [first] = rows;
  const other = rows.find((row) => row[field] !== first?.[field] && typeof row[field] === "string");
  const [old, now] = [String(first?.[field]), String(other?.[field])];
  const found = async (value: string) => idsOf(await company.all(path, { [name]: value }));
  const before = [await found(old), await found(now)];
  await company.inTool(({ patch }) => patch(collection, first?.id ?? "", { [field]: now }));
  expect(await found(old)).toEqual(before[0]?.filter((id) => id !== first?.id));
  expect(await found(now)).toEqual(idsOf(rows).filter((id) => id === first?.id || before[1]?.includes(id)));
  await company.inTool(({ purge }) => purge(collection, first?.id ?? ""));
  expect(await found(now)).toEqual(before[1]);
});

test("ids are exact: the same letters in another case are another id", async () => {
  const [first] = await company.all("/hris/employees");
  expect(await company.all("/hris/employees", { ids: String(first?.id).toLowerCase() })).toEqual([]);
});

test("filters are joined by AND, the values of one list by OR", async () => {
  const rows = await company.all("/hris/employees");
  const [first, second] = [...new Set(rows.map((row) => row["work_location_id"]))];
  const query = { employment_statuses: "ACTIVE,LEAVE", work_location_ids: `${first},${second}` };
  const expected = rows.filter(
    (row) =>
      ["ACTIVE", "LEAVE"].includes(String(row["employment_status"])) &&
      [first, second].includes(row["work_location_id"]),
  );
  expect(expected.length).toBeGreaterThan(1);
  expect(idsOf(await company.all("/hris/employees", query))).toEqual(idsOf(expected));
  expect(idsOf(await company.all("/hris/employees", { ...query, page_size: 2 }))).toEqual(idsOf(expected));
});

describe.each(lists)("$path", ({ path, parameters }) => {
  test("ids and remote_ids find records by their ids, in the order of the list", async () => {
    const rows = await company.all(path);
    const [first, second, third] = rows;
    if (!first || !second) expect.fail("There are too few records.");
    const wanted = [third ?? second, first];
    expect(idsOf(await company.all(path, { ids: wanted.map(({ id }) => id).join(",") }))).toEqual(
      idsOf(wanted).reverse(),
    );
    expect(idsOf(await company.all(path, { ids: `${first.id},${first.id},unknown` }))).toEqual([first.id]);
    if (typeof first["remote_id"] !== "string") return;
    const remoteIds = wanted.map((row) => row["remote_id"]).join(",");
    expect(idsOf(await company.all(path, { remote_ids: remoteIds }))).toEqual(idsOf(wanted).reverse());
    expect(
      idsOf(await company.all(path, { ids: first.id, remote_ids: String(second["remote_id"]) })),
    ).toEqual([]);
  });

  test("a deleted record is hidden, unless the list is asked for deleted ones", async () => {
    const collection = lists.find((list) => list.path === path)?.collection ?? "";
    const canShow = parameters.some(({ name }) => name === "include_deleted");
    const before = await company.all(path);
    const deletedBefore = canShow
      ? (await company.all(path, { include_deleted: true })).length - before.length
      : 0;
    const gone = before[1]?.id ?? "";
    await company.inTool(({ markDeleted }) => markDeleted(collection, gone));
    expect(idsOf(await company.all(path))).toEqual(idsOf(before).filter((id) => id !== gone));
    expect(await company.all(path, { ids: gone })).toEqual([]);
    if (!canShow) return;
    const shown = await company.all(path, { include_deleted: true });
    expect(shown).toHaveLength(before.length + deletedBefore);
    expect(shown.find(({ id }) => id === gone)?.["remote_deleted_at"]).toBe("2026-01-15T09:00:00.000Z");
    expect(await company.all(path, { include_deleted: false })).toHaveLength(before.length - 1);
  });
});
