import { checkRequest } from "@kombo-mock/contract";
import { expect, test } from "vitest";
import { requestOf, told } from "./told.ts";

const enabled = "PUT /integrations/factorial:1/enabled";
const setupLink = "POST /integrations/factorial:1/setup-link";
const passthrough = "POST /passthrough/factorial/api";
const part = (value: unknown) => ({
  method: "POST",
  path: "/x",
  multipart_form_data: [{ name: "cv", value }],
});
const partValue = "body.multipart_form_data[0].value";

test.each([
  { given: enabled, body: { value: true } },
  { given: setupLink, body: { link_type: "EMBEDDED", language: null } },
  { given: "PATCH /integrations/factorial:1/integration-fields/x", body: { enable_passthrough: null } },
  { given: "PUT /integrations/factorial:1/custom-fields/x", body: { integration_field_id: null } },
  { given: "DELETE /integrations/factorial:1", body: {} },
  { given: "POST /force-sync", body: undefined },
  { given: passthrough, body: part("text") },
  { given: passthrough, body: part({ name: "cv.pdf", data: "JVBERg==", content_type: "application/pdf" }) },
  {
    given: passthrough,
    body: { method: "GET", path: "/x", headers: { "X-Any": "1" }, data: [[{ any: 1 }]] },
  },
])("nothing is wrong with $given of $body", ({ given, body }) => {
  expect(checkRequest(requestOf(given, body))).toEqual([]);
});

test.each([
  { given: setupLink, body: {}, keys: ["link_type"] },
  { given: "POST /connect/create-link", body: {}, keys: ["end_user_email", "end_user_organization_name"] },
  {
    given: "POST /connect/create-link",
    body: undefined,
    keys: ["end_user_email", "end_user_organization_name"],
  },
  { given: passthrough, body: { path: "/x" }, keys: ["method"] },
  { given: passthrough, body: part({}), keys: ["multipart_form_data[0].value.name"] },
])("$given of $body lacks $keys", ({ given, body, keys }) => {
  expect(told(checkRequest(requestOf(given, body)))).toEqual(
    keys.map((key) => `error invalid-body at body.${key}: body.${key} is missing; it is required.`),
  );
});

test.each([
  { given: enabled, body: { value: "yes" }, at: "body.value", want: 'be a boolean, but is "yes"' },
  { given: enabled, body: { value: null }, at: "body.value", want: "be a boolean, but is null" },
  { given: enabled, body: [true], at: "body", want: "be an object, but is [true]" },
  { given: enabled, body: null, at: "body", want: "be an object, but is null" },
  {
    given: "PATCH /integrations/x/integration-fields/y",
    body: { enable_passthrough: 1 },
    at: "body.enable_passthrough",
    want: "be a boolean or null, but is 1",
  },
  {
    given: setupLink,
    body: { link_type: "EMAIL" },
    at: "body.link_type",
    want: 'be one of "EMBEDDED", "MAGIC_LINK", but is "EMAIL"',
  },
  {
    given: setupLink,
    body: { link_type: "EMBEDDED", language: 5 },
    at: "body.language",
    want: 'be one of "en", "de", "fr", "it", "es", null, but is 5',
  },
  {
    given: "POST /connect/create-link",
    body: { end_user_email: "mara", end_user_organization_name: "Harbor Foods" },
    at: "body.end_user_email",
    want: 'be an e-mail address, but is "mara"',
  },
  {
    given: "POST /connect/create-link",
    body: { end_user_email: "mara@example.com", end_user_organization_name: "" },
    at: "body.end_user_organization_name",
    want: 'have at least 1 character, but is ""',
  },
  {
    given: "POST /connect/create-link",
    body: {
      end_user_email: "mara@example.com",
      end_user_organization_name: "A",
      integration_tool: "factoriall",
    },
    at: "body.integration_tool",
    want: 'be one of the 204 allowed values, such as "factorial", but is "factoriall"',
  },
  {
    given: "POST /connect/create-link",
    body: { end_user_email: "mara@example.com", end_user_organization_name: "A", integration_tool: 7 },
    at: "body.integration_tool",
    want: 'be one of the 204 allowed values, such as "360learning", but is 7',
  },
  { given: passthrough, body: part(5), at: partValue, want: "be a string or an object, but is 5" },
  { given: passthrough, body: part({ name: 5 }), at: `${partValue}.name`, want: "be a string, but is 5" },
  {
    given: passthrough,
    body: part({ name: "cv.pdf", data_url: "cv.pdf" }),
    at: `${partValue}.data_url`,
    want: 'be an absolute URI, but is "cv.pdf"',
  },
  {
    given: passthrough,
    body: part({ name: "cv.pdf", content_type: "pdf" }),
    at: `${partValue}.content_type`,
    want: 'match ^[\\w.-]+\\/[\\w.-]+$, but is "pdf"',
  },
  {
    given: passthrough,
    body: { method: "GET", path: "/x", params: { "7": 5 } },
    at: "body.params.7",
    want: "be a string, but is 5",
  },
  {
    given: passthrough,
    body: { method: "GET", path: "/x", params: { "a/b~c": 5 } },
    at: "body.params.a/b~c",
    want: "be a string, but is 5",
  },
  {
    given: enabled,
    body: { value: "x".repeat(200) },
    at: "body.value",
    want: `be a boolean, but is "${"x".repeat(79)}…`,
  },
])("$given: $at must $want", ({ given, body, at, want }) => {
  expect(told(checkRequest(requestOf(given, body)))).toEqual([
    `error invalid-body at ${at}: ${at} must ${want}.`,
  ]);
});

const partKeys = "Known keys: name, value.";
const bodyKeys =
  "Known keys: method, path, headers, params, data, response_as_base64, multipart_form_data, api_options.";

test.each([
  {
    given: enabled,
    body: { value: true, values: 1 },
    at: "body.values",
    known: 'Known keys: value. Did you mean "value"?',
  },
  { given: passthrough, body: { method: "GET", path: "/", x: 1 }, at: "body.x", known: bodyKeys },
  {
    given: passthrough,
    body: { method: "GET", path: "/", multipart_form_data: [{ name: "a", value: "b", x: 1 }] },
    at: "body.multipart_form_data[0].x",
    known: partKeys,
  },
  { given: "DELETE /integrations/x", body: { force: true }, at: "body.force", known: "Known keys: none." },
])("$given: the key $at that nobody declared is a warning", ({ given, body, at, known }) => {
  expect(told(checkRequest(requestOf(given, body)))).toEqual([
    `warning undeclared-body-key at ${at}: ${at} is not declared. ${known}`,
  ]);
});

test.each(["__proto__", "constructor", "toString"])("the key %s is a key like any other", (key) => {
  const body = JSON.parse(`{"${key}":{"value":true}}`);
  expect(told(checkRequest(requestOf(enabled, body)))).toEqual([
    "error invalid-body at body.value: body.value is missing; it is required.",
    `warning undeclared-body-key at body.${key}: body.${key} is not declared. Known keys: value.`,
  ]);
});
