import { Kombo } from "@kombo-api/sdk";
import { KomboGeneralError } from "@kombo-api/sdk/models/errors";
import { connectMock } from "@kombo-mock/msw/connect";
import { operations } from "@kombo-mock/openapi";
import { type MockServer, startServer } from "kombo-mock";
import { afterAll, beforeAll, expect, test } from "vitest";

const integration_id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
let server: MockServer;
let kombo: Kombo;

beforeAll(async () => {
  server = await startServer({ port: 0 });
  kombo = new Kombo({ api_key: "ks_dev_sdk", server_url: server.baseUrl, integration_id });
});

afterAll(() => server.close());

const fields = async () => (await kombo.general.getIntegrationFields({ integration_id })).result.data.results;
const customFields = async () =>
  (await kombo.general.getCustomFields({ integration_id })).result.data.results;
const link = async () =>
  (
    await kombo.connect.createConnectionLink({
      end_user_email: "ada@example.com",
      end_user_organization_name: "Example Ltd",
    })
  ).data.link;

/** One call of each method; the SDK refuses an answer that is not as it expects. */
const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  "general.checkApiKey": () => kombo.general.checkApiKey(),
  "general.triggerSync": () => kombo.general.triggerSync({ type: "DELTA" }),
  "general.sendPassthroughRequest": () =>
    kombo.general.sendPassthroughRequest({
      tool: "bamboohr",
      api: "v1",
      body: { method: "GET", path: "/x" },
    }),
  "general.getIntegrationDetails": () => kombo.general.getIntegrationDetails({ integration_id }),
  "general.setIntegrationEnabled": () =>
    kombo.general.setIntegrationEnabled({ integration_id, body: { value: true } }),
  "general.createReconnectionLink": () => kombo.general.createReconnectionLink({ integration_id, body: {} }),
  "general.createSetupLink": async () => {
    await connectMock({ url: server.url, apiKey: "ks_dev_sdk" }).integrations.update(integration_id, {
      setup_steps: ["filtering"],
    });
    return kombo.general.createSetupLink({ integration_id, body: { link_type: "EMBEDDED" } });
  },
  "general.getIntegrationFields": fields,
  "general.updateIntegrationField": async () =>
    kombo.general.updateIntegrationField({
      integration_id,
      integration_field_id: (await fields())[0]?.id ?? "",
      body: { enable_passthrough: true },
    }),
  "general.getCustomFields": customFields,
  "general.updateCustomFieldMapping": async () =>
    kombo.general.updateCustomFieldMapping({
      integration_id,
      custom_field_id: (await customFields())[0]?.id ?? "",
      body: { integration_field_id: null },
    }),
  "general.getTools": () => kombo.general.getTools({ category: "hris" }),
  "connect.createConnectionLink": link,
  "connect.getIntegrationByToken": async () => {
    const { token } = await connectMock({ url: server.url, apiKey: "ks_dev_sdk" }).connect(await link());
    return kombo.connect.getIntegrationByToken({ token: token ?? "" });
  },
  "general.deleteIntegration": () => kombo.general.deleteIntegration({ integration_id, body: {} }),
};

test.each(Object.entries(calls))("%s gets an answer over HTTP that the SDK accepts", async (_name, call) => {
  await server.mock.reset();
  expect(await call()).toBeDefined();
});

test("these are all methods that the SDK has for the operations that are served", () => {
  const served = Object.values(operations).filter(({ domain, sdk }) => domain === "general" && sdk);
  expect(Object.keys(calls).sort()).toEqual(served.map(({ sdk }) => sdk).sort());
});

test("what is wrong arrives over HTTP as the SDK's typed errors", async () => {
  const strange = new Kombo({ api_key: "ks_dev_invalid_1", server_url: server.baseUrl });
  const failed = async (call: Promise<unknown>) => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    return error instanceof KomboGeneralError ? [error.statusCode, error.error.code] : error;
  };
  expect(await failed(strange.general.checkApiKey())).toEqual([401, "PLATFORM.AUTHENTICATION_INVALID"]);
  expect(await failed(kombo.general.getIntegrationDetails({ integration_id: "nope" }))).toEqual([
    404,
    "PLATFORM.INTEGRATION_NOT_FOUND",
  ]);
  const bad = kombo.connect.createConnectionLink({
    end_user_email: "nobody",
    end_user_organization_name: "A",
  });
  expect(await failed(bad)).toEqual([400, "PLATFORM.INPUT_INVALID"]);
});
