import { createMock, type MockControl } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import { expect, test } from "vitest";
import { receive } from "./receiver.ts";
import { serve } from "./serve.ts";

// Links in answers begin with it, whatever the port is.
const publicUrl = "https://mock.example.com";
const options = { clock: "frozen", seed: 7, world: "small" } as const;

/** A mock behind a door, with a receiver of webhooks that refuses the first. */
interface Door {
  readonly mock: MockControl;
  readonly baseUrl: string;
  readonly send: typeof fetch;
}

async function openProcess(): Promise<Door> {
  const mock = createMock({ ...options, baseUrl: `${publicUrl}/v1` });
  let count = 0;
  await mock.webhooks.deliverTo(() => new Response(null, { status: count++ === 0 ? 500 : 200 }));
  return { mock, baseUrl: mock.baseUrl, send: mock.fetch };
}

async function openHttp(): Promise<Door> {
  const { url } = await receive((_, count) => ({ status: count === 1 ? 500 : 200 }));
  const server = await serve({ ...options, publicUrl });
  const mock = connectMock({ url: server.url, apiKey: "ks_dev_mock" });
  await mock.webhooks.endpoints.create({ url });
  return { mock, baseUrl: server.baseUrl, send: fetch };
}

/** Connects, syncs, reads, writes, fails and moves time; answers the journal and the events as text. */
async function playScript({ mock, baseUrl, send }: Door): Promise<string> {
  const id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
  /** Answers the body, or that there was none. */
  const call = async (operation: string, body?: object, integrationId = id): Promise<string> => {
    const [method = "", path = ""] = operation.split(" ");
    const headers = {
      ...{ authorization: "Bearer ks_dev_mock", "x-integration-id": integrationId },
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return send(baseUrl + path, sent).then(
      (answer) => answer.text(),
      () => "no answer",
    );
  };
  const link = await call("POST /connect/create-link", {
    ...{ end_user_email: "ada@example.com", end_user_organization_name: "Acme", integration_tool: "hibob" },
  });
  const at = (JSON.parse(link) as { data: { link: string } }).data.link;
  await mock.connect(at, { outcome: "fail" });
  const { integration_id, token } = await mock.connect(at);
  const fresh = integration_id ?? expect.fail("Nothing was connected.");
  await call(`GET /connect/integration-by-token/${token}`);
  await call("GET /hris/employees", undefined, fresh);
  await mock.sync(fresh);
  await call("GET /hris/employees?page_size=3", undefined, fresh);

  const { id: employee } = await mock.create("hris.employees", {}, { integration_id: id });
  await mock.fail(`PATCH /hris/employees/{employee_id}`, "REMOTE.SERVICE_UNAVAILABLE", { times: 1 });
  await mock.faults.add({ operation: "GET /hris/groups", abort: "reset", times: 1 });
  await mock.faults.add({ operation: "GET /hris/absences", status: 502, body: "<html></html>", rate: 0.5 });
  for (const title of ["One", "Two"])
    await call(`PATCH /hris/employees/${employee}`, { job_title: title, work_email: `${title}@example.com` });
  for (let times = 0; times < 6; times++) await call("GET /hris/absences?page_size=2");
  for (let times = 0; times < 2; times++) await call("GET /hris/groups?page_size=2");

  await mock.integrations.update(id, { status: "INVALID" });
  await call("POST /force-sync", {});
  await mock.integrations.update(id, { status: "ACTIVE" });
  await call("POST /force-sync", {});
  await mock.update("hris.employees", employee, { first_name: "Ada" }, { integration_id: id });
  await mock.clock.advance("PT6H");
  await call(`PUT /integrations/${encodeURIComponent(id)}/enabled`, { value: false });
  await call("GET /hris/employees");
  await call("GET /hris/nothing");
  await call("POST /hris/absences", { employee_id: employee });
  await call(`DELETE /integrations/${encodeURIComponent(fresh)}`, {});
  await mock.settle({ flush: true });

  // By which door a request came is the transport's part.
  const journal = (await mock.requests()).map(({ door: _, ...exchange }) => exchange);
  const events = (await mock.webhooks.all()).map(({ raw, ...event }) => ({
    ...event,
    raw: Buffer.from(raw).toString(),
  }));
  return JSON.stringify({ journal, events, integrations: await mock.integrations.list() }, null, 1);
}

test("the same script makes the same journal in process, byte for byte", async () => {
  const first = await playScript(await openProcess());
  expect((JSON.parse(first) as { journal: unknown[] }).journal.length).toBeGreaterThan(20);
  expect(first).toContain('"lost": "reset"');
  expect(first).toContain('"type": "integration-deleted"');
  expect(await playScript(await openProcess())).toBe(first);
});

test("the same script makes the same journal over HTTP, byte for byte, and that of the process", async () => {
  const first = await playScript(await openHttp());
  expect(await playScript(await openHttp())).toBe(first);
  expect(await playScript(await openProcess())).toBe(first);
});

test("another seed makes another journal", async () => {
  const mock = createMock({ ...options, seed: 8 });
  const other = await playScript({ mock, baseUrl: mock.baseUrl, send: mock.fetch });
  expect(other).not.toBe(await playScript(await openProcess()));
});
