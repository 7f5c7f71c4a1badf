import { type KnownKeys, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { listDomains, resolve } from "../scripts/document.ts";
import { bodyExample, exampleOf, validatorOf } from "./examples.ts";
import { document, exchanges, webhooks } from "./schemas.ts";
import { bodyValidators, scriptSizes } from "./validators.ts";

const withBody = exchanges.flatMap(({ name, operation, request }) =>
  operation.requestBody?.content["application/json"] && request
    ? [{ name, example: bodyExample(operation), request: resolve(document, request) }]
    : [],
);

test("the operations that take a JSON body are those that have a body validator", () => {
  expect(withBody.map(({ name }) => name).sort()).toEqual(Object.keys(bodyValidators).sort());
  expect(withBody).toHaveLength(61);
});

test.each(withBody)("$name has an example body, and it is valid", ({ name, example }) => {
  const body = bodyValidators[name];
  expect(example).toBeTypeOf("object");
  expect(body?.(example), JSON.stringify(body?.errors)).toBe(true);
});

test.each(withBody)("$name has an example without unknown keys", ({ name, example }) => {
  const known: KnownKeys = operations[name as keyof typeof operations].body ?? {};
  expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(example ?? {})));
});

const requirements = withBody.flatMap(({ name, example, request }) =>
  (request.required ?? []).map((missing) => ({ name, example, missing })),
);

test.each(requirements)("$name: the example without $missing is not valid", ({ name, example, missing }) => {
  const body = bodyValidators[name];
  const { [missing]: gone, ...rest } = example ?? {};
  expect(gone).toBeDefined();
  expect(body?.(rest)).toBe(false);
  expect(body?.errors).toMatchObject([{ keyword: "required", params: { missingProperty: missing } }]);
});

test("every line of the bulk import's example is a valid posting", () => {
  const name = "POST /ai-apply/job-feeds/{job_feed_id}/bulk-import";
  const { operation } = exchanges.find((one) => one.name === name) ?? {};
  const example = exampleOf<string>(operation?.requestBody?.content["application/x-ndjson"]);
  const isValid = validatorOf({ $ref: "#/components/schemas/AiApplyBulkJobPosting" });
  const lines = (example ?? "").trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines.map((line) => isValid(JSON.parse(line)))).toEqual([true, true]);
  expect(isValid({ career_site_label: "Harbor" })).toBe(false);
});

test.each(webhooks)("$name has an example body, and it is valid", ({ name, operation, request = {} }) => {
  const isValid = validatorOf(request);
  const { type, ...rest } = bodyExample(operation) ?? {};
  expect(type).toBe(name);
  expect(isValid({ type, ...rest }), JSON.stringify(isValid.errors)).toBe(true);
  expect(isValid({ ...rest, type: "never-heard-of" })).toBe(false);
});

test("the request validators are small enough for a browser: a domain < 50 kB gzipped, all < 100 kB", () => {
  const sizes = scriptSizes.map(({ size }) => size);
  expect(scriptSizes.map(({ domain }) => domain)).toEqual(listDomains(document));
  expect(Math.min(...sizes)).toBeGreaterThan(1_000);
  expect(Math.max(...sizes)).toBeLessThan(50_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});
