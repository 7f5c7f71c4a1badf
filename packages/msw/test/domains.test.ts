import { createMock, general } from "@kombo-mock/msw";
import { allDomains } from "@kombo-mock/msw/domains";
import { operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { unserved } from "../src/unserved.ts";

test("a mock without domains knows no operation", async () => {
  const mock = createMock({ domains: [] });
  const response = await mock.fetch(`${mock.baseUrl}/check-api-key`, {
    headers: { authorization: "Bearer a" },
  });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    error: { code: null, message: expect.stringContaining('There is no operation "GET /check-api-key".') },
  });
});

test("an operation of a domain that lacks its behaviour answers 501 with a null code", async () => {
  const mock = createMock({ domains: [{ ...general, behaviours: [] }] });
  const response = await mock.fetch(`${mock.baseUrl}/check-api-key`, {
    headers: { authorization: "Bearer a" },
  });
  expect(response.status).toBe(501);
  expect(await response.json()).toMatchObject({ error: { code: null } });
});

test("nothing is left in the ledger of operations without a behaviour", () => {
  expect(unserved).toEqual({});
});

test("every operation has one behaviour or stands in the ledger of those without", () => {
  const served = allDomains.flatMap(({ behaviours }) => behaviours.map(({ operation }): string => operation));
  expect(new Set(served).size).toBe(served.length);
  expect([...served, ...Object.keys(unserved)].sort()).toEqual(Object.keys(operations).sort());
});
