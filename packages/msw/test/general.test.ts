import { Kombo } from "@kombo-api/sdk";
import { KomboGeneralError } from "@kombo-api/sdk/models/errors";
import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type Mock } from "@kombo-mock/msw";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const bamboohr = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
const seed = "factorial:8d1hpPsbjxUkoCoa1veLZGe5";

/** The ways in which the official SDK reaches a mock in process. */
const doors = {
  "the fetch function": (mock: Mock) => ({ options: mock.sdkOptions, close: () => {} }),
  "MSW's handlers": (mock: Mock) => {
    const server = setupServer(...mock.handlers);
    server.listen({ onUnhandledFrame: "error" });
    return { options: { api_key: "ks_dev_mock" }, close: () => server.close() };
  },
};

describe.each(Object.entries(doors))("through %s", (_name, open) => {
  let mock: Mock;
  let kombo: Kombo;
  let close: () => void;
  let options: ReturnType<typeof open>["options"];

  beforeEach(() => {
    mock = createMock({ clock: "frozen", checkAnswer });
    const door = open(mock);
    options = door.options;
    kombo = new Kombo({ ...options, integration_id: bamboohr });
    close = door.close;
  });

  afterEach(async () => {
    close();
    const faults = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
    expect(faults).toEqual([]);
  });

  const failure = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof KomboGeneralError))
      throw new Error(`Expected the SDK's typed error, got ${String(error)}.`);
    return { status: error.statusCode, code: error.error.code, message: error.error.message };
  };

  test("the key's environment is told", async () => {
    expect((await kombo.general.checkApiKey()).data.environment_id).toMatch(/^[1-9A-HJ-NP-Za-km-z]{24}$/);
  });

  test("the details are the documented example, to the last value", async () => {
    const { data } = await kombo.general.getIntegrationDetails({ integration_id: seed });
    expect(data).toMatchObject({
      ...{ id: seed, category: "HRIS", status: "ACTIVE", setup_status: "COMPLETED", beta: false },
      scope_config: { id: "B1hu5NGyhdjSq5X3hxEz4bAN", name: "Anonymous Scopes" },
      created_at: new Date("2022-08-07T14:01:29.196Z"),
      data_expired_at: null,
    });
  });

  test("a sync is queued once, and its end clears what had expired", async () => {
    await mock.integrations.update(bamboohr, { data_expired_at: "2026-01-14T00:00:00.000Z" });
    const first = await kombo.general.triggerSync({ type: "DELTA" });
    const second = await kombo.general.triggerSync({ type: "FULL" });
    expect(first.data).toMatchObject({ already_queued: false, type: "DELTA" });
    expect(second.data).toEqual({ already_queued: true, type: "DELTA", sync_id: first.data.sync_id });
    const expired = async () =>
      (await kombo.general.getIntegrationDetails({ integration_id: bamboohr })).data.data_expired_at;
    expect(await expired()).toEqual(new Date("2026-01-14T00:00:00.000Z"));
    await mock.clock.advance("PT3S");
    expect(await expired()).toBeNull();
  });

  test("an integration is disabled, refuses to sync, and is enabled again", async () => {
    await kombo.general.triggerSync({});
    await kombo.general.setIntegrationEnabled({ integration_id: bamboohr, body: { value: false } });
    const details = async () =>
      (await kombo.general.getIntegrationDetails({ integration_id: bamboohr })).data.status;
    expect(await details()).toBe("INACTIVE");
    expect(await failure(kombo.general.triggerSync({}))).toEqual({
      status: 409,
      code: null,
      message: `"${bamboohr}" is INACTIVE. Enable it with PUT /integrations/${bamboohr}/enabled and {"value": true}.`,
    });
    await kombo.general.setIntegrationEnabled({ integration_id: bamboohr, body: { value: true } });
    expect(await details()).toBe("ACTIVE");
    expect((await kombo.general.triggerSync({})).data.already_queued).toBe(true);
  });

  test("a deleted integration is unknown from then on, with the known ones named", async () => {
    await kombo.general.deleteIntegration({ integration_id: bamboohr, body: {} });
    const { status, code, message } = await failure(
      kombo.general.getIntegrationDetails({ integration_id: bamboohr }),
    );
    expect([status, code]).toEqual([404, "PLATFORM.INTEGRATION_NOT_FOUND"]);
    expect(message).toContain(`There is no integration "${bamboohr}". There are "${seed}", "sandbox:`);
    expect(message).toContain(`Add one with mock.integrations.create({ id: "${bamboohr}", … })`);
  });

  test("integration fields page to their end, each once, and the SDK's pager stops", async () => {
    const keys: string[] = [];
    for await (const page of await kombo.general.getIntegrationFields({
      integration_id: bamboohr,
      page_size: 2,
    })) {
      keys.push(...page.result.data.results.map(({ key }) => key));
    }
    expect(keys).toHaveLength(7);
    expect(new Set(keys).size).toBe(7);
  });

  test("the passthrough of a field is switched on and stays on", async () => {
    const read = async () =>
      (await kombo.general.getIntegrationFields({ integration_id: bamboohr })).result.data.results;
    const field = (await read()).find((one) => !one.is_passthrough_enabled);
    const { data } = await kombo.general.updateIntegrationField({
      integration_id: bamboohr,
      integration_field_id: field?.id ?? "",
      body: { enable_passthrough: true },
    });
    expect(data).toEqual({ ...field, is_passthrough_enabled: true });
    expect((await read()).find(({ id }) => id === field?.id)).toEqual(data);
  });

  test("a custom field is mapped to a field of the tool and unmapped again", async () => {
    const fields = (await kombo.general.getIntegrationFields({ integration_id: bamboohr })).result.data
      .results;
    const custom = async () =>
      (await kombo.general.getCustomFields({ integration_id: bamboohr })).result.data.results;
    const unmapped = (await custom()).find(({ integration_field }) => integration_field === null);
    const put = (integration_field_id: string | null) =>
      kombo.general.updateCustomFieldMapping({
        integration_id: bamboohr,
        custom_field_id: unmapped?.id ?? "",
        body: { integration_field_id },
      });
    const { id, key, type, label } = fields[1] ?? expect.fail("There are too few fields.");
    expect((await put(id)).data.integration_field).toEqual({ id, key, type, label });
    expect((await custom()).find((one) => one.id === unmapped?.id)?.integration_field).toEqual({
      id,
      key,
      type,
      label,
    });
    expect((await put(null)).data.integration_field).toBeNull();
    expect((await failure(put("nope"))).message).toContain(
      'body.integration_field_id: "nope" is no integration field',
    );
  });

  test("every category has its tools, with what each covers", async () => {
    for (const category of ["hris", "ats", "assessment", "lms"] as const) {
      const { tools } = (await kombo.general.getTools({ category })).data;
      expect(tools.length).toBeGreaterThanOrEqual(4);
      expect(tools.every(({ coverage }) => coverage.read_models.length > 0)).toBe(true);
    }
  });

  test("passthrough answers what was set, names the call that sets it, and is recorded", async () => {
    const send = () =>
      kombo.general.sendPassthroughRequest({
        tool: "bamboohr",
        api: "v1",
        body: { method: "GET", path: "/employees" },
      });
    expect((await send()).data).toMatchObject({ status: 404, url: "https://bamboohr.example.com/employees" });
    await mock.passthrough("bamboohr", "v1", { path: "/employees", status: 200, data: { employees: [] } });
    await mock.passthrough("bamboohr", "v1", { method: "POST", data: "for POST only" });
    expect((await send()).data).toMatchObject({ status: 200, data: { employees: [] } });
    const [first] = await mock.requests("POST /passthrough/{tool}/{api}");
    expect(first?.request.body).toBe('{"method":"GET","path":"/employees"}');
    const wrongTool = kombo.general.sendPassthroughRequest({
      tool: "personio",
      api: "v1",
      body: { method: "GET", path: "/" },
    });
    expect(await failure(wrongTool)).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  });

  test("a customer connects: link, window, token, integration", async () => {
    const { link } = (
      await kombo.connect.createConnectionLink({
        end_user_email: "ada@example.com",
        end_user_organization_name: "Example Ltd",
        end_user_origin_id: "customer-7",
        integration_category: "ATS",
        integration_tool: "greenhouse",
      })
    ).data;
    const { token, integration_id } = await mock.connect(link, { opted_out: ["ats_offers"] });
    const redeemed = (await kombo.connect.getIntegrationByToken({ token: token ?? "" })).data;
    expect(redeemed).toEqual({
      tool: "greenhouse",
      id: integration_id,
      end_user_origin_id: "customer-7",
      end_user_organization_name: "Example Ltd",
      end_user_email: "ada@example.com",
      setup_status: "COMPLETED",
    });
    const { data } = await kombo.general.getIntegrationDetails({ integration_id: redeemed.id });
    expect(data.category).toBe("ATS");
    expect(data.read_models.find(({ id }) => id === "ats_offers")).toMatchObject({
      ...{ is_available: false, opted_out_by_customer: true },
    });
  });

  test("setup steps: incomplete until the setup link is followed, complete after the final sync", async () => {
    const { link } = (
      await kombo.connect.createConnectionLink({
        end_user_email: "ada@example.com",
        end_user_organization_name: "Example Ltd",
        integration_tool: "hibob",
        enable_filtering: true,
      })
    ).data;
    const { integration_id } = await mock.connect(link);
    const id = integration_id ?? "";
    const setup = async () =>
      (await kombo.general.getIntegrationDetails({ integration_id: id })).data.setup_status;
    expect(await setup()).toBe("INCOMPLETE");
    const setupLink = await kombo.general.createSetupLink({
      integration_id: id,
      body: { link_type: "EMBEDDED" },
    });
    await mock.connect(setupLink.data.link);
    expect(await setup()).toBe("FINAL_SYNC_PENDING");
    await mock.sync(id);
    expect(await setup()).toBe("COMPLETED");
    const again = kombo.general.createSetupLink({ integration_id: id, body: { link_type: "EMBEDDED" } });
    expect((await failure(again)).message).toContain("has no setup step switched on");
  });

  test("a reconnect keeps the integration and makes it active", async () => {
    await mock.integrations.update(bamboohr, { status: "INVALID" });
    const { link } = (
      await kombo.general.createReconnectionLink({
        integration_id: bamboohr,
        body: { scope_config_id: "newest" },
      })
    ).data;
    expect((await mock.connect(link)).integration_id).toBe(bamboohr);
    const { data } = await kombo.general.getIntegrationDetails({ integration_id: bamboohr });
    expect([data.status, data.scope_config.id]).toEqual(["ACTIVE", "newest"]);
  });

  test("a customer who fails or closes the window can try again, one who connected cannot", async () => {
    const { link } = (
      await kombo.connect.createConnectionLink({
        end_user_email: "a@example.com",
        end_user_organization_name: "A",
      })
    ).data;
    const before = await mock.integrations.list();
    expect(await mock.connect(link, { outcome: "fail" })).toEqual({ token: null, integration_id: null });
    expect(await mock.connect(link, { outcome: "close" })).toEqual({ token: null, integration_id: null });
    expect(await mock.integrations.list()).toEqual(before);
    expect((await mock.connect(link)).token).not.toBeNull();
    await expect(mock.connect(link)).rejects.toThrow("The connect link was used already.");
  });

  test("links and activation tokens expire by the mock's clock", async () => {
    const create = async () =>
      (
        await kombo.connect.createConnectionLink({
          end_user_email: "a@example.com",
          end_user_organization_name: "A",
        })
      ).data.link;
    const { token } = await mock.connect(await create());
    const unused = await create();
    await mock.clock.advance("PT1H");
    await expect(mock.connect(unused)).rejects.toThrow("The connect link has expired.");
    expect(await failure(kombo.connect.getIntegrationByToken({ token: token ?? "" }))).toEqual({
      status: 400,
      code: "PLATFORM.INPUT_INVALID",
      message: "path.token has expired; an activation token is good for 60 minutes.",
    });
  });

  test("a wrong key and a bad body arrive as the SDK's typed errors", async () => {
    const other = new Kombo({ ...options, api_key: "ks_dev_invalid_1" });
    expect(await failure(other.general.checkApiKey())).toMatchObject({
      status: 401,
      code: "PLATFORM.AUTHENTICATION_INVALID",
    });
    const bad = kombo.connect.createConnectionLink({
      end_user_email: "nobody",
      end_user_organization_name: "",
    });
    expect(await failure(bad)).toEqual({
      status: 400,
      code: "PLATFORM.INPUT_INVALID",
      message:
        'body.end_user_email must be an e-mail address, but is "nobody". body.end_user_organization_name must have at least 1 character, but is "".',
    });
  });
});
