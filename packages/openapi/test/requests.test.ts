import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type KnownKeys, operations } from "@kombo-mock/openapi";
import { requestValidators } from "@kombo-mock/openapi/requests/general";
import { expect, test } from "vitest";
import { listOperations } from "../scripts/document.ts";
import { document } from "./schemas.ts";

interface MediaTypeWithExample {
  readonly example?: Readonly<Record<string, unknown>>;
}

const withBody = listOperations(document).flatMap(([name, , , { requestBody }]) => {
  const media = requestBody?.content["application/json"] as MediaTypeWithExample | undefined;
  return media ? [{ name, example: media.example }] : [];
});

test("the operations that take a body are those that have a body validator", () => {
  const validated = Object.entries(requestValidators).filter(([, validators]) => validators?.body);
  expect(withBody.map(({ name }) => name)).toEqual(validated.map(([name]) => name));
  expect(withBody).toHaveLength(10);
});

test.each(withBody)("$name has an example body, and it is valid", ({ name, example }) => {
  const body = requestValidators[name]?.body;
  expect(example).toBeTypeOf("object");
  expect(body?.(example), JSON.stringify(body?.errors)).toBe(true);
});

test.each(withBody)("$name has an example without unknown keys", ({ name, example = {} }) => {
  const known: KnownKeys = operations[name as keyof typeof operations].body ?? {};
  expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(example)));
});

test.each([
  { name: "POST /connect/create-link", missing: "end_user_email" },
  { name: "POST /connect/activate-integration", missing: "token" },
  { name: "PUT /integrations/{integration_id}/enabled", missing: "value" },
  { name: "POST /integrations/{integration_id}/setup-link", missing: "link_type" },
  {
    name: "PUT /integrations/{integration_id}/custom-fields/{custom_field_id}",
    missing: "integration_field_id",
  },
  {
    name: "PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}",
    missing: "enable_passthrough",
  },
  { name: "POST /passthrough/{tool}/{api}", missing: "path" },
])("$name: the example without $missing is not valid", ({ name, missing }) => {
  const body = requestValidators[name]?.body;
  const { [missing]: gone, ...rest } = withBody.find((one) => one.name === name)?.example ?? {};
  expect(gone).toBeDefined();
  expect(body?.(rest)).toBe(false);
  expect(body?.errors).toMatchObject([{ keyword: "required", params: { missingProperty: missing } }]);
});

test("the request validators are small enough for a browser: under 50 kB gzipped", () => {
  const script = readFileSync(new URL(import.meta.resolve("@kombo-mock/openapi/requests/general")));
  const size = gzipSync(script).length;
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(50_000);
});
