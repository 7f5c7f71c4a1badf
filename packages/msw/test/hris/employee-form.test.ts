import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openCompany, type Row } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock, id } = company;
const { cast } = mock;
const kombo = await company.sdk();
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const path = "/hris/employees/form";
const ada = { first_name: "Ada", last_name: "Byron", start_date: "2026-03-01" };
const post = (properties: object, rest: object = {}, of = company) =>
  of.send("POST /hris/employees/form", path, { body: { properties, ...rest } });
const hire = async (properties: object): Promise<Row> => {
  const { status, data, text } = await post(properties);
  expect(status, text.slice(0, 300)).toBe(200);
  return company.read("/hris/employees", data.id);
};

interface Property {
  readonly type: string;
  readonly label: string;
  readonly required: boolean;
  readonly unified_key: string | null;
  readonly options?: { readonly type: string; readonly link?: string; readonly entries?: readonly Row[] };
}
const form = async (): Promise<Readonly<Record<string, Property>>> =>
  (await company.get(path)).data["properties"] as Readonly<Record<string, Property>>;

describe("GET /hris/employees/form", () => {
  test("every kind of input occurs, and the SDK reads them", async () => {
    const { properties } = (await kombo.hris.getEmployeeForm({})).data;
    const kinds = new Set(Object.values(properties).map(({ type }) => type));
    expect([...kinds].sort()).toEqual([
      "array",
      "checkbox",
      "date",
      "file",
      "multi_select",
      "number",
      "object",
      "single_select",
      "text",
    ]);
    expect(
      Object.entries(properties)
        .filter(([, { required }]) => required)
        .map(([key]) => key),
    ).toEqual([...["first_name", "last_name", "start_date"]]);
  });

  test("the options of a select are the company's own records, without deleted ones", async () => {
    const entities = await company.all("/hris/legal-entities");
    const options = async () => (await form())["legal_entity"]?.options?.entries;
    expect(await options()).toEqual(
      entities.map((row) => ({ id: row.id, label: row["name"], remote_id: row["remote_id"] })),
    );
    await company.inTool(({ markDeleted }) => markDeleted("hris.legal-entities", cast.legalEntity.id));
    expect((await options())?.map((one) => one.id)).not.toContain(cast.legalEntity.id);
  });

  test("a list that is too long is linked to, and the link leads to it", async () => {
    const link = (await form())["location"]?.options?.link ?? "";
    const response = await mock.fetch(link);
    const { results, next } = (await response.json()) as { results: Row[]; next: null };
    expect([response.status, next]).toEqual([200, null]);
    expect(results.map((one) => one.id)).toEqual((await company.all("/hris/locations")).map((row) => row.id));
    expect(results[0]).toEqual({
      id: expect.any(String),
      label: expect.any(String),
      remote_id: expect.any(String),
    });
    const employee = await hire({ ...ada, location: results[1]?.id });
    expect(employee["work_location_id"]).toBe(results[1]?.id);
  });

  test("a link to options that the form does not have says so", async () => {
    for (const key of ["languages", "toString", "nothing"]) {
      const response = await mock.fetch(`https://api.kombo.dev/_mock/integrations/${id}/form-options/${key}`);
      expect(response.status, key).toBe(404);
      expect(await response.text()).toContain(`links to no options of \\"${key}\\"`);
    }
    const unknown = await mock.fetch("https://api.kombo.dev/_mock/integrations/nobody/form-options/location");
    expect(unknown.status).toBe(404);
  });
});

test("a filled form makes an employee, with what the unified keys say", async () => {
  let created: Row = { id: "" };
  const properties = {
    ...{
      ...ada,
      work_email: "Ada@Example.COM",
      private_email: "ada@home.example",
      date_of_birth: "1990-12-10",
    },
    ...{
      job_title: "Analyst",
      nationality: "GB",
      mobile_phone: "+44 7700 900123",
      gender: "f",
      weekly_hours: 32.5,
    },
    ...{
      legal_entity: cast.legalEntity.id,
      location: cast.headquarters.id,
      yearly_salary: 70_000,
      company_car: true,
    },
    ...{ languages: ["english", "french"], contract: "data:application/pdf;base64,AAAA" },
    home_address: { street: "12 St James's Square", city: "London", zip_code: "SW1Y 4JH", country: "GB" },
    emergency_contacts: [{ name: "Charles", phone: "+44 20 7946 0000" }, { name: "Mary" }],
  };
  const difference = await differenceAfter(company, async () => {
    const { data, warnings } = await kombo.hris.createEmployeeWithForm({ properties });
    expect([warnings, data.prehire]).toEqual([[], { remote_id: null }]);
    created = { id: data.id ?? "", remote_id: data.remote_id };
  });
  expect(difference).toEqual({ "/hris/employees": { [created.id]: "new" } });
  expect(await company.read("/hris/employees", created.id)).toMatchObject({
    ...{
      remote_id: created["remote_id"],
      first_name: "Ada",
      last_name: "Byron",
      display_full_name: "Ada Byron",
    },
    // Only domains in small letters can be read back.
    ...{
      work_email: "Ada@example.com",
      personal_email: "ada@home.example",
      job_title: "Analyst",
      nationality: "GB",
    },
    ...{
      mobile_phone_number: "+44 7700 900123",
      gender: "FEMALE",
      weekly_hours: 32.5,
      employment_status: "PENDING",
    },
    ...{ date_of_birth: "1990-12-10T00:00:00.000Z", start_date: "2026-03-01T00:00:00.000Z" },
    ...{ legal_entity: { id: cast.legalEntity.id }, work_location: { id: cast.headquarters.id } },
    home_address: {
      street_1: "12 St James's Square",
      city: "London",
      zip_code: "SW1Y 4JH",
      country: "GB",
      raw: null,
    },
  });
});

describe("a fault is told with its path", () => {
  test.each([
    ["a missing text", { ...ada, first_name: undefined }, "body.properties.first_name is missing"],
    [
      "an empty required text",
      { ...ada, first_name: "" },
      "body.properties.first_name needs at least 1 characters, but has 0.",
    ],
    ["a missing date", { ...ada, start_date: undefined }, "body.properties.start_date is missing"],
    [
      "a long text",
      { ...ada, first_name: "A".repeat(101) },
      "body.properties.first_name may have 100 characters, but has 101.",
    ],
    ["a text that is none", { ...ada, job_title: 7 }, "body.properties.job_title must be a text."],
    [
      "a text of another form",
      { ...ada, nationality: "Dane" },
      "body.properties.nationality must match ^[A-Z]{2}$.",
    ],
    ["no e-mail address", { ...ada, work_email: "ada" }, "body.properties.work_email must match"],
    [
      "a day that is none",
      { ...ada, start_date: "2026-02-30" },
      "body.properties.start_date must be a day such as 2026-09-01.",
    ],
    ["a date that is none", { ...ada, date_of_birth: "soon" }, "body.properties.date_of_birth must be a day"],
    ["a small number", { ...ada, weekly_hours: 0 }, "body.properties.weekly_hours must be at least 1."],
    ["a large number", { ...ada, weekly_hours: 61 }, "body.properties.weekly_hours must be at most 60."],
    [
      "a number that is none",
      { ...ada, weekly_hours: "40" },
      "body.properties.weekly_hours must be a number.",
    ],
    [
      "an unknown option",
      { ...ada, gender: "FEMALE" },
      'body.properties.gender must be the id of an option: "f" (Female)',
    ],
    [
      "an unknown record",
      { ...ada, location: "nowhere" },
      "body.properties.location must be the id of an option",
    ],
    [
      "a list that is none",
      { ...ada, languages: "english" },
      "body.properties.languages must be a list of options' ids.",
    ],
    [
      "an unknown one of many",
      { ...ada, languages: ["english", "latin"] },
      "body.properties.languages[1] must be the id of an option",
    ],
    ["too few", { ...ada, languages: [] }, "body.properties.languages needs at least 1 entries, but has 0."],
    [
      "too many",
      { ...ada, languages: ["english", "french", "german", "dutch"] },
      "body.properties.languages may have 3 entries, but has 4.",
    ],
    [
      "a checkbox that is none",
      { ...ada, company_car: "yes" },
      "body.properties.company_car must be true or false.",
    ],
    [
      "an object that is none",
      { ...ada, home_address: "London" },
      "body.properties.home_address must be an object",
    ],
    ["a list for an object", { ...ada, home_address: [] }, "body.properties.home_address must be an object"],
    [
      "a missing part",
      { ...ada, home_address: { street: "x" } },
      "body.properties.home_address.city is missing",
    ],
    [
      "a wrong part",
      { ...ada, home_address: { city: "x", country: "gb" } },
      "body.properties.home_address.country must match",
    ],
    [
      "an unknown part",
      { ...ada, home_address: { city: "x", planet: "y" } },
      "body.properties.home_address.planet is no input of the form.",
    ],
    [
      "a list of objects that is none",
      { ...ada, emergency_contacts: {} },
      "body.properties.emergency_contacts must be a list.",
    ],
    [
      "a wrong entry",
      { ...ada, emergency_contacts: [{ name: "x" }, {}] },
      "body.properties.emergency_contacts[1].name is missing",
    ],
    [
      "too many entries",
      { ...ada, emergency_contacts: [1, 2, 3].map(() => ({ name: "x" })) },
      "body.properties.emergency_contacts may have 2 entries",
    ],
    ["a file that is none", { ...ada, contract: 7 }, "body.properties.contract must be a file."],
    [
      "an unknown input",
      { ...ada, shoe_size: 44 },
      "body.properties.shoe_size is no input of the form. It has: first_name, ",
    ],
    ["an inherited one", { ...ada, toString: "x" }, "body.properties.toString is no input of the form."],
  ])("%s", async (_, properties, message) => {
    const told = await refusedWithoutTrace(company, () => post(properties));
    expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(told.message).toContain(message);
  });

  test("all of them at once", async () => {
    const told = await refusedWithoutTrace(company, () => post({ first_name: 7, weekly_hours: 100 }));
    for (const key of [
      "first_name must",
      "last_name is missing",
      "start_date is missing",
      "weekly_hours must",
    ])
      expect(told.message).toContain(`body.properties.${key}`);
  });

  test("the properties themselves", async () => {
    const without = () => company.send("POST /hris/employees/form", path, { body: {} });
    expect((await refusedWithoutTrace(company, without)).message).toContain("body.properties is missing");
  });
});

test("null is no value of an input: what is not known is left out", async () => {
  const told = await refusedWithoutTrace(company, () => post({ ...ada, gender: null }));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain("body.properties.gender");
  expect((await hire({ ...ada, gender: undefined }))["gender"]).toBeNull();
});
