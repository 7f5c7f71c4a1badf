import { createMock, type MockCore } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const messageOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "It was not refused.",
    (error: Error) => error.message,
  );

/** What is no seed of an employee, and what is said of it. */
const employees: Readonly<Record<string, readonly [given: unknown, message: string | RegExp]>> = {
  "no object": [5, "body must be an object, but is 5."],
  "a list in a list": [[[]], "body[0] must be an object, but is a list."],
  "a misspelt key": [
    { frist_name: "Ada" },
    /^body\.frist_name is no field of hris\.employees\. Did you mean "first_name"\? Known: remote_id, .*absences.*\.$/,
  ],
  "a key that is like no other": [
    { xxxxxxxxxxxxx: 1 },
    /^body\.xxxxxxxxxxxxx is no field of hris\.employees\. Known: /,
  ],
  "a key that every object inherits": [
    { constructor: 1 },
    /^body\.constructor is no field of hris\.employees\./,
  ],
  "a misspelt key of a nested record": [
    { absences: [{}, { amuont: 1 }] },
    /^body\.absences\[1\]\.amuont is no field of hris\.absences\. Did you mean "amount"\?/,
  ],
  "a misspelt key two records deep": [
    { manager: { work_location: { nmae: "x" } } },
    /^body\.manager\.work_location\.nmae is no field of hris\.locations\. Did you mean "name"\?/,
  ],
  "a misspelt key of an object": [
    { home_address: { citty: "x" } },
    /^body\.home_address\.citty is no field of Address\. Did you mean "city"\?/,
  ],
  "a misspelt key in a list": [
    { bank_accounts: [{ ibann: "x" }] },
    /^body\.bank_accounts\[0\]\.ibann is no field of HrisEmployeeBankAccount\./,
  ],
  "a number for a text": [{ first_name: 5 }, "body.first_name must be a string or null, but is 5."],
  "a text for a number": [{ weekly_hours: "40" }, 'body.weekly_hours must be a number or null, but is "40".'],
  "null where there has to be something": [{ groups: null }, "body.groups must be a list, but is null."],
  "an object for a list": [{ absences: {} }, "body.absences must be a list, but is an object."],
  "a list for an object": [{ home_address: [] }, "body.home_address must be an object, but is a list."],
  "a day that no calendar has": [
    { date_of_birth: "1990-02-30T00:00:00.000Z" },
    'body.date_of_birth must be a date and time such as 2026-01-31T09:30:00.000Z or null, but is "1990-02-30T00:00:00.000Z".',
  ],
  "a day for a time": [{ start_date: "2026-01-01" }, /^body\.start_date must be a date and time/],
  "an address that answers cannot have": [{ work_email: "Ada@Example.COM" }, /^body\.work_email must match /],
  "a value of another list": [
    { absences: [{ unit: "WEEKS" }] },
    'body.absences[0].unit must be one of "HOURS", "DAYS" or null, but is "WEEKS".',
  ],
  "an id": [
    { id: "x" },
    "body.id cannot be given: it follows from the integration and remote_id, which can be.",
  ],
  "what is made of other records": [
    { integration_fields: [] },
    "body.integration_fields cannot be given: it is made of the fields in general.integration-fields.",
  ],
  "an empty id of the tool": [{ remote_id: "" }, 'body.remote_id must have at least 1 character, but is "".'],
  "no id of the tool where there has to be one": [
    { remote_id: null },
    "body.remote_id must be a string, but is null.",
  ],
  "a key that leads nowhere": [
    { manager_id: "nope" },
    /^body\.manager_id: "nope" is no record of "hris\.employees" in "sandbox:\w+"\. One that exists is "\w{24}"\.$/,
  ],
  "a nested id that leads nowhere": [
    { groups: [{ id: "nope" }] },
    /^body\.groups\[0\]\.id: "nope" is no record/,
  ],
  "a key of the tool that leads nowhere": [
    { manager_id: "remote:nope" },
    /^body\.manager_id: "remote:nope" is no record of "hris\.employees"/,
  ],
  "two managers": [
    { manager: { first_name: "Grace" }, manager_id: null },
    'body.manager_id says where "manager_id" leads, which is said already.',
  ],
  "one list under two names": [
    { groups: [], teams: [] },
    "body.teams says what another name of the same list has said already.",
  ],
  "another employee of a nested absence": [
    { absences: [{ employee: { first_name: "Eve" } }] },
    "body.absences[0].employee cannot be given: it is the record that this one is nested in.",
  ],
};

test.for(Object.entries(employees))(
  "a seed with %s is refused with its path",
  async ([, [given, message]]) => {
    const mock = createMock({ clock: "frozen" });
    const told = await messageOf(mock.create("hris.employees", given as never));
    if (typeof message === "string") expect(told).toBe(message);
    else expect(told).toMatch(message);
  },
);

/** Calls about records that cannot be done, and what is said of each. */
const calls: Readonly<
  Record<string, readonly [call: (mock: MockCore) => Promise<unknown>, message: RegExp]>
> = {
  "values beside the id of a known record": [
    async (mock) => {
      const { id } = await mock.create("hris.employees");
      return mock.create("hris.employees", { manager: { id, first_name: "Grace" } });
    },
    /^body\.manager\.first_name cannot be given: body\.manager\.id names a known record of "hris\.employees"/,
  ],
  "an id of the tool that is taken": [
    async (mock) => {
      const { remote_id } = await mock.create("hris.employees");
      return mock.create("hris.employees", { remote_id });
    },
    /^body\.remote_id: "500001" exists already in "hris\.employees", as "\w{24}"\. Change it with update\.$/,
  ],
  "another id of the tool for a known record": [
    async (mock) => {
      const { id } = await mock.create("hris.employees");
      return mock.update("hris.employees", id, { remote_id: "other" });
    },
    /^body\.remote_id: the tool never gives a record another id\./,
  ],
  "a review of nobody": [
    (mock) => mock.create("hris.performance-reviews", { reviewee: null }),
    /^body\.reviewee must be an object, but is null\.$/,
  ],
  "a balance of nobody": [
    (mock) => mock.create("hris.time-off-balances", { employee_id: null } as never),
    /^body\.employee_id must be a string, but is null\.$/,
  ],
  "a break without an end": [
    (mock) =>
      mock.create("hris.timesheets", {
        breaks: [{ started_at: "2026-01-05T12:00:00.000Z", paid: false }],
      } as never),
    /^body\.breaks\[0\]\.ended_at is missing; it is required\.$/,
  ],
  "a link's own value of another type": [
    (mock) => mock.create("ats.jobs", { hiring_team: [{ hiring_team_roles: ["BOSS"] }] } as never),
    /^body\.hiring_team\[0\]\.hiring_team_roles\[0\] must be one of "RECRUITER", /,
  ],
  "a link's nested list with a misspelt key": [
    (mock) => mock.create("ats.jobs", { hiring_team: [{ job_roles: [{ remote_lable: "x" }] }] } as never),
    /^body\.hiring_team\[0\]\.job_roles\[0\]\.remote_lable is no field of ats\.roles\. Did you mean "remote_label"\?/,
  ],
  "the record inside a link": [
    (mock) => mock.create("hris.staffing-entities", { skills: [{ skill: { name: "x" } }] } as never),
    /^body\.skills\[0\]\.skill is no field of hris\.skills\./,
  ],
  "a misspelt key of a search": [
    (mock) => mock.find("hris.employees", { frist_name: "Ada" } as never),
    /^where\.frist_name is no field of hris\.employees\. Did you mean "first_name"\?/,
  ],
  "no search for what is to be removed": [
    (mock) => mock.remove("hris.employees", undefined as never),
    /^where must be an object, but is not given\.$/,
  ],
  "an id that nobody has": [
    (mock) => mock.purge("hris.employees", "nope"),
    /^"nope" is no record of "hris\.employees" in "sandbox:\w+"\. One that exists is "\w{24}"\.$/,
  ],
  "a misspelt collection": [
    (mock) => mock.find("hris.employes" as never),
    /^There is no collection "hris\.employes"\. Did you mean "hris\.employees"\? There are general\./,
  ],
  "a misspelt option": [
    (mock) => mock.create("hris.skills", {}, { integrationId: "x" } as never),
    /^options\.integrationId is not known; known are integration_id, visible, due, count\.$/,
  ],
  "too many at once": [(mock) => mock.create("hris.skills", {}, { count: 10_001 }), /^options\.count /],
};

test.for(Object.entries(calls))("%s: refused, with what to do instead", async ([, [call, message]]) => {
  expect(await messageOf(call(createMock({ clock: "frozen" })))).toMatch(message);
});

test("collections of a domain that is not loaded are not there", async () => {
  const { general } = await import("@kombo-mock/msw/general");
  const mock = createMock({ domains: [general] });
  expect(await messageOf(mock.create("hris.skills"))).toBe(
    'There is no collection "hris.skills". There are general.integration-fields, general.custom-fields.',
  );
  expect(await mock.create("general.custom-fields", { key: "badge" })).toMatchObject({ key: "badge" });
});
