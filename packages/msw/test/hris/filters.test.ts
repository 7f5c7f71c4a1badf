import { afterAll, afterEach, describe, expect, test } from "vitest";
import { idsOf, lists, openCompany, type Row } from "./company.ts";
import { type Expectation, filters } from "./filter-expectations.ts";

const company = openCompany();
const beginning = await company.mock.snapshot();

afterEach(() => company.mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

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

describe.each(["small", "edge"] as const)("in the world %s", (world) => {
  const one = world === "small" ? company : openCompany({ world });

  test.each(cases)(
    "$path?$name= gives what looking through all records gives",
    async ({ path, name, expectation }) => {
      const rows = await one.all(path);
      const parameter = lists
        .find((list) => list.path === path)
        ?.parameters.find((each) => each.name === name);
      const found = new Set<number>();
      for (const given of questions(expectation, rows, parameter?.values)) {
        const expected = rows.filter((row) => expectation.passes(row, given));
        expect(idsOf(await one.all(path, { [name]: given })), `${name}=${given}`).toEqual(idsOf(expected));
        found.add(expected.length);
      }
      expect(Math.max(...found), "something is found").toBeGreaterThan(0);
      expect(Math.min(...found), "something is left out").toBeLessThan(rows.length);
    },
  );

  afterAll(() => one.assertValidAnswers());
});

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
