import { describe, expect, test } from "vitest";
import { doors, example as id } from "./doors.ts";

const headers = { authorization: "Bearer ks_dev_sample", "content-type": "application/json" };

describe.each(doors)("a broken consumer over $name", ({ open }) => {
  test("is caught with a misspelt path", async () => {
    const { baseUrl, control, fetch, takeViolations } = await open();
    const answer = await fetch(`${baseUrl}/integration/${id}`, { headers });
    expect(answer.status).toBe(404);
    const unknown = {
      rule: "unknown-operation",
      operation: null,
      location: "path",
      message: `There is no operation "GET /integration/${id}". Did you mean "GET /integrations/{integration_id}"?`,
      severity: "error",
      blame: "consumer",
    };
    expect(takeViolations()).toEqual([unknown]);
    expect(await control.contract()).toMatchObject([{ violation: unknown, count: 1 }]);
  });

  test("is caught with a body of the wrong type", async () => {
    const { baseUrl, control, fetch, takeViolations } = await open();
    const send = () =>
      fetch(`${baseUrl}/integrations/${id}/enabled`, { method: "PUT", headers, body: '{"value":"yes"}' });
    expect((await send()).status).toBe(400);
    const invalid = {
      rule: "invalid-body",
      operation: "PUT /integrations/{integration_id}/enabled",
      location: "body.value",
      message: 'body.value must be a boolean, but is "yes".',
      severity: "error",
      blame: "consumer",
    };
    expect(takeViolations()).toEqual([invalid]);
    await send();
    expect(takeViolations()).toEqual([invalid]);
    expect(await control.contract()).toMatchObject([{ violation: invalid, count: 2 }]);
  });

  test("is caught with a key of the body left out and another made up", async () => {
    const { baseUrl, fetch, takeViolations } = await open();
    await fetch(`${baseUrl}/integrations/${id}/enabled`, {
      method: "PUT",
      headers,
      body: '{"enabled":true}',
    });
    expect(takeViolations()).toMatchObject([
      { rule: "invalid-body", location: "body.value", severity: "error" },
      { rule: "undeclared-body-key", location: "body.enabled", severity: "warning" },
    ]);
  });
});
