import { readModels, writeActions } from "@kombo-mock/factories";
import { type Operation, operations } from "@kombo-mock/openapi";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type Answer, lists, openCompany, refusal } from "./company.ts";

const company = openCompany();
const { mock, id } = company;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

/** Every operation of HRIS, each with a path that leads nowhere and a body without anything. */
const calls = (Object.keys(operations) as Operation[])
  .filter((name) => operations[name].domain === "hris")
  .map((name) => ({ name, path: operations[name].path.replace(/\{\w+\}/g, "default") }));

const call = (
  { name, path }: { readonly name: Operation; readonly path: string },
  to = id,
): Promise<Answer> =>
  company.send(name, path, { to, ...(operations[name].body === null ? {} : { body: {} }) });

/** Reads of a model; everything else goes to the tool or describes what does. */
const isRead = (name: Operation) => lists.some((list) => list.name === name) || name.endsWith("/diff");

const states = [
  [{ status: "INACTIVE" }, 409, "INTEGRATION.INACTIVE", "is INACTIVE. Enable it with PUT /integrations/"],
  [
    { setup_status: "INCOMPLETE" },
    409,
    "INTEGRATION.SETUP_INCOMPLETE",
    "is not finished (setup_status INCOMPLETE)",
  ],
  [
    { setup_status: "FINAL_SYNC_PENDING" },
    409,
    "INTEGRATION.SETUP_SYNC_PENDING",
    "has not ended. End it with mock.sync(",
  ],
  [{ qa_status: "PENDING" }, 409, "INTEGRATION.SETUP_SYNC_PENDING", "has not ended. End it with mock.sync("],
  [{ qa_status: "FAILED" }, 409, "INTEGRATION.QA_FAILED", "did not pass its checks"],
] as const;

test.each(states)(
  "%o refuses reads and writes alike, before it looks at their input",
  async (state, status, code, message) => {
    await mock.integrations.update(id, state);
    for (const one of calls) {
      const told = refusal(await call(one));
      expect([told.status, told.code], one.name).toEqual([status, code]);
      expect(told.message).toContain(message);
    }
  },
);

test("an INVALID integration is still read, but nothing reaches its tool", async () => {
  await mock.integrations.update(id, { status: "INVALID" });
  for (const one of calls) {
    const answer = await call(one);
    if (isRead(one.name)) expect([200, 400], one.name).toContain(answer.status);
    else
      expect(refusal(answer), one.name).toMatchObject({
        status: 401,
        code: "INTEGRATION.AUTHENTICATION_INVALID",
      });
  }
});

test("the states that nobody published can be chosen otherwise", async () => {
  const other = openCompany({
    assume: { "inactive-status": 403, "invalid-status": 409, "reads-while-invalid": false },
  });
  await other.mock.integrations.update(id, { status: "INVALID" });
  expect(refusal(await other.get("/hris/groups"))).toMatchObject({
    status: 409,
    code: "INTEGRATION.AUTHENTICATION_INVALID",
  });
  await other.mock.integrations.update(id, { status: "INACTIVE" });
  expect(refusal(await other.get("/hris/groups"))).toMatchObject({
    status: 403,
    code: "INTEGRATION.INACTIVE",
  });
});

test("a setup that waits for its sync can be read after it", async () => {
  await mock.integrations.update(id, { setup_status: "FINAL_SYNC_PENDING", qa_status: "PENDING" });
  expect((await company.get("/hris/groups")).status).toBe(409);
  await mock.sync(id);
  expect((await company.get("/hris/groups")).status).toBe(200);
});

test("an integration of another category covers no model and no action of HRIS", async () => {
  const ats = (await mock.integrations.list()).filter(({ category }) => category !== "HRIS");
  expect(ats.length).toBeGreaterThan(2);
  for (const { id: other, status, setup_status } of ats) {
    if (status !== "ACTIVE" || setup_status !== "COMPLETED") continue;
    for (const one of calls) {
      const code = isRead(one.name) ? "INTEGRATION.MODEL_NOT_AVAILABLE" : "INTEGRATION.ACTION_NOT_AVAILABLE";
      expect(refusal(await call(one, other)), `${one.name} of ${other}`).toMatchObject({ status: 400, code });
    }
  }
});

test("an unknown integration is told from a missing header", async () => {
  expect(refusal(await call(calls[0] ?? expect.fail(), "sandbox:nobody"))).toMatchObject({
    status: 404,
    code: "PLATFORM.INTEGRATION_NOT_FOUND",
  });
  const response = await mock.fetch(`${mock.baseUrl}/hris/groups`, {
    headers: { authorization: "Bearer ks_dev_test" },
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("header.X-Integration-Id is missing");
});

const models = readModels.HRIS.flatMap(({ id: model, collection }) =>
  lists
    .filter((list) => list.collection === collection)
    .map(({ name, path }) => ({ datapoint: model as string, name, path })),
);
const actions = writeActions.HRIS.flatMap(({ id: action, operation }) => {
  const found = calls.find(({ name }) => name === operation) ?? expect.fail(`${operation} is no operation.`);
  return [{ datapoint: action as string, ...found }];
});
const form = {
  datapoint: "hris_create_employee_with_form",
  name: "GET /hris/employees/form",
  path: "/hris/employees/form",
} as const;
const diff = {
  datapoint: "hris_employees",
  ...(calls.find(({ name }) => name.endsWith("/diff")) ?? expect.fail()),
};

describe.each([...models, ...actions, form, diff])("$name, by $datapoint", ({ datapoint, name, path }) => {
  const kind = isRead(name) ? "MODEL" : "ACTION";

  test.each(["UNSUPPORTED", "NOT_IMPLEMENTED", "UNKNOWN"] as const)(
    "is not available when it is %s",
    async (coverage) => {
      await mock.integrations.update(id, { coverage: { [datapoint]: coverage } });
      const told = refusal(await call({ name, path }));
      expect(told).toMatchObject({ status: 400, code: `INTEGRATION.${kind}_NOT_AVAILABLE` });
      expect(told.message).toContain(`${datapoint}: "${id}" (HRIS, sandbox) does not cover this`);
    },
  );

  test.each([
    ["switched off by the scope config", { settings: { [datapoint]: "DISABLED" as const } }],
    ["opted out of by the customer", { opted_out: [datapoint] }],
  ])("is disabled when it is %s", async (_, scope) => {
    await mock.integrations.setScope(id, scope);
    const told = refusal(await call({ name, path }));
    expect(told).toMatchObject({ status: 403, code: `INTEGRATION.${kind}_DISABLED` });
    expect(told.message).toContain(`${datapoint}: "${id}" (HRIS, sandbox) has this`);
  });
});

test("the status of what is not covered can be chosen otherwise", async () => {
  const other = openCompany({ assume: { "not-available-status": 501 } });
  await other.mock.integrations.update(id, { coverage: { hris_teams: "UNSUPPORTED" } });
  expect(refusal(await other.get("/hris/groups"))).toMatchObject({
    status: 501,
    code: "INTEGRATION.MODEL_NOT_AVAILABLE",
  });
});
