import { toolActions } from "@kombo-mock/factories";
import { custom } from "@kombo-mock/msw";
import { type Operation, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

const all: readonly Operation[] = custom.behaviours.map(({ operation }) => operation);
const ofTool = (name: string) =>
  all.filter((operation) => operations[operation].collection === `custom.${name}`);

test.each(all)(
  "%s is refused on an integration of another tool, which is told one of its own",
  async (operation) => {
    const { mock, send, datev, silae, assertValidAnswers } = await openTools();
    const foreign = operation.includes("silae") ? datev : silae;
    const { status, error, assumed } = await send(operation, { to: foreign, body: {} });
    expect([status, error.code]).toEqual([400, null]);
    const named = /Name an integration of .* in X-Integration-Id, such as "([^"]+)"/.exec(error.message)?.[1];
    const meant = (await mock.integrations.list()).find(({ id }) => id === named);
    expect(operations[operation].collection).toBe(`custom.${meant?.tool}`);
    expect(assumed).toContain("not-available-status");
    await assertValidAnswers();
  },
);

test.each(all)(
  "%s is refused while the integration is inactive or its credentials are invalid",
  async (operation) => {
    const { mock, send, datev, silae, avionte } = await openTools();
    const to = operation.includes("silae") ? silae : operation.includes("avionte") ? avionte : datev;
    await mock.integrations.update(to, { status: "INACTIVE" });
    const inactive = await send(operation, { to, body: {} });
    expect([inactive.status, inactive.error.code]).toEqual([409, null]);
    await mock.integrations.update(to, { status: "INVALID" });
    const invalid = await send(operation, { to, body: {} });
    expect([invalid.status, invalid.error.code]).toEqual([401, null]);
  },
);

test.each(toolActions.flatMap(({ actions }) => actions.map(({ id, operation }) => [id, operation] as const)))(
  "%s is an action of the integration's details, and without it %s is refused",
  async (id, operation) => {
    const { mock, send, datev, silae, avionte } = await openTools();
    const to = id.includes("silae") ? silae : id.includes("avionte") ? avionte : datev;
    const details = await send<{ readonly write_actions: readonly { readonly id: string }[] }>(
      "GET /integrations/{integration_id}",
      { path: { integration_id: to } },
    );
    expect(details.data.write_actions).toContainEqual(expect.objectContaining({ id, is_available: true }));
    await mock.integrations.setScope(to, { settings: { [id]: "DISABLED" } });
    const refused = await send(operation, { to, body: {} });
    expect([refused.status, refused.error.code]).toEqual([403, null]);
    expect(refused.error.message).toContain(id);
  },
);

test("what only some tools do is listed for those tools alone", async () => {
  const { mock, send } = await openTools();
  for (const { id, tool } of await mock.integrations.list()) {
    const { data } = await send<{ readonly write_actions: readonly { readonly id: string }[] }>(
      "GET /integrations/{integration_id}",
      { path: { integration_id: id } },
    );
    const own = data.write_actions.filter((one) => /_(datev|silae|avionte)_/.test(one.id));
    expect(
      own.every((one) => one.id.includes(`_${tool}_`)),
      id,
    ).toBe(true);
    expect(own.length > 0, id).toBe(["datev", "silae", "avionte"].includes(tool));
  }
});

test.each(["datevhr", "datevlauds", "datevlug"])("%s has the operations of DATEV too", async (tool) => {
  const { mock, send } = await openTools();
  const { id } = await mock.integrations.create({ tool, category: "HRIS" });
  expect((await send("GET /custom/datev/system-information", { to: id })).status).toBe(200);
});

test("a collection of a tool belongs to its integrations, and to one of them where none is named", async () => {
  const { mock, datev, silae } = await openTools();
  const [client] = await mock.find("custom.datev-clients");
  expect(await mock.find("custom.datev-clients", client?.id, { integration_id: datev })).toEqual([client]);
  await expect(mock.find("custom.datev-clients", {}, { integration_id: silae })).rejects.toThrow(
    'has no "custom.datev-clients"',
  );
});

test("without the domain hris, what is about employees says which domain it needs", async () => {
  const { send, mock } = await openTools({ domains: [custom] });
  const body = { accounting_month: "2025-12-01", document_type: "LOJO", employee_id: null };
  const answer = await send("POST /custom/datev/download-document", { body });
  expect([answer.status, answer.error.code]).toEqual([501, null]);
  expect(answer.error.message).toContain("createMock({ domains: [hris, custom] })");
  expect((await send("GET /custom/datev/data-pushes")).status).toBe(200);
  const jobs = await send("POST /ats/custom/avionte/synced-jobs", {
    to: (await mock.integrations.list()).find(({ tool }) => tool === "avionte")?.id ?? "",
    body: { job_remote_id: "5" },
  });
  expect(jobs.status).toBe(200);
});

test("every operation of a tool is served", () => {
  expect(ofTool("datev").length + ofTool("silae").length + ofTool("avionte").length).toBe(18);
  expect(all.length).toBe(18);
});
