import { expect, test } from "vitest";
import { example, refused, serve } from "./serve.ts";

const one = `/_mock/integrations/${example}`;
const settingsKeys =
  "status, setup_status, qa_status, setup_steps, end_user, data_expired_at, created_at, beta, coverage, trait";

/** A control call with a bad body, and what the refusal says. */
const badBodies: readonly [call: string, body: unknown, message: string | RegExp][] = [
  ["POST /_mock/reset", { id: 1 }, "body.id is not known; known are integration_id."],
  ["POST /_mock/reset", { integration_id: 1 }, "body.integration_id must be string, but is 1."],
  ["POST /_mock/integrations", {}, "body.tool is missing; it is required."],
  [
    "POST /_mock/integrations",
    { tool: "Personio" },
    'body.tool must be a tool\'s id, such as personio, but is "Personio".',
  ],
  [
    "POST /_mock/integrations",
    { tool: "personio", stauts: "ACTIVE" },
    /^body\.stauts is not known; known are tool, id, /,
  ],
  [
    "POST /_mock/integrations",
    { tool: "personio", category: "CRM" },
    /^body\.category must be .*"HRIS".*, but is "CRM"\.$/,
  ],
  ["POST /_mock/integrations", { tool: "personio", id: example }, /already|exists/],
  [`PATCH ${one}`, { state: "ACTIVE" }, `body.state is not known; known are ${settingsKeys}.`],
  [`PATCH ${one}`, { status: "OFF" }, /^body\.status must be .*"ACTIVE".*, but is "OFF"\.$/],
  [`PATCH ${one}`, { end_user: { name: "Acme" } }, /^body\.end_user\.name is not known/],
  [
    `PATCH ${one}`,
    { created_at: "yesterday" },
    /^body\.created_at must be an instant such as 2026-01-31T09:30:00\.000Z/,
  ],
  [`PATCH ${one}`, [], "body must be an object, but is a list."],
  [
    `PUT ${one}/scope`,
    { optedOut: [] },
    "body.optedOut is not known; known are id, name, settings, opted_out.",
  ],
  [
    `PUT ${one}/scope`,
    { settings: { hris_absences: "OFF" } },
    /^body\.settings\.hris_absences must be .*but is "OFF"\.$/,
  ],
  [`PUT ${one}/custom-fields`, {}, /^body must be Array, but is Object\.$/],
  [`PUT ${one}/custom-fields`, [{ key: "x" }], /^body.0.?\.model is missing; it is required\.$/],
  [
    `PUT ${one}/custom-fields`,
    [{ key: "x", model: "hris_employees", integration_field: "nope" }],
    /"nope" is no field of "hris_employees"\./,
  ],
  [
    `POST ${one}/syncs`,
    { kind: "FULL" },
    "body.kind is not known; known are type, state, failed_models, qa, changes.",
  ],
  [`POST ${one}/syncs`, { type: "PARTIAL" }, /^body\.type must be .*but is "PARTIAL"\.$/],
  ["POST /_mock/passthrough", { tool: "factorial" }, "body.api is missing; it is required."],
  [
    "POST /_mock/passthrough",
    { tool: "factorial", api: "api", status: 99 },
    /^body\.status must be .*but is 99\.$/,
  ],
  ["POST /_mock/clock", {}, /^body/],
  [
    "POST /_mock/clock",
    { advance: "3 hours" },
    /must be a duration such as PT3H, P14D or PT0\.5S, but is "3 hours"\.$/,
  ],
  [
    "POST /_mock/clock",
    { now: "today" },
    /must be an instant such as 2026-01-31T09:30:00\.000Z, but is "today"\.$/,
  ],
];

test.for(badBodies)("%s refuses %j, and changes nothing", async ([call, body, message]) => {
  const { ask } = await serve();
  const said = typeof message === "string" ? message : expect.stringMatching(message);
  expect(await ask(call, { body })).toMatchObject(refused(400, "PLATFORM.INPUT_INVALID", said));
  expect(await ask("GET /_mock/environments")).toMatchObject({ json: { results: [{ changed: false }] } });
});

const aboutOne: readonly [call: string, body: unknown][] = [
  ["PATCH /_mock/integrations/nope", {}],
  ["DELETE /_mock/integrations/nope", undefined],
  ["PUT /_mock/integrations/nope/scope", {}],
  ["PUT /_mock/integrations/nope/custom-fields", []],
  ["POST /_mock/integrations/nope/syncs", {}],
];

test.for(aboutOne)("%s says that there is no such integration, and which there are", async ([call, body]) => {
  const { ask } = await serve();
  expect(await ask(call, { body })).toMatchObject(
    refused(
      404,
      "PLATFORM.INTEGRATION_NOT_FOUND",
      expect.stringContaining(`There is no integration "nope". There are "${example}", "sandbox:`),
    ),
  );
});

const takingJson = [
  "POST /_mock/reset",
  "POST /_mock/integrations",
  `PATCH ${one}`,
  `PUT ${one}/scope`,
  `PUT ${one}/custom-fields`,
  `POST ${one}/syncs`,
  "POST /_mock/passthrough",
  "POST /_mock/clock",
];

test.for(takingJson)("%s refuses what is no JSON", async (call) => {
  const { ask } = await serve();
  expect(await ask(call, { body: '{"a":' })).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", expect.stringMatching(/^body is not JSON: /)),
  );
});

test("requests of an unknown operation cannot be asked for", async () => {
  const { ask } = await serve();
  for (const operation of ["GET /check-api-kye", "check-api-key", "constructor"]) {
    expect(await ask(`GET /_mock/requests?operation=${encodeURIComponent(operation)}`)).toMatchObject(
      refused(
        400,
        "PLATFORM.INPUT_INVALID",
        `query.operation: "${operation}" is no operation; one is spelled "GET /check-api-key".`,
      ),
    );
  }
});

test("an unknown exchange is told", async () => {
  const { ask } = await serve();
  const { json } = await ask<{ error: { log_url: string } }>("GET /v1/nothing");
  const path = new URL(json.error.log_url).pathname.replace(/1$/, "99");
  expect(await ask(`GET ${path}`)).toMatchObject(
    refused(404, null, expect.stringContaining("has no exchange 99")),
  );
});

test("an unknown control call lists the calls that there are", async () => {
  const { ask } = await serve();
  for (const call of ["GET /_mock/nothing", "GET /_mock/reset", "GET /_mock"]) {
    const { status, json } = await ask<{ error: { message: string } }>(call);
    expect(status).toBe(404);
    const spelled = call === "GET /_mock" ? "GET /_mock/" : call;
    expect(json.error.message).toMatch(
      new RegExp(
        `^There is no control call "${spelled}"\\. There are: GET /health, .*POST /connect/\\{token\\}`,
      ),
    );
  }
});
