import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";

test.each([
  {
    what: "an unknown key",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.create({ tool: "personio", colour: "red" } as never),
    message: "body.colour is not known; known are tool, id, category, country, scope, status",
  },
  {
    what: "a missing tool",
    call: (mock: ReturnType<typeof createMock>) => mock.integrations.create({} as never),
    message: "body.tool is missing; it is required.",
  },
  {
    what: "a status that does not exist",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.update(id, { status: "BROKEN" as never }),
    message: 'body.status must be one of "ACTIVE", "INVALID", "INACTIVE", but is "BROKEN".',
  },
  {
    what: "an unknown integration",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.update("personio:nope", { status: "INVALID" }),
    message: 'There is no integration "personio:nope". There are "factorial:8d1hpPsbjxUkoCoa1veLZGe5"',
  },
  {
    what: "an id that exists",
    call: (mock: ReturnType<typeof createMock>) => mock.integrations.create({ tool: "bamboohr", id }),
    message: `body.id: "${id}" exists already; change it with PATCH /_mock/integrations/{id}.`,
  },
  {
    what: "a category that the tool does not have",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.create({ tool: "greenhouse", category: "LMS" }),
    message: 'body.category: "greenhouse" is not of the category LMS, but of ATS, ASSESSMENT.',
  },
  {
    what: "a misspelt model in a scope",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.setScope(id, { settings: { hris_absense: "DISABLED" } }),
    message:
      'body.settings: "hris_absense" is no model or action of HRIS. There are hris_employees, hris_employments,',
  },
  {
    what: "a misspelt field in an opt-out",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.setScope(id, { opted_out: ["hris_teams.nam"] }),
    message: 'body.opted_out: "hris_teams" has no field "nam". There are name, type, parent_id.',
  },
  {
    what: "a mapping to a field that the tool does not have",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.setCustomFields(id, [{ key: "a", model: "hris_teams", integration_field: "nope" }]),
    message:
      'body[0].integration_field: "nope" is no field of "hris_teams". There are "badge_number" of hris_employees',
  },
  {
    what: "a reset of an integration that never was",
    call: (mock: ReturnType<typeof createMock>) => mock.reset({ integration_id: "nope" }),
    message: 'There is no integration "nope". There are "factorial:',
  },
  {
    what: "a list in the place of an object",
    call: (mock: ReturnType<typeof createMock>) => mock.integrations.update(id, { end_user: [] as never }),
    message: "body.end_user must be an object, but is a list.",
  },
  {
    what: "an unknown key further in",
    call: (mock: ReturnType<typeof createMock>) =>
      mock.integrations.update(id, { end_user: { name: "Ada" } as never }),
    message: "body.end_user.name is not known.",
  },
  {
    what: "a clock that is told nothing",
    call: (mock: ReturnType<typeof createMock>) => mock.clock.set(undefined as never),
    message: "body must have `now`, an instant",
  },
  {
    what: "a link that was never made",
    call: (mock: ReturnType<typeof createMock>) => mock.connect("https://api.kombo.dev/_mock/connect/nope"),
    message:
      'There is no connect link with the token "nope". Make a new link with POST /connect/create-link.',
  },
])("$what is refused with the place and the remedy, and changes nothing", async ({ call, message }) => {
  const mock = createMock();
  const { root } = await mock.snapshot();
  await expect(call(mock)).rejects.toThrow(message);
  expect((await mock.snapshot()).root).toBe(root);
});

test("a created integration has what was given, and the rest is made", async () => {
  const mock = createMock({ clock: "frozen" });
  const made = await mock.integrations.create({
    tool: "hibob",
    status: "INVALID",
    end_user: { organization_name: "Example Ltd" },
    scope: { name: "Payroll", settings: { hris_absences: "DISABLED" } },
    coverage: { hris_timesheets: "NOT_IMPLEMENTED" },
  });
  expect(made).toMatchObject({
    ...{ tool: "hibob", category: "HRIS", status: "INVALID", created_at: "2026-01-15T09:00:00.000Z" },
    end_user: { organization_name: "Example Ltd" },
    scope_config: { name: "Payroll" },
  });
  const response = await mock.fetch(`${mock.baseUrl}/integrations/${made.id}`, {
    headers: { authorization: "Bearer a" },
  });
  const { data } = (await response.json()) as {
    data: { read_models: { id: string; is_available: boolean }[] };
  };
  const unavailable = data.read_models.filter((model) => !model.is_available).map((model) => model.id);
  expect(unavailable).toEqual(expect.arrayContaining(["hris_absences", "hris_timesheets"]));
});

test("a tool outside the catalogue can be connected too", async () => {
  const mock = createMock();
  const { id: made, category } = await mock.integrations.create({ tool: "zohopeople" });
  expect([made.startsWith("zohopeople:"), category]).toEqual([true, "HRIS"]);
});

test("custom fields are replaced, mapped by the tool's own key", async () => {
  const mock = createMock();
  await mock.integrations.setCustomFields(id, [
    { key: "badge", model: "hris_employees", label: "Badge", integration_field: "badge_number" },
    { key: "locker", model: "hris_employees" },
  ]);
  const response = await mock.fetch(`${mock.baseUrl}/integrations/${id}/custom-fields`, {
    headers: { authorization: "Bearer a" },
  });
  const { data } = (await response.json()) as { data: { results: object[] } };
  expect(data.results).toMatchObject([
    { key: "badge", label: "Badge", integration_field: { key: "badge_number", type: "DEFAULT" } },
    { key: "locker", label: null, description: null, integration_field: null },
  ]);
});

test("an error's log_url leads to its exchange", async () => {
  const mock = createMock();
  const failed = await mock.fetch(`${mock.baseUrl}/tools/nope`, { headers: { authorization: "Bearer a" } });
  const { error } = (await failed.json()) as { error: { log_url: string } };
  expect(await (await mock.fetch(error.log_url)).json()).toMatchObject({
    id: 1,
    path: "/tools/nope",
    answer: { status: 400 },
  });
});
