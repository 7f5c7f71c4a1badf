import { createMock } from "@kombo-mock/msw";
import { general } from "@kombo-mock/msw/general";
import { type Operation, operations } from "@kombo-mock/openapi";
import { requestValidators } from "@kombo-mock/openapi/requests/general";
import { expect, test } from "vitest";

const id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
const names: readonly Operation[] = general.behaviours.map(({ operation }) => operation);

/** Path parameters that exist, so that only the planted fault can be what is refused. */
const known: Record<string, string> = {
  integration_id: id,
  tool: "bamboohr",
  api: "v1",
  category: "hris",
  token: "unknown",
  integration_field_id: "CyZQnUYbd8NhNaZWZCddGWBJ",
  custom_field_id: "UaRF2aL7r3fEeGTaD4iDLJBE",
};

async function send(
  name: Operation,
  { body, search = "", without }: { body?: string; search?: string; without?: string },
) {
  const mock = createMock({ clock: "frozen" });
  const { method, path } = operations[name];
  const url = path.replaceAll(/\{(\w+)\}/g, (_whole, parameter: string) =>
    encodeURIComponent(known[parameter] ?? ""),
  );
  const headers: Record<string, string> = {
    authorization: "Bearer ks_dev_a",
    "content-type": "application/json",
    "x-integration-id": id,
  };
  if (without) delete headers[without];
  const before = (await mock.snapshot()).root;
  const response = await mock.fetch(`${mock.baseUrl}${url}${search}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const json = (await response.json()) as { error?: { code: string | null; message: string } };
  return { status: response.status, error: json.error, unchanged: (await mock.snapshot()).root === before };
}

const withBody = names.filter((name) => operations[name].body !== null);

test.each(withBody)("%s refuses a body that is not JSON, and changes nothing", async (name) => {
  const { status, error, unchanged } = await send(name, { body: '{"value": tru' });
  expect([status, error?.code, unchanged]).toEqual([400, "PLATFORM.INPUT_INVALID", true]);
  expect(error?.message).toMatch(/^body is not JSON: /);
});

test.each(withBody)("%s refuses a body that is no object", async (name) => {
  for (const body of ["[]", "null", "7", '"text"']) {
    const { status, error, unchanged } = await send(name, { body });
    expect([body, status, error?.code, unchanged]).toEqual([body, 400, "PLATFORM.INPUT_INVALID", true]);
    expect(error?.message).toMatch(/^body must be an object/);
  }
});

const keys = withBody.flatMap((name) =>
  Object.keys(operations[name].body ?? {}).map((key) => ({ name, key })),
);
const free = ["data"];

test.each(keys.filter(({ key }) => !free.includes(key)))(
  "$name names body.$key when it has the wrong type",
  async ({ name, key }) => {
    const { status, error, unchanged } = await send(name, {
      body: JSON.stringify({ [key]: { wrong: [1] } }),
    });
    const takesObjects = ["headers", "params", "api_options"].includes(key);
    expect([status, error?.code, unchanged]).toEqual([400, "PLATFORM.INPUT_INVALID", true]);
    expect(error?.message).toContain(takesObjects ? `body.${key}.wrong must be` : `body.${key} must be`);
  },
);

test.each(withBody)("%s names each required key that is missing", async (name) => {
  const validator = requestValidators[name]?.body;
  const required = validator?.({})
    ? []
    : (validator?.errors ?? []).map(({ params }) => String(params["missingProperty"]));
  const { error, unchanged, status } = await send(name, { body: "{}" });
  for (const key of required) expect(error?.message).toContain(`body.${key} is missing; it is required.`);
  expect(required.length > 0 ? [status, unchanged] : [400, true]).toEqual([400, true]);
});

test.each(names.filter((name) => operations[name].integrationHeader))(
  "%s names the header that is missing",
  async (name) => {
    const { status, error, unchanged } = await send(name, {
      body: '{"method":"GET","path":"/"}',
      without: "x-integration-id",
    });
    expect([status, error?.code, unchanged]).toEqual([400, "PLATFORM.INPUT_INVALID", true]);
    expect(error?.message).toBe(`header.X-Integration-Id is missing; "${name}" is about one integration.`);
  },
);

const paged = names.filter((name) =>
  operations[name].parameters.some((parameter) => parameter.name === "page_size"),
);

test.each(paged)("%s refuses page sizes and cursors that cannot be", async (name) => {
  const largest = name.endsWith("integration-fields") ? 2000 : 250;
  const messages = {
    "?page_size=0": "query.page_size must be at least 1, but is 0.",
    [`?page_size=${largest + 1}`]: `query.page_size must be at most ${largest}, but is ${largest + 1}.`,
    "?page_size=abc": 'query.page_size must be an integer, but is "abc".',
    "?page_size=": 'query.page_size must be an integer, but is "".',
    "?cursor=abc":
      "query.cursor is not one that a page gave out: send the `next` of the page before, unchanged, or leave it out.",
  };
  for (const [search, message] of Object.entries(messages)) {
    const { status, error } = await send(name, { search });
    expect([search, status, error?.message]).toEqual([search, 400, message]);
  }
  expect((await send(name, { search: `?page_size=${largest}` })).status).toBe(200);
});

test("an unknown category, integration, field or token is named", async () => {
  const mock = createMock();
  const message = async (path: string, method = "GET", body?: string) => {
    const response = await mock.fetch(`${mock.baseUrl}${path}`, {
      method,
      headers: { authorization: "Bearer a", "content-type": "application/json" },
      ...(body ? { body } : {}),
    });
    return ((await response.json()) as { error: { message: string } }).error.message;
  };
  expect(await message("/tools/HRIS")).toBe(
    'path.category must be one of "hris", "ats", "assessment", "lms", but is "HRIS".',
  );
  expect(
    await message(`/integrations/${id}/integration-fields/nope`, "PATCH", '{"enable_passthrough":true}'),
  ).toMatch(
    /^path\.integration_field_id: "nope" is no record of "general\.integration-fields" in "bamboohr:\w+"\. One that exists is "\w{24}"\.$/,
  );
  expect(await message("/connect/integration-by-token/nope")).toMatch(
    /^path\.token: "nope" is no activation token\./,
  );
  expect(await message("/integrations/%E0%A4%A")).toContain(
    "path.integration_id is not validly percent-encoded.",
  );
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
  "a name that every object inherits, %s, names nothing",
  async (name) => {
    const mock = createMock();
    const headers = { authorization: "Bearer a", "content-type": "application/json" };
    const status = async (path: string) => (await mock.fetch(`${mock.baseUrl}${path}`, { headers })).status;
    expect(await status(`/integrations/${name}`)).toBe(404);
    expect(await status(`/connect/integration-by-token/${name}`)).toBe(400);
    await expect(mock.integrations.update(name, { status: "INVALID" })).rejects.toThrow(
      "There is no integration",
    );
    await expect(mock.connect(name)).rejects.toThrow("There is no connect link");
  },
);

test("of many faults the first twenty are told, and how many there are", async () => {
  const { error } = await send("POST /passthrough/{tool}/{api}", {
    body: JSON.stringify({
      method: "GET",
      path: "/",
      multipart_form_data: Array.from({ length: 50 }, () => 0),
    }),
  });
  expect(error?.message).toContain("body.multipart_form_data[19] must be an object, but is 0. And 30 more.");
});
