import { afterAll, afterEach, expect, test } from "vitest";
import { openCompany, type Row } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock, id } = company;
const { cast } = mock;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

interface User {
  readonly origin_id?: string;
  readonly email: string | null;
  readonly employee?: Readonly<Record<string, unknown>>;
}
interface Users {
  readonly to_provision: readonly User[];
  readonly to_deprovision: readonly User[];
  readonly already_provisioned: readonly User[];
}

const path = "/hris/provisioning-groups/default/diff";
const send = (body: object, to = path) =>
  company.send("POST /hris/provisioning-groups/{group_id}/diff", to, { body });
async function diff(
  provisioned_users: readonly object[],
  employee_fields: readonly string[] = ["id"],
): Promise<Users> {
  const { status, data, text } = await send({ provisioned_users, options: { employee_fields } });
  expect(status, text.slice(0, 300)).toBe(200);
  return data["users"] as Users;
}
const present = async (): Promise<readonly Row[]> =>
  (await company.all("/hris/employees")).filter((row) => row["employment_status"] !== "INACTIVE");
const emailOf = async (member: { readonly id: string }) =>
  String((await company.read("/hris/employees", member.id))["work_email"]);

test("everybody who is there needs an account where nobody has one", async () => {
  const users = await diff([]);
  const expected = (await present()).map((row) => ({ email: row["work_email"], employee: { id: row.id } }));
  expect(users).toEqual({ to_provision: expected, to_deprovision: [], already_provisioned: [] });
  const ids = users.to_provision.map(({ employee }) => employee?.["id"]);
  for (const gone of [cast.leaver, cast.deletedEmployee, cast.erasedEmployee])
    expect(ids).not.toContain(gone.id);
  for (const here of [cast.newHire, cast.onLeave, cast.withoutEmail]) expect(ids).toContain(here.id);
});

test("users are matched by e-mail address in any case, and sorted into three lists", async () => {
  const known = { origin_id: "u1", email: (await emailOf(cast.employee)).toUpperCase() };
  const former = { origin_id: "u2", email: await emailOf(cast.leaver) };
  const stranger = { origin_id: "u3", email: "stranger@example.com" };
  const { to_provision, to_deprovision, already_provisioned } = await diff([stranger, known, former]);
  expect(already_provisioned).toEqual([{ ...known, employee: { id: cast.employee.id } }]);
  expect(to_deprovision).toEqual([stranger, former]);
  expect(to_provision).toHaveLength((await present()).length - 1);
  expect(to_provision.map(({ employee }) => employee?.["id"])).not.toContain(cast.employee.id);
});

test("an employee without an e-mail address matches nobody", async () => {
  const { to_provision } = await diff([{ origin_id: "u1", email: "null@example.com" }]);
  expect(to_provision.find(({ employee }) => employee?.["id"] === cast.withoutEmail.id)?.email).toBeNull();
});

test.each([
  "id",
  "remote_id",
  "first_name",
  "last_name",
  "groups",
  "avatar",
  "work_location_id",
  "legal_entity_id",
])("%s is shown when it is asked for, alone, as the list of employees has it", async (field) => {
  const rows = new Map((await present()).map((row) => [row.id, row]));
  const { to_provision } = await diff([], ["id", field]);
  for (const { employee } of to_provision) {
    const row = rows.get(String(employee?.["id"]));
    const groups = ((row?.["groups"] ?? []) as Row[]).map(({ id: of, remote_id, name }) => ({
      id: of,
      remote_id,
      name,
    }));
    expect(employee).toEqual({ id: row?.id, [field]: field === "groups" ? groups : row?.[field] });
  }
  expect((await diff([], [])).to_provision[0]?.employee).toEqual({});
});

test("what is not synced is not told", async () => {
  await mock.integrations.setScope(id, {
    settings: {
      hris_teams: "DISABLED",
      "hris_employees.avatar": "DISABLED",
      "hris_employees.work_email": "DISABLED",
    },
  });
  await mock.sync(id);
  const { to_provision } = await diff([], ["groups", "avatar", "first_name"]);
  expect(to_provision.every(({ email }) => email === null)).toBe(true);
  for (const { employee } of to_provision) expect(employee).toMatchObject({ groups: [], avatar: null });
});

test("where employees are switched off, nobody is told to lose an account", async () => {
  await mock.integrations.setScope(id, { settings: { hris_employees: "DISABLED" } });
  const told = await refusedWithoutTrace(company, () =>
    send({ provisioned_users: [], options: { employee_fields: [] } }),
  );
  expect(told).toMatchObject({ status: 403, code: "INTEGRATION.MODEL_DISABLED" });
});

test.each([
  ["no options", { provisioned_users: [] }, "body.options is missing"],
  ["no fields", { provisioned_users: [], options: {} }, "body.options.employee_fields is missing"],
  ["no users", { options: { employee_fields: [] } }, "body.provisioned_users is missing"],
  [
    "an unknown field",
    { provisioned_users: [], options: { employee_fields: ["ssn"] } },
    "body.options.employee_fields",
  ],
  [
    "a user without an id of yours",
    { provisioned_users: [{ email: "a@example.com" }], options: { employee_fields: [] } },
    "body.provisioned_users[0].origin_id is missing",
  ],
  [
    "no e-mail address",
    { provisioned_users: [{ origin_id: "u", email: "a" }], options: { employee_fields: [] } },
    "body.provisioned_users[0].email must be an e-mail address",
  ],
])("%s is refused", async (_, body, message) => {
  const told = await refusedWithoutTrace(company, () => send(body));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(message);
});

const setupLink = (body: object, group = "default") =>
  company.send(
    "POST /hris/provisioning-groups/{group_id}/setup-links",
    `/hris/provisioning-groups/${group}/setup-links`,
    { body },
  );

test("there is only the default group", async () => {
  const body = { provisioned_users: [], options: { employee_fields: [] } };
  for (const call of [
    () => send(body, "/hris/provisioning-groups/sales/diff"),
    () => setupLink({}, "sales"),
  ]) {
    const told = await refusedWithoutTrace(company, call);
    expect(told.message).toBe('path.group_id: there is only "default", not "sales".');
  }
});

test("a setup link can be opened for an hour, in the language that is asked for", async () => {
  const difference = await differenceAfter(company, async () => {
    const { status, data } = await setupLink({ language: "de" });
    expect([status, data["expires_at"]]).toEqual([200, "2026-01-15T10:00:00.000Z"]);
    expect((await mock.fetch(String(data["url"]))).status).toBe(200);
    const links = Object.values((await mock.snapshot()).root.links);
    expect(links).toMatchObject([
      { kind: "setup", integrationId: id, language: "de", expiresAt: Date.parse("2026-01-15T10:00:00Z") },
    ]);
    await mock.clock.advance("PT1H");
    await expect(mock.connect(String(data["url"]))).rejects.toThrow("has expired");
  });
  expect(difference).toEqual({});
  expect((await setupLink({ language: "xx" })).status).toBe(400);
});
