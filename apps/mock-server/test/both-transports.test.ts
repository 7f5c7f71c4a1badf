import { connectMock } from "@kombo-mock/msw/connect";
import { createMockCore } from "@kombo-mock/msw/core";
import { allDomains } from "@kombo-mock/msw/domains";
import { expect, test } from "vitest";
import { example } from "./serve.ts";
import { type Api, type Case, inProcess, messageOf, overHttp } from "./transports.ts";

const bamboo = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
const lms = "talentlms:active";
/** An address at which nobody listens. */
const nobody = "http://127.0.0.1:1/webhooks";
const linkFor = { end_user_email: "ada@example.com", end_user_organization_name: "Acme" };
const details = (id: string) => `GET /integrations/${id}`;

async function newLink(api: Api): Promise<string> {
  const { data } = (await api("POST /connect/create-link", linkFor)) as { data: { link: string } };
  return data.link;
}

/** Each call of the vocabulary, good and bad, and what the API answers after it. */
const cases: Readonly<Record<string, Case>> = {
  reset: async (mock, api) => {
    await mock.integrations.remove(example);
    await mock.integrations.remove(bamboo);
    await mock.reset({ integration_id: example });
    const one = [await api(details(example)), await api(details(bamboo))];
    await mock.reset();
    return [one, await api(details(bamboo))];
  },
  snapshot: async (mock) => [await mock.snapshot(), await mock.snapshot()].map(({ id }) => id),
  restore: async (mock, api) => {
    const snapshot = await mock.snapshot();
    await mock.integrations.remove(example);
    const gone = await api(details(example));
    await mock.restore(snapshot);
    const back = await api(details(example));
    await mock.integrations.remove(example);
    await mock.restore(snapshot.id);
    return [gone, back, await api(details(example)), await messageOf(() => mock.restore("nope"))];
  },
  fork: async (mock) => {
    const [one, other] = [await mock.fork(), await mock.fork()];
    return [one.name, one.api_key, other.name, other.api_key];
  },
  scenario: async (mock, api) => [
    await mock.scenario("invalid"),
    await mock.scenario("inactive", { integration_id: example }),
    await api(details(example)),
    await mock.scenario("unknown-error"),
    await api(details(bamboo)),
    await mock.scenario("active", { category: "ATS" }),
    await messageOf(() => mock.scenario("invalied" as never)),
    await messageOf(() => mock.scenario("invalid", { integration_id: "nope" })),
    await messageOf(() => mock.scenario("model-disabled", { integration_id: lms })),
  ],
  scenarios: async (mock) => mock.scenarios(),
  "integrations.cards": async (mock) => mock.integrations.cards(),
  exportState: async (mock, api) => {
    const untouched = await mock.exportState();
    await mock.integrations.create({ id: "personio:a/b c", tool: "personio", status: "INVALID" });
    await mock.integrations.remove(bamboo);
    await newLink(api);
    await api("POST /force-sync", { type: "DELTA" });
    return [untouched, await mock.exportState()];
  },
  importState: async (mock, api) => {
    const file = {
      ...{ extends: "small", generation: 1 },
      integrations: { [bamboo]: null, [example]: { end_user: { organization_name: "Øystein & Co" } } },
    };
    await mock.integrations.remove(example);
    await mock.importState(file);
    const faulty = { ...file, integrations: { [bamboo]: { status: "BROKEN" }, nope: null } };
    return [
      await messageOf(() => mock.importState(faulty)),
      await api(details(example)),
      await api(details(bamboo)),
      await mock.exportState(),
    ];
  },
  "integrations.list": async (mock) => mock.integrations.list(),
  "integrations.create": async (mock, api) => {
    const end_user = { organization_name: "Øystein & Co", creator_email: null };
    const made = await mock.integrations.create({ tool: "personio", country: "DE", end_user });
    const given = { id: "personio:a/b c", tool: "personio" };
    return [
      made,
      await api(details(made.id)),
      await mock.integrations.create(given),
      await messageOf(() => mock.integrations.create(given)),
      await messageOf(() => mock.integrations.create({ tool: "nope!" })),
    ];
  },
  "integrations.update": async (mock, api) => {
    const id = "personio:a/b c";
    await mock.integrations.create({ id, tool: "personio" });
    return [
      await mock.integrations.update(id, { status: "INVALID", beta: true, data_expired_at: null }),
      await api(details(encodeURIComponent(id))),
      await messageOf(() => mock.integrations.update("nope", {})),
    ];
  },
  "integrations.remove": async (mock, api) => [
    await mock.integrations.remove(example),
    await api(details(example)),
    await messageOf(() => mock.integrations.remove(example)),
  ],
  "integrations.setScope": async (mock, api) => {
    const scope = {
      name: "Small",
      settings: { hris_absences: "DISABLED" as const },
      opted_out: ["hris_employees"],
    };
    return [
      await mock.integrations.setScope(bamboo, scope),
      await api(details(bamboo)),
      await messageOf(() => mock.integrations.setScope("nope", {})),
    ];
  },
  "integrations.setCustomFields": async (mock, api) => {
    const fields = [{ key: "shoe_size", model: "hris_employees", label: "Shoe size" }];
    return [
      await mock.integrations.setCustomFields(bamboo, fields),
      await api(`GET /integrations/${bamboo}/custom-fields`),
      await messageOf(() => mock.integrations.setCustomFields("nope", fields)),
    ];
  },
  find: async (mock) => [
    (await mock.find("hris.absence-types")).map(({ name }) => name),
    await mock.find("hris.absence-types", { unit: "DAYS", half_days_supported: true }),
    await mock.find("hris.employees", "nope"),
    await mock.find("hris.absence-types", undefined, { integration_id: bamboo }),
    await messageOf(() => mock.find("hris.absence-types", { nmae: "Vacation" } as never)),
    await messageOf(() => mock.find("hris.absences", {}, { integration_id: "nope" })),
    await messageOf(() => mock.find("hris.absense" as never)),
  ],
  create: async (mock) => {
    const one = await mock.create("hris.skills", { name: "Ünïcode & more?" });
    return [
      one,
      await mock.create("hris.skills"),
      await mock.create("hris.skills", [{ name: "One" }, { name: "Two" }], { integration_id: bamboo }),
      await mock.create("hris.skills", { remote_id: undefined }, { count: 2, visible: "after-sync" }),
      await mock.create("hris.employees", { manager: { first_name: "Grace" }, absences: [{}] }),
      await messageOf(() => mock.create("hris.skills", { remote_id: one.remote_id })),
      await messageOf(() => mock.create("hris.employees", { absences: [{ typo: 1 }] } as never)),
      await messageOf(() => mock.create("hris.skills", {}, { visible: "never" } as never)),
      await messageOf(() => mock.create("hris.skills", {}, { count: -1 })),
    ];
  },
  update: async (mock) => {
    const [one, two] = await mock.create("hris.groups", [{ name: "One" }, { name: "Two" }]);
    return [
      await mock.update("hris.groups", one?.id ?? "", { name: "Uno", parent: { id: two?.id ?? "" } }),
      await mock.update("hris.groups", { name: "Two" }, { type: null }),
      await mock.update("hris.groups", { name: "Nobody's" }, { type: null }),
      await mock.update("hris.groups", one?.id ?? "", { name: "Eins" }, { visible: "after-sync" }),
      await mock.find("hris.groups", { type: null }),
      await messageOf(() => mock.update("hris.groups", "nope", { name: "None" })),
      await messageOf(() => mock.update("hris.groups", one?.id ?? "", { remote_id: "other" })),
    ];
  },
  remove: async (mock) => {
    const [one, two] = await mock.create("hris.groups", [{ name: "One" }, { name: "Two" }]);
    return [
      await mock.remove("hris.groups", one?.id ?? ""),
      await mock.remove("hris.groups", { name: "Two" }, { visible: "after-sync" }),
      await mock.find("hris.groups", one?.id),
      await mock.find("hris.groups", two?.id),
      await messageOf(() => mock.remove("hris.groups", "nope")),
    ];
  },
  purge: async (mock) => {
    const before = await mock.find("hris.skills");
    return [
      await mock.purge("hris.skills", before[0]?.id ?? ""),
      await mock.purge("hris.skills", { name: before[1]?.name ?? "" }),
      (await mock.find("hris.skills")).length - before.length,
      await messageOf(() => mock.purge("hris.skills", before[0]?.id ?? "")),
    ];
  },
  fail: async (mock, api) => [
    await mock.fail("GET /hris/skills", "REMOTE.SERVICE_UNAVAILABLE", { times: 1, after: 1 }),
    await api("GET /hris/skills"),
    await api("GET /hris/skills"),
    await mock.faults.list(),
    await messageOf(() => mock.fail("GET /hris/skils" as never, "PLATFORM.UNKNOWN_ERROR" as never)),
    await messageOf(() => mock.fail("GET /hris/skills", "REMOTE.SERVICE_DOWN" as never)),
    await messageOf(() => mock.fail("POST /force-sync", "INTEGRATION.INACTIVE" as never)),
    await messageOf(() => mock.fail("POST /force-sync", "PLATFORM.UNKNOWN_ERROR", { times: 0 })),
  ],
  "faults.add": async (mock, api) => [
    await mock.faults.add({ operation: "GET /hris/skills", status: 502, body: { proxy: true }, every: 2 }),
    await mock.faults.add({ latency_ms: 1, integration_id: bamboo }),
    [await api("GET /hris/skills"), await api("GET /hris/skills")],
    await messageOf(() => mock.faults.add({})),
    await messageOf(() => mock.faults.add({ latency_ms: 1, abort: "reset" })),
    await messageOf(() => mock.faults.add({ abort: "reset", status: 500 })),
    await messageOf(() => mock.faults.add({ error_code: null })),
    await messageOf(() => mock.faults.add({ body: "no status" })),
  ],
  "faults.list": async (mock) => {
    await mock.faults.add({ abort: "hang", integration_id: bamboo, after: 3 });
    const { id } = await mock.faults.add({ abort: "truncate" });
    return [
      await mock.faults.list(),
      await mock.faults.list({ id }),
      await mock.faults.list({ integration_id: bamboo }),
    ];
  },
  "faults.remove": async (mock) => {
    const { id } = await mock.faults.add({ abort: "reset" });
    await mock.faults.add({ abort: "hang", integration_id: bamboo });
    await mock.faults.add({ abort: "hang" });
    const left = async () => (await mock.faults.list()).length;
    return [
      [await mock.faults.remove({ id }), await left()],
      [await mock.faults.remove({ integration_id: bamboo }), await left()],
      await messageOf(() => mock.faults.remove({ id: "nope" })),
      [await mock.faults.remove(), await left()],
    ];
  },
  stub: async (mock, api) => {
    const error = { code: "PLATFORM.UNKNOWN_ERROR", title: null, message: "No.", log_url: null } as const;
    const answer = { status: 500, body: { status: "error" as const, error } };
    return [
      await mock.stub("GET /hris/skills", answer, { times: 2, query: { ids: "a,b" }, delay_ms: 1 }),
      await api("GET /hris/skills?ids=a,b"),
      await mock.stub("GET /integrations/{integration_id}", answer, { params: { integration_id: bamboo } }),
      await api(details(bamboo)),
      await messageOf(() => mock.stub("GET /hris/skills", { body: {} as never })),
    ];
  },
  "stubs.add": async (mock, api) => [
    await mock.stubs.add({ method: "GET", path: "/beta", status: 202, body: { ok: 1 }, unchecked: true }),
    await api("GET /beta"),
    await messageOf(() => mock.stubs.add({ method: "GET", path: "/beta" })),
    await messageOf(() => mock.stubs.add({ method: "GET", path: "hris/skills?x=1" })),
  ],
  "stubs.list": async (mock) => {
    const stub = { method: "GET", path: "/beta", unchecked: true } as const;
    const { id } = await mock.stubs.add({ ...stub, integration_id: bamboo });
    await mock.stubs.add({ ...stub, times: null });
    return [
      await mock.stubs.list(),
      await mock.stubs.list({ id }),
      await mock.stubs.list({ integration_id: bamboo }),
    ];
  },
  "stubs.remove": async (mock) => {
    const stub = { method: "GET", path: "/beta", unchecked: true } as const;
    const { id } = await mock.stubs.add(stub);
    await mock.stubs.add({ ...stub, integration_id: bamboo });
    const left = async () => (await mock.stubs.list()).length;
    return [
      [await mock.stubs.remove({ id }), await left()],
      [await mock.stubs.remove({ integration_id: bamboo }), await left()],
      await messageOf(() => mock.stubs.remove({ id: "nope" })),
    ];
  },
  unused: async (mock, api) => {
    await mock.fail("GET /hris/skills", "PLATFORM.UNKNOWN_ERROR");
    await mock.stubs.add({ method: "GET", path: "/beta", unchecked: true });
    const before = await mock.unused();
    await api("GET /hris/skills");
    return [before, await mock.unused()];
  },
  connect: async (mock, api) => {
    const link = await newLink(api);
    const failed = await mock.connect(link, { outcome: "fail" });
    const connected = await mock.connect(`${link}?theme=dark`, { tool: "personio" });
    return [
      failed,
      connected,
      await api(`GET /connect/integration-by-token/${connected.token}`),
      await mock.connect(await newLink(api)),
      await messageOf(() => mock.connect(link)),
    ];
  },
  sync: async (mock, api) => {
    const started = await api("POST /force-sync", { type: "DELTA" });
    return [
      started,
      await mock.sync(example),
      await mock.sync(example, {
        type: "FULL",
        state: "PARTIALLY_FAILED",
        failed_models: ["hris_employees"],
      }),
      await messageOf(() => mock.sync("nope")),
    ];
  },
  passthrough: async (mock, api) => {
    const ask = { method: "GET", path: "/me" };
    await mock.passthrough("factorial", "api", {
      status: 201,
      headers: { etag: "1" },
      data: { name: "Ada" },
    });
    const set = await api("POST /passthrough/factorial/api", ask);
    await mock.passthrough("factorial", "api", { method: "GET", path: "/you", data: null });
    return [set, await api("POST /passthrough/factorial/api", ask)];
  },
  requests: async (mock, api) => {
    await api("GET /check-api-key?x=1");
    await api("PUT /integrations/nope/enabled", { value: "yes" });
    return [
      await mock.requests(),
      await mock.requests("GET /check-api-key"),
      await mock.requests("POST /force-sync"),
    ];
  },
  contract: async (mock, api) => {
    const before = await mock.contract();
    await api("GET /check-api-kye");
    await api("POST /connect/create-link", { surprise: 1 });
    await api("POST /connect/create-link", { surprise: 2 });
    return [before, await mock.contract()];
  },
  "clock.now": async (mock) => mock.clock.now(),
  "clock.set": async (mock) => [
    await mock.clock.set("2026-02-01T00:00:00.000Z"),
    await mock.clock.now(),
    await messageOf(() => mock.clock.set("tomorrow")),
  ],
  "clock.advance": async (mock, api) => {
    const link = await newLink(api);
    return [
      await mock.clock.advance("PT59M"),
      (await mock.connect(link)).integration_id,
      await mock.clock.advance("P1DT0.5S"),
      await messageOf(() => mock.clock.advance("1 day")),
    ];
  },
  settle: async (mock, api) => {
    await api("POST /force-sync", {});
    const syncs = async () => (await mock.integrations.list()).map(({ sync }) => sync);
    const queued = await syncs();
    await mock.settle();
    const stillQueued = await syncs();
    await mock.clock.advance("PT3S");
    await mock.settle();
    return [queued, stillQueued, await syncs()];
  },
  "webhooks.endpoints.list": async (mock) => [
    await mock.webhooks.endpoints.list(),
    await mock.webhooks.endpoints.create({ url: nobody }),
    await mock.webhooks.endpoints.list(),
  ],
  "webhooks.endpoints.create": async (mock) => [
    await mock.webhooks.endpoints.create({
      ...{ url: nobody, integration_id: bamboo, events: ["data-changed"], secret: "its own" },
      chaos: { duplicate: { first: 2 }, delay: { every: 3, milliseconds: 5 } },
    }),
    await messageOf(() => mock.webhooks.endpoints.create({ url: "http://example.com/" })),
    await messageOf(() => mock.webhooks.endpoints.create({ url: nobody, integration_id: "nope" })),
  ],
  "webhooks.endpoints.update": async (mock) => {
    const { id } = await mock.webhooks.endpoints.create({ url: nobody, events: ["data-changed"] });
    return [
      await mock.webhooks.endpoints.update(id, { events: null, chaos: { drop: { every: 2 } } }),
      await messageOf(() => mock.webhooks.endpoints.update("a/b", {})),
    ];
  },
  "webhooks.endpoints.remove": async (mock) => {
    const { id } = await mock.webhooks.endpoints.create({ url: nobody });
    await mock.webhooks.endpoints.remove(id);
    return [await mock.webhooks.endpoints.list(), await messageOf(() => mock.webhooks.endpoints.remove(id))];
  },
  "webhooks.trigger": async (mock) => {
    await mock.webhooks.endpoints.create({ url: nobody });
    return [
      await mock.webhooks.trigger("integration-state-changed", { set: { "end_user.origin_id": "7" } }),
      await mock.webhooks.trigger("sync-finished", { integration_id: bamboo, chaos: ["drop"] }),
      await messageOf(() => mock.webhooks.trigger("data-changed", { set: { nope: 1 } })),
      await messageOf(() => mock.webhooks.trigger("nope" as "data-changed")),
    ];
  },
  label: async (mock, api) => {
    await mock.label("sends a colour");
    await api("GET /check-api-key?colour=red");
    await mock.reset();
    await api("GET /check-api-key");
    await mock.label(null);
    await api("GET /check-api-key");
    return [
      (await mock.requests()).map(({ label }) => label),
      await messageOf(() => mock.label("")),
      await messageOf(() => mock.label(7 as never)),
    ];
  },
  expectViolation: async (mock, api) => {
    await mock.label("breaks the contract");
    const expected = await mock.expectViolation({ rule: "undeclared-parameter", location: "query.colour" });
    await api("GET /check-api-key?colour=red");
    await api("GET /check-api-key?colour=blue");
    return [
      expected,
      await mock.contract(),
      await messageOf(() => mock.expectViolation({ rule: "undeclared-parameters" as "invalid-body" })),
      await messageOf(() =>
        mock.expectViolation({ rule: "invalid-body", operation: "GET /hris/employee" as "GET /hris/skills" }),
      ),
    ];
  },
  expectations: async (mock, api) => {
    await mock.expectViolation({ rule: "undeclared-parameter", times: null });
    await mock.expectViolation({ rule: "invalid-body", operation: "POST /force-sync" });
    await api("GET /check-api-key?colour=red");
    const before = await mock.expectations();
    await mock.reset();
    return [before, await mock.expectations()];
  },
  "webhooks.deliveries": async (mock) => {
    await mock.webhooks.endpoints.create({ url: nobody });
    await mock.webhooks.trigger("integration-created");
    await mock.webhooks.trigger("integration-deleted");
    return [
      await mock.webhooks.deliveries(),
      await mock.webhooks.deliveries({ type: "integration-deleted" }),
      await messageOf(() => mock.webhooks.deliveries({ type: "nope" as "data-changed" })),
    ];
  },
  "webhooks.redeliver": async (mock) => {
    await mock.webhooks.endpoints.create({ url: nobody });
    const { deliveries } = await mock.webhooks.trigger("integration-created");
    return [
      await mock.webhooks.redeliver(deliveries[0]?.id ?? ""),
      await messageOf(() => mock.webhooks.redeliver("nope")),
    ];
  },
  "webhooks.next": async (mock) => {
    await mock.create("hris.locations", {});
    await mock.webhooks.trigger("integration-created");
    return [
      await mock.webhooks.next("integration-created"),
      await mock.webhooks.next(),
      await messageOf(() => mock.webhooks.next("sync-finished")),
      await messageOf(() => mock.webhooks.next()),
    ];
  },
  "webhooks.all": async (mock) => {
    await mock.create("hris.locations", {});
    await mock.webhooks.trigger("integration-created");
    return [await mock.webhooks.all(), await mock.webhooks.all("data-changed")];
  },
  orderAssessment: async (mock, api) => {
    await mock.webhooks.endpoints.create({ url: nobody });
    return [
      await mock.orderAssessment({ candidate: { first_name: "Mia" } }),
      await messageOf(() => mock.orderAssessment({ inline: true })),
      await messageOf(() => mock.orderAssessment({ candidate: { nope: 1 } })),
      await messageOf(() => mock.orderAssessment({ integration_id: bamboo })),
      await api("GET /check-api-key"),
    ];
  },
};

test.for(Object.entries(cases))("%s does the same in process and over HTTP", async ([, run]) => {
  const result = await inProcess(run);
  expect(await overHttp(run)).toEqual(result);
});

test("every call of the vocabulary is compared, and offered by both", () => {
  const namesOf = (mock: object, prefix = ""): string[] =>
    Object.entries(mock).flatMap(([name, value]: [string, unknown]) =>
      typeof value === "object" && value !== null ? namesOf(value, `${prefix}${name}.`) : [prefix + name],
    );
  const named = namesOf(connectMock({ url: "http://localhost:1" }));
  expect(Object.keys(cases).sort()).toEqual(named.sort());
  expect(namesOf(createMockCore({ domains: allDomains }))).toEqual(expect.arrayContaining(named));
});
