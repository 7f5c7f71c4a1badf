import { expect, test } from "vitest";
import { answerFaults, bodyFaults, documented, refusalFaults } from "./control-document.ts";
import { example, serve, type TestServer } from "./serve.ts";

const one = encodeURIComponent(example);
const nobody = "http://127.0.0.1:1/webhooks";

/** What a step makes known to those after it. */
type Known = Record<string, string>;

/** A call: the name that the document has for it, where it goes, its body, and what is kept of its answer. */
interface Step {
  readonly call: string;
  readonly path?: (known: Known) => string;
  readonly body?: unknown;
  readonly keep?: (answer: never) => Known;
}

const integration = { path: () => `/integrations/${one}` };
const idOf = (name: string) => ({ keep: ({ id }: { id: string }) => ({ [name]: id }) });

/** A walk over every call that answers JSON; each list has something in it when it is asked for. */
const walk: readonly Step[] = [
  { call: "GET /health" },
  { call: "GET /openapi.json" },
  { call: "GET /control.json" },
  { call: "GET /environments" },
  { call: "PUT /label", body: { label: "walks over all calls" } },
  { call: "POST /expectations", body: { rule: "undeclared-parameter", operation: "GET /check-api-key" } },
  { call: "GET /expectations" },
  { call: "POST /snapshots", ...idOf("snapshot") },
  {
    call: "POST /integrations",
    body: { tool: "personio", id: "personio:1", end_user: { creator_email: "ada@example.com" } },
  },
  { call: "PATCH /integrations/{id}", ...integration, body: { status: "INVALID" } },
  { call: "POST /integrations/{id}/syncs", path: () => `/integrations/${one}/syncs`, body: { type: "FULL" } },
  {
    call: "PUT /integrations/{id}/scope",
    path: () => `/integrations/${one}/scope`,
    body: { name: "Payroll", settings: { hris_employees: "DISABLED" } },
  },
  {
    call: "PUT /integrations/{id}/custom-fields",
    path: () => `/integrations/${one}/custom-fields`,
    body: [{ key: "shoe_size", model: "hris_employees" }],
  },
  {
    call: "GET /integrations/{id}/form-options/{key}",
    path: () => `/integrations/${one}/form-options/location`,
  },
  { call: "GET /integrations" },
  { call: "DELETE /integrations/{id}", path: () => "/integrations/personio:1", body: {} },
  { call: "GET /scenarios" },
  {
    call: "POST /scenarios/{name}",
    path: () => "/scenarios/invalid",
    body: { integration_id: "bamboohr:DAns34VhN4Vtnjvvxp216Di3" },
  },
  { call: "POST /passthrough", body: { tool: "factorial", api: "api", data: { name: "Ada" } } },
  { call: "POST /connect/{token}", path: ({ link }) => `/connect/${link}`, body: { outcome: "connect" } },
  {
    call: "POST /records/{collection}",
    path: () => "/records/hris.employees",
    body: { first_name: "Ada" },
    ...idOf("employee"),
  },
  {
    call: "POST /records/{collection}",
    path: () => "/records/hris.employees?count=2",
    body: { first_name: "Grace" },
  },
  { call: "GET /records/{collection}", path: () => "/records/hris.employees?first_name=Ada" },
  {
    call: "PATCH /records/{collection}",
    path: ({ employee }) => `/records/hris.employees?id=${employee}`,
    body: { last_name: "Lovelace" },
  },
  {
    call: "DELETE /records/{collection}",
    path: ({ employee }) => `/records/hris.employees?id=${employee}&purge=true`,
  },
  {
    call: "POST /faults",
    body: { operation: "POST /hris/absences", error_code: "REMOTE.SERVICE_UNAVAILABLE", times: 2 },
  },
  { call: "POST /faults", body: { status: 502, body: "<html>", integration_id: example } },
  { call: "POST /faults", body: { latency_ms: 5, rate: 0.5 } },
  { call: "POST /faults", body: { abort: "reset", every: 3 } },
  { call: "GET /faults" },
  { call: "DELETE /faults" },
  {
    call: "POST /stubs",
    body: {
      method: "GET",
      path: "/hris/skills",
      body: { status: "success", data: { results: [], next: null } },
    },
  },
  { call: "GET /stubs" },
  { call: "DELETE /stubs" },
  { call: "GET /clock" },
  { call: "POST /clock", body: { advance: "PT3H" } },
  {
    call: "POST /webhooks/endpoints",
    body: {
      url: nobody,
      events: null,
      chaos: { duplicate: { first: 1 }, delay: { every: 2, milliseconds: 5 } },
    },
    ...idOf("endpoint"),
  },
  {
    call: "PATCH /webhooks/endpoints/{id}",
    path: ({ endpoint }) => `/webhooks/endpoints/${endpoint}`,
    body: { chaos: {} },
  },
  { call: "GET /webhooks/endpoints" },
  {
    call: "POST /webhooks/trigger",
    body: { type: "integration-created" },
    keep: ({ deliveries }: { deliveries: { id: string }[] }) => ({ delivery: deliveries[0]?.id ?? "" }),
  },
  { call: "GET /webhooks/deliveries" },
  {
    call: "POST /webhooks/deliveries/{id}/redeliver",
    path: ({ delivery }) => `/webhooks/deliveries/${delivery}/redeliver`,
  },
  { call: "GET /webhooks/events" },
  { call: "POST /webhooks/events/next", body: { type: "integration-created" } },
  { call: "POST /assessment/orders", body: { candidate: { first_name: "Mia" } } },
  { call: "DELETE /webhooks/endpoints/{id}", path: ({ endpoint }) => `/webhooks/endpoints/${endpoint}` },
  { call: "POST /settle", body: { flush: true } },
  {
    call: "GET /environments/{name}/syncs/{id}",
    path: ({ sync }) => `/environments/default/syncs/${sync}`,
  },
  { call: "GET /requests" },
  { call: "GET /environments/{name}/requests/{id}", path: () => "/environments/default/requests/1" },
  { call: "GET /contract" },
  { call: "GET /state", keep: (state) => ({ state: JSON.stringify(state) }) },
  { call: "POST /snapshots/{id}/restore", path: ({ snapshot }) => `/snapshots/${snapshot}/restore` },
  { call: "POST /fork" },
  { call: "POST /reset", body: { integration_id: example } },
  { call: "DELETE /environments/{name}", path: () => "/environments/default" },
];

const mediaTypesOf = (call: string) => Object.keys(documented.get(call)?.responses[200].content ?? {});
const isJson = (call: string) => mediaTypesOf(call).includes("application/json");

/** What of the API the walk needs: a link, a sync that ended, requests of several kinds. */
async function prepare({ ask }: TestServer): Promise<Known> {
  const link = await ask<{ data: { link: string } }>("POST /v1/connect/create-link", {
    body: { end_user_email: "ada@example.com", end_user_organization_name: "Acme" },
  });
  const sync = await ask<{ sync_id: string }>(`POST /_mock/integrations/${one}/syncs`, { body: {} });
  for (const path of ["check-api-key?colour=red", "integrations/nope", "hris/employees", "nowhere"]) {
    await ask(`GET /v1/${path}`, { headers: { "x-integration-id": example } });
  }
  return { link: link.json.data.link.split("/").at(-1) ?? "", sync: sync.json.sync_id };
}

test("each call answers what the document says, and takes what it says", async () => {
  const server = await serve();
  const known = await prepare(server);
  for (const { call, path, body, keep } of walk) {
    const [method = "", template = ""] = call.split(" ");
    const { status, json } = await server.ask(`${method} /_mock${path?.(known) ?? template}`, { body });
    expect([call, status, json]).toEqual([call, 200, json]);
    expect([call, ...answerFaults(call, json)]).toEqual([call]);
    if (documented.get(call)?.requestBody) expect([call, ...bodyFaults(call, body ?? {})]).toEqual([call]);
    const { results } = json as { results?: readonly unknown[] };
    if (results) expect([call, results.length]).not.toEqual([call, 0]);
    Object.assign(known, keep?.(json as never));
  }
  const put = await server.ask("PUT /_mock/state", { body: known["state"] });
  expect(put).toEqual({ status: 200, json: {} });
  expect(bodyFaults("PUT /state", JSON.parse(known["state"] ?? ""))).toEqual([]);
});

test("the walk goes over every call that answers JSON", () => {
  const walked = new Set([...walk.map(({ call }) => call), "PUT /state"]);
  expect([...walked].sort()).toEqual([...documented.keys()].filter(isJson).sort());
});

test("the document has exactly the calls that are served", async () => {
  const { ask, send } = await serve();
  const { json } = await ask<{ error: { message: string } }>("GET /_mock/nope");
  const [, listed = ""] = /There are: (.*)\.$/.exec(json.error.message) ?? [];
  const pages = ["/openapi.json", "/control.json", "/docs", "/docs/control", "/docs/reference.js"];
  for (const page of pages) expect([page, (await send(`GET /_mock${page}`)).status]).toEqual([page, 200]);
  const served = [...listed.split(", "), ...pages.map((page) => `GET ${page}`)];
  expect([...documented.keys()].sort()).toEqual(served.sort());
});

test("what is no JSON has the type that the document says", async () => {
  const server = await serve();
  const { link = "" } = await prepare(server);
  const addresses: Readonly<Record<string, string>> = {
    "GET /connect/{token}": `/_mock/connect/${link}`,
    "GET /docs": "/_mock/docs",
    "GET /docs/control": "/_mock/docs/control",
    "GET /docs/reference.js": "/_mock/docs/reference.js",
  };
  for (const [call, address] of Object.entries(addresses)) {
    const { headers } = await server.send(`GET ${address}`);
    const [type = ""] = (headers.get("content-type") ?? "").split(";");
    expect([call, type]).toEqual([call, ...mediaTypesOf(call)]);
  }
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const chosen = await server.send(`POST /_mock/connect/${link}`, { headers, body: "outcome=connect" });
  const [type] = (chosen.headers.get("content-type") ?? "").split(";");
  expect([chosen.status, type]).toEqual([200, "text/html"]);
  expect(mediaTypesOf("POST /connect/{token}")).toContain("text/html");
});

test.for([...documented].filter(([, { requestBody }]) => requestBody).map(([call]) => call))(
  "%s refuses a body that it does not know, in the envelope of the document",
  async (call) => {
    const { ask } = await serve();
    const path = call
      .replace("{id}", call.includes("integrations") ? one : "1")
      .replace("{collection}", "hris.employees")
      .replace("{name}", "invalid")
      .replace("{token}", "1");
    const query = call.startsWith("PATCH /records") ? "?where={}" : "";
    const { status, json } = await ask(`${path.replace(" ", " /_mock")}${query}`, { body: { surprise: 1 } });
    expect(status).toBe(400);
    expect(refusalFaults(json)).toEqual([]);
  },
);

test("a call that is no call is refused in the envelope of the document", async () => {
  const { ask } = await serve();
  const { status, json } = await ask("GET /_mock/nope");
  expect([status, ...refusalFaults(json)]).toEqual([404]);
});
