import { readModels } from "@kombo-mock/factories";
import { hris } from "@kombo-mock/msw";
import { entityFields } from "@kombo-mock/openapi";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { idsOf, lists, openCompany, type Row, refusal } from "./company.ts";

const company = openCompany();
const { mock, id } = company;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

type Settings = Readonly<Record<string, "ENABLED" | "DISABLED" | "OPTIONAL">>;

const pathOf = (collection: string) => `/${collection.replace(".", "/")}`;

/** Every list's records as they are now, of the lists that answer. */
async function everything(): Promise<Map<string, readonly Row[]>> {
  const found = new Map<string, readonly Row[]>();
  for (const { path } of lists) {
    const { status } = await company.get(path);
    if (status === 200) found.set(path, await company.all(path));
  }
  return found;
}

describe.each(readModels.HRIS)("fields of $id", ({ id: model, collection, fields }) => {
  const path = pathOf(collection);
  const shown = entityFields[lists.find((list) => list.path === path)?.entity ?? ""] ?? {};
  const recipe = hris.collections.find(({ name }) => name === collection);

  test.each([
    [
      "switched off by the scope config",
      { settings: Object.fromEntries(fields.map((field) => [`${model}.${field}`, "DISABLED" as const])) },
    ],
    ["opted out of by the customer", { opted_out: fields.map((field) => `${model}.${field}`) }],
  ])("%s, they are empty after the next sync and not before", async (_, scope) => {
    const off = new Set<string>(fields);
    const before = await company.all(path);
    await mock.integrations.setScope(id, scope);
    expect(await company.all(path)).toEqual(before);
    await mock.sync(id, { state: "FAILED" });
    expect(await company.all(path)).toEqual(before);
    await mock.sync(id);
    const after = await company.all(path);
    expect(idsOf(after)).toEqual(idsOf(before));
    for (const [index, row] of after.entries()) {
      for (const field of fields) {
        const expected = shown[field]?.nullable ? null : before[index]?.[field];
        expect(row[field], `${field} of ${row.id}`).toEqual(expected);
      }
      // A way to other records that leads nowhere shows none of them.
      for (const [name, relation] of Object.entries(recipe?.relations ?? {})) {
        if (relation.kind !== "one" || !off.has(relation.key) || !shown[name]?.nullable) continue;
        expect(row[name], `${name} of ${row.id}`).toBeNull();
      }
      const kept = Object.keys(row).filter(
        (name) => !off.has(name) && !Object.hasOwn(recipe?.relations ?? {}, name),
      );
      for (const name of kept) expect(row[name], `${name} of ${row.id}`).toEqual(before[index]?.[name]);
    }
    await mock.integrations.setScope(id, {});
    expect(await company.all(path)).toEqual(after);
    await mock.sync(id);
    expect(await company.all(path)).toEqual(before);
  });
});

describe.each(readModels.HRIS)("the model $id", ({ id: model, collection }) => {
  test("switched off, it is refused at once, and vanishes from other records with the next sync", async () => {
    const before = await everything();
    await mock.integrations.setScope(id, { settings: { [model]: "DISABLED" } satisfies Settings });
    const answer = await company.get(pathOf(collection));
    expect(refusal(answer)).toMatchObject({ status: 403, code: "INTEGRATION.MODEL_DISABLED" });
    const own = lists.filter((list) => list.collection === collection).map(({ path }) => path);
    const others = [...before].filter(([path]) => !own.includes(path));
    expect([...(await everything())]).toEqual(others);

    await mock.sync(id);
    const after = await everything();
    for (const [path, rows] of others) {
      const list = lists.find((one) => one.path === path);
      const recipe = hris.collections.find(({ name }) => name === list?.collection);
      const shown = entityFields[list?.entity ?? ""] ?? {};
      for (const [name, entry] of Object.entries(shown)) {
        const relation = Object.hasOwn(recipe?.relations ?? {}, name) ? recipe?.relations[name] : undefined;
        const values = (after.get(path) ?? []).map((row) => row[name]);
        const leads = (relation?.collection ?? recipe?.references[name]) === collection;
        if (!leads) expect(values, `${path} ${name}`).toEqual(rows.map((row) => row[name]));
        else if (entry.nullable) expect(new Set(values), `${path} ${name}`).toEqual(new Set([null]));
        else if (entry.list) expect(values.flat(), `${path} ${name}`).toEqual([]);
        // What cannot be left out keeps its ids and stamps.
        else if (relation)
          expect(values).toEqual(rows.map((row) => expect.objectContaining({ id: (row[name] as Row).id })));
      }
    }
  });

  test("switched on again, its records come back with the next sync and not before", async () => {
    const path = pathOf(collection);
    const before = await company.all(path);
    await mock.integrations.setScope(id, { opted_out: [model] });
    await mock.sync(id);
    await mock.integrations.setScope(id, {});
    expect(await company.all(path, { include_deleted: true })).toEqual([]);
    await mock.sync(id);
    const changed_at = await mock.clock.now();
    expect(await company.all(path)).toEqual(
      before.map((row) => (row["changed_at"] === undefined ? row : { ...row, changed_at })),
    );
  });
});

test("OPTIONAL counts as switched on, unless assumed otherwise", async () => {
  const strict = openCompany({ assume: { "optional-counts-as-enabled": false } });
  const settings: Settings = { hris_absences: "OPTIONAL", "hris_employees.ssn": "OPTIONAL" };
  for (const [one, isOn] of [
    [company, true],
    [strict, false],
  ] as const) {
    await one.mock.integrations.setScope(one.id, { settings });
    await one.mock.sync(one.id);
    expect((await one.get("/hris/absences")).status).toBe(isOn ? 200 : 403);
    expect((await one.all("/hris/employees")).some((row) => row["ssn"] !== null)).toBe(isOn);
  }
});

/** What a tool has to lack so that a filter has nothing to look at. */
const lacking: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/hris/employees": {
    employment_status: "hris_employees.employment_status",
    employment_statuses: "hris_employees.employment_status",
    group_ids: "hris_teams",
    legal_entity_ids: "hris_employees.legal_entity_id",
    work_location_ids: "hris_locations",
    work_emails: "hris_employees.work_email",
    personal_emails: "hris_employees.personal_email",
  },
  "/hris/groups": { types: "hris_teams.type", name_contains: "hris_teams.name" },
  "/hris/legal-entities": { name_contains: "hris_legal_entities.name" },
  "/hris/locations": { name_contains: "hris_locations.name" },
  "/hris/time-off-balances": { employee_id: "hris_employees" },
  "/hris/absences": {
    date_from: "hris_absences.end_date",
    date_until: "hris_absences.start_date",
    type_ids: "hris_absence_types",
    employee_id: "hris_absences.employee_id",
    time_from: "hris_absences.end_date",
    time_until: "hris_absences.start_date",
  },
  "/hris/timesheets": {
    employee_id: "hris_timesheets.employee_id",
    started_before: "hris_timesheets.started_at",
    started_after: "hris_timesheets.started_at",
    ended_before: "hris_timesheets.ended_at",
    ended_after: "hris_timesheets.ended_at",
  },
  "/hris/performance-reviews": {
    types: "hris_performance_reviews.type",
    review_cycle_ids: "hris_performance_review_cycles",
    reviewee_ids: "hris_employees",
  },
  "/hris/staffing-entities": {
    model_types: "hris_staffing_entities.model_type",
    statuses: "hris_staffing_entities.status",
  },
};

const cases = Object.entries(lacking).flatMap(([path, own]) =>
  Object.entries(own).map(([name, datapoint]) => ({ path, name, datapoint })),
);

const valueFor = (path: string, name: string, rows: readonly Row[]): string => {
  const [first] = rows;
  const values = lists
    .find((list) => list.path === path)
    ?.parameters.find((one) => one.name === name)?.values;
  if (values?.[0]) return values[0];
  if (name === "employment_status") return "ACTIVE";
  if (/_(from|until|before|after)$/.test(name)) return "2026-01-01";
  return name === "name_contains" ? "e" : String(first?.id);
};

test.each(cases)(
  "$path?$name= matches nothing where the tool lacks $datapoint, or is passed over on request",
  async ({ path, name, datapoint }) => {
    await mock.integrations.update(id, { coverage: { [datapoint]: "UNSUPPORTED" } });
    const rows = await company.all(path);
    const found = async (query: Record<string, string | boolean>) => idsOf(await company.all(path, query));
    expect(rows.length).toBeGreaterThan(0);
    const given = valueFor(path, name, rows);
    expect(await found({ [name]: given })).toEqual([]);
    expect(await found({ [name]: given, ignore_unsupported_filters: false })).toEqual([]);
    expect(await found({ [name]: given, ignore_unsupported_filters: true })).toEqual(idsOf(rows));
    // Only the filter that has nothing to look at is passed over.
    const ids = rows[1]?.id ?? "";
    expect(await found({ [name]: given, ids, ignore_unsupported_filters: true })).toEqual([ids]);
    expect(await found({ [name]: given, ids })).toEqual([]);
  },
);
