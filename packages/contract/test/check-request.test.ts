import { checkRequest } from "@kombo-mock/contract";
import { expect, test } from "vitest";
import { headers, requestOf, told } from "./told.ts";

test.each([
  "GET /check-api-key",
  "GET /v1/check-api-key",
  "GET check-api-key",
  "get /check-api-key",
  "GET https://api.kombo.dev/v1/check-api-key",
  "GET https://api.us.kombo.dev/v1/check-api-key",
  "GET http://127.0.0.1:4747/v1/check-api-key",
  "GET https://api.kombo.dev/check-api-key",
  "GET /integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5",
  "GET /integrations/factorial%3A8d1hpPsbjxUkoCoa1veLZGe5",
  "GET /tools/hris",
  "DELETE /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5",
  "POST /force-sync",
])("nothing is wrong with %s", (given) => {
  expect(checkRequest(requestOf(given))).toEqual([]);
});

test.each([
  { given: "GET /integration/factorial:1", nearest: "GET /integrations/{integration_id}" },
  { given: "GET /check-api-keys", nearest: "GET /check-api-key" },
  { given: "GET /Check-Api-Key", nearest: "GET /check-api-key" },
  { given: "GET //check-api-key", nearest: "GET /check-api-key" },
  { given: "GET /v1/check-api-key", url: "/v1/v1/check-api-key", nearest: "GET /check-api-key" },
  { given: "POST /check-api-key", nearest: "GET /check-api-key" },
  { given: "GET /force-sync", nearest: "POST /force-sync" },
  {
    given: "PATCH /integrations/factorial:1/enabled",
    nearest: "PUT /integrations/{integration_id}/enabled",
  },
  {
    given: "GET /integrations//custom-fields",
    nearest: "GET /integrations/{integration_id}/custom-fields",
  },
])("$given is no operation, and the nearest is named", ({ given, url, nearest }) => {
  const request = requestOf(given);
  expect(told(checkRequest({ ...request, url: url ?? request.url }))).toEqual([
    `error unknown-operation at path: There is no operation "${given}". Did you mean "${nearest}"?`,
  ]);
});

test.each([
  { given: "/integration/factorial:1" },
  { given: "/v1/integration/factorial:1" },
  { given: "https://api.us.kombo.dev/v1/integration/factorial:1?cursor=x" },
])("an unknown operation is spelled without base URL and query: $given", ({ given }) => {
  const [violation] = checkRequest({ method: "get", url: given });
  expect(violation?.message).toContain('There is no operation "GET /integration/factorial:1".');
  expect(violation?.operation).toBeNull();
});

test.each(["http://", "https://api.kombo.dev:99999/v1/check-api-key"])(
  "%s is no URL, and is told so",
  (url) => {
    expect(told(checkRequest({ method: "GET", url, headers }))).toEqual([
      `error unknown-operation at path: "${url}" is neither a URL nor a path.`,
    ]);
  },
);

test.each(["%", "%E0%A4%A", "100%25%"])("a path with the broken encoding %s is told so", (id) => {
  expect(told(checkRequest(requestOf(`GET /integrations/${id}`)))).toEqual([
    "error malformed-path at path.integration_id: path.integration_id is not validly percent-encoded.",
  ]);
});

const authorization = "header.Authorization must be `Bearer <API key>`, but";

test.each([
  { given: {}, want: "is missing" },
  { given: { authorization: "" }, want: "is missing" },
  { given: { authorization: "ks_dev_example" }, want: "is something else" },
  { given: { authorization: "Basic a29tYm8=" }, want: "is something else" },
  { given: { authorization: "Bearer " }, want: "is something else" },
])("an API key in $given $want", ({ given, want }) => {
  expect(told(checkRequest({ method: "GET", url: "/check-api-key", headers: given }))).toEqual([
    `error missing-authorization at header.Authorization: ${authorization} ${want}.`,
  ]);
});

test("a key that is wrong is not repeated", () => {
  const wrong = { authorization: "ks_prod_secret" };
  const found = checkRequest({ method: "GET", url: "/check-api-key", headers: wrong });
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain("secret");
});

test.each([
  { given: "POST /force-sync", body: { type: "FULL" } },
  { given: "POST /passthrough/factorial/api", body: { method: "GET", path: "/employees" } },
])("$given has to name the integration in a header", ({ given, body }) => {
  const { "x-integration-id": _, ...rest } = headers;
  const name = given.replace("factorial/api", "{tool}/{api}");
  expect(told(checkRequest({ ...requestOf(given, body), headers: rest }))).toEqual([
    `error missing-integration-header at header.X-Integration-Id: header.X-Integration-Id is missing; "${name}" is about one integration.`,
  ]);
});

test.each([
  { what: "in upper case", given: upperCased(headers) },
  { what: "as fetch's Headers", given: new Headers(headers) },
  { what: "beside HTTP/2's own", given: { ":method": "POST", ...headers } },
])("header names are read $what", ({ given }) => {
  const request = { ...requestOf("POST /force-sync", { type: "DELTA" }), headers: given };
  expect(checkRequest(request)).toEqual([]);
});

function upperCased(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toUpperCase(), value]));
}

test("an operation that is deprecated is a warning", () => {
  const request = requestOf("POST /connect/activate-integration", { token: "3xFvTnQ8wLzKdRm6YcHpJb2S" });
  expect(told(checkRequest(request))).toEqual([
    'warning deprecated-operation at path: "POST /connect/activate-integration" is deprecated.',
  ]);
});

test("everything that is wrong is told at once", () => {
  const request = { method: "POST", url: "/passthrough/factorial/api?x=1", body: "{}" };
  expect(checkRequest(request).map(({ rule }) => rule)).toEqual([
    "missing-authorization",
    "missing-integration-header",
    "undeclared-parameter",
    "body-content-type",
  ]);
});
