import { afterAll, afterEach, expect, test } from "vitest";
import { type Answer, openCompany, type Row } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock } = company;
const { cast } = mock;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const ada = { first_name: "Ada", last_name: "Byron" };
const create = (body: object): Promise<Answer> =>
  company.send("POST /hris/employees", "/hris/employees", { body });
const done = async (answer: Promise<Answer>): Promise<Row> => {
  const { status, data, text, warnings } = await answer;
  expect(status, text.slice(0, 300)).toBe(200);
  expect(warnings).toEqual([]);
  return data;
};
const employee = () => company.read("/hris/employees", cast.employee.id);
const emailOf = async () => String((await employee())["work_email"]);

test("an employee with nothing but a name is listed at once, with everything else empty", async () => {
  let created: Row = { id: "" };
  const difference = await differenceAfter(company, async () => {
    created = await done(create(ada));
  });
  expect(difference).toEqual({ "/hris/employees": { [created.id]: "new" } });
  const listed = await company.read("/hris/employees", created.id);
  expect(listed).toMatchObject(created);
  expect(listed).toMatchObject({
    ...{
      ...ada,
      display_full_name: "Ada Byron",
      employment_status: "ACTIVE",
      work_email: null,
      manager: null,
    },
    ...{
      groups: [],
      teams: [],
      employments: [],
      time_off_balances: [],
      legal_entity: null,
      work_location: null,
    },
    ...{
      changed_at: "2026-01-15T09:00:00.000Z",
      remote_created_at: "2026-01-15T09:00:00.000Z",
      home_address: null,
    },
  });
  expect((await company.all("/hris/employees")).at(-1)?.id).toBe(created.id);
});

test("all that can be sent is stored, days at midnight and references as records", async () => {
  const sent = {
    ...{ ...ada, work_email: "ada@example.com", gender: "FEMALE", job_title: "Analyst", nationality: "GB" },
    ...{ mobile_phone_number: "+44 7700 900123", home_phone_number: "+44 20 7946 0000" },
    ...{ date_of_birth: "1990-12-10", start_date: "2026-03-01T13:45:00.000Z" },
    home_address: { street_1: "12 St James's Square", city: "London", zip_code: "SW1Y 4JH", country: "GB" },
    ...{ legal_entity_id: cast.legalEntity.id, location_id: cast.headquarters.id },
  };
  const { id } = await done(create(sent));
  expect(await company.read("/hris/employees", id)).toMatchObject({
    ...{ ...ada, work_email: "ada@example.com", gender: "FEMALE", job_title: "Analyst", nationality: "GB" },
    mobile_phone_number: "+44 7700 900123",
    ...{
      date_of_birth: "1990-12-10T00:00:00.000Z",
      start_date: "2026-03-01T00:00:00.000Z",
      employment_status: "PENDING",
    },
    home_address: { ...sent.home_address, street_2: null, state: null, raw: null },
    ...{
      legal_entity: { id: cast.legalEntity.id },
      work_location: { id: cast.headquarters.id, type: "HEADQUARTERS" },
    },
  });
});

test.each([
  ["no first name", { last_name: "Byron" }, "body.first_name is missing"],
  ["no last name", { first_name: "Ada" }, "body.last_name is missing"],
  ["a day that is none", { ...ada, start_date: "2026-02-30" }, 'body.start_date: "2026-02-30" is no date'],
  ["no day at all", { ...ada, date_of_birth: "yesterday" }, "body.date_of_birth must match"],
  ["no e-mail address", { ...ada, work_email: "ada" }, "body.work_email must be an e-mail address"],
  ["a small country", { ...ada, nationality: "gb" }, "body.nationality must match"],
  ["an unknown gender", { ...ada, gender: "X" }, "body.gender must be one of"],
  [
    "an unknown company",
    { ...ada, legal_entity_id: "nothing" },
    'body.legal_entity_id: "nothing" is no record of "hris.legal-entities"',
  ],
  [
    "an unknown place",
    { ...ada, location_id: "nowhere" },
    'body.location_id: "nowhere" is no record of "hris.locations"',
  ],
  [
    "the tool's id of a place",
    { ...ada, location_id: "remote:1001" },
    'body.location_id: "remote:1001" is no record',
  ],
])("%s is refused", async (_, body, message) => {
  const told = await refusedWithoutTrace(company, () => create(body));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(message);
});

test("a person is not created twice: by the e-mail address in any case, else by name and birthday", async () => {
  const { first_name, last_name, date_of_birth } = await employee();
  const known = { first_name, last_name, date_of_birth };
  const address = (await emailOf()).toUpperCase();
  for (const body of [{ ...ada, work_email: address }, known]) {
    const told = await refusedWithoutTrace(company, () => create(body));
    expect(told).toMatchObject({ status: 409, code: "HRIS.EMPLOYEE_ALREADY_EXISTS" });
    expect(told.message).toContain(`is an employee already: "${cast.employee.id}"`);
  }
  await done(create({ ...known, date_of_birth: "1970-01-01" }));
  await done(create({ ...known, work_email: "namesake@example.com" }));
  await done(create({ ...known, work_email: "Name.Sake@example.com" }));
  const again = await refusedWithoutTrace(company, () =>
    create({ ...ada, work_email: "name.sake@example.com" }),
  );
  expect(again.code).toBe("HRIS.EMPLOYEE_ALREADY_EXISTS");
  await done(create(ada));
  expect((await refusedWithoutTrace(company, () => create(ada))).code).toBe("HRIS.EMPLOYEE_ALREADY_EXISTS");
});

test("who was deleted can be hired again", async () => {
  const { first_name, last_name, work_email } = await company.read(
    "/hris/employees",
    cast.deletedEmployee.id,
  );
  const { id } = await done(create({ first_name, last_name, work_email }));
  expect(id).not.toBe(cast.deletedEmployee.id);
});

test("keys that the document lacks are ignored, nested ones too", async () => {
  const foreign = {
    ...{
      id: "mine",
      remote_id: "mine",
      employment_status: "LEAVE",
      remote_deleted_at: "2026-01-01T00:00:00.000Z",
    },
    ...{
      changed_at: "2000-01-01T00:00:00.000Z",
      ssn: "078-05-1120",
      manager_id: cast.manager.id,
      custom_fields: { a: 1 },
    },
  };
  const { id } = await done(
    create({ ...ada, ...foreign, home_address: { city: "London", raw: 7, planet: "Earth" } }),
  );
  const listed = await company.read("/hris/employees", id);
  expect(listed).toMatchObject({
    employment_status: "ACTIVE",
    remote_deleted_at: null,
    ssn: null,
    manager: null,
  });
  expect(listed["home_address"]).toMatchObject({ city: "London", raw: null });
  expect(listed["home_address"]).not.toHaveProperty("planet");
  expect(listed["changed_at"]).toBe("2026-01-15T09:00:00.000Z");
});

test("two environments give the same ids to the same writes", async () => {
  const [one, two] = [openCompany(), openCompany()];
  const ids = async ({ send }: typeof one) => {
    const made = await send("POST /hris/employees", "/hris/employees", { body: ada });
    const next = await send("POST /hris/employees", "/hris/employees", {
      body: { ...ada, last_name: "King" },
    });
    return [made.data.id, next.data.id];
  };
  const first = await ids(one);
  expect(await ids(two)).toEqual(first);
  expect(new Set(first).size).toBe(2);
});
