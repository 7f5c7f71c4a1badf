import { expect, test } from "vitest";
import { refused, serve, type TestServer } from "./serve.ts";

const customer = {
  end_user_email: "ada@example.com",
  end_user_organization_name: "Acme",
  end_user_origin_id: "org-1",
};

interface Connected {
  token: string | null;
  integration_id: string | null;
}

/** Makes a connect link; answers the path at which the server serves it. */
async function newLink({ ask, url }: TestServer, more: object = {}): Promise<string> {
  const body = { ...customer, ...more };
  const { json } = await ask<{ data: { link: string } }>("POST /v1/connect/create-link", { body });
  expect(json.data.link.startsWith(`${url}/_mock/connect/`)).toBe(true);
  return json.data.link.slice(url.length);
}

test("a link is followed without a browser, and its token leads to the integration", async () => {
  const server = await serve();
  const link = await newLink(server, { integration_category: "ATS" });
  const { ask } = server;
  const { status, json } = await ask<Connected>(`POST ${link}`, { key: null, body: { tool: "greenhouse" } });
  expect(status).toBe(200);
  expect(json.integration_id).toMatch(/^greenhouse:\w{24}$/);
  expect(await ask(`GET /v1/connect/integration-by-token/${json.token}`)).toEqual({
    status: 200,
    json: {
      status: "success",
      data: {
        tool: "greenhouse",
        id: json.integration_id,
        end_user_origin_id: "org-1",
        end_user_organization_name: "Acme",
        end_user_email: "ada@example.com",
        setup_status: "COMPLETED",
      },
    },
  });
  expect(await ask(`GET /v1/integrations/${json.integration_id}`)).toMatchObject({
    status: 200,
    json: { data: { category: "ATS", status: "ACTIVE", end_user: { organization_name: "Acme" } } },
  });
});

test("the deprecated way to redeem the token answers the same", async () => {
  const server = await serve();
  const { ask } = server;
  const { json } = await ask<Connected>(`POST ${await newLink(server)}`);
  const byToken = await ask(`GET /v1/connect/integration-by-token/${json.token}`);
  expect(byToken.status).toBe(200);
  expect(await ask("POST /v1/connect/activate-integration", { body: { token: json.token } })).toEqual(
    byToken,
  );
});

test("a customer who fails or closes the window can connect later", async () => {
  const server = await serve();
  const { ask } = server;
  const link = await newLink(server);
  for (const outcome of ["fail", "close"]) {
    expect(await ask(`POST ${link}`, { body: { outcome } })).toEqual({
      status: 200,
      json: { token: null, integration_id: null },
    });
  }
  const { json } = await ask<Connected>(`POST ${link}`, { body: { outcome: "connect" } });
  expect((await ask(`GET /v1/integrations/${json.integration_id}`)).status).toBe(200);
});

test("a link can be used once, by a browser and without one", async () => {
  const server = await serve();
  const { ask } = server;
  const link = await newLink(server);
  await ask(`POST ${link}`);
  const used = refused(
    400,
    "PLATFORM.INPUT_INVALID",
    expect.stringMatching(/^The connect link was used already\./),
  );
  expect(await ask(`POST ${link}`)).toMatchObject(used);
  expect(await ask(`GET ${link}`)).toMatchObject(used);
});

test("an embedded link lasts an hour, one for a mail a year", async () => {
  const server = await serve();
  const { ask } = server;
  const [embedded, mailed] = [await newLink(server), await newLink(server, { link_type: "MAGIC_LINK" })];
  await ask("POST /_mock/clock", { body: { advance: "PT1H" } });
  const expired = refused(
    400,
    "PLATFORM.INPUT_INVALID",
    expect.stringMatching(/^The connect link has expired\./),
  );
  expect(await ask(`POST ${embedded}`)).toMatchObject(expired);
  expect(await ask(`GET ${embedded}`)).toMatchObject(expired);
  expect((await ask(`POST ${mailed}`)).status).toBe(200);
});

test("an activation token lasts as long as the answer assumes", async () => {
  const server = await serve({ assume: { "activation-token-minutes": 5 } });
  const { ask, send } = server;
  const { json } = await ask<Connected>(`POST ${await newLink(server)}`);
  const redeem = `GET /v1/connect/integration-by-token/${json.token}`;
  await ask("POST /_mock/clock", { body: { advance: "PT4M59S" } });
  expect((await send(redeem)).headers.get("x-kombo-mock-assumes")).toBe("activation-token-minutes");
  await ask("POST /_mock/clock", { body: { advance: "PT1S" } });
  expect(await ask(redeem)).toMatchObject(
    refused(
      400,
      "PLATFORM.INPUT_INVALID",
      "path.token has expired; an activation token is good for 5 minutes.",
    ),
  );
});

test("unknown tokens are refused", async () => {
  const { ask } = await serve();
  const unknown = refused(400, "PLATFORM.INPUT_INVALID", expect.stringContaining('"nope"'));
  expect(await ask("POST /_mock/connect/nope")).toMatchObject(unknown);
  expect(await ask("GET /_mock/connect/nope")).toMatchObject(unknown);
  expect(await ask("GET /v1/connect/integration-by-token/nope")).toMatchObject(unknown);
});

test("a link belongs to the environment of the key that made it, whoever follows it", async () => {
  const server = await serve();
  const { ask } = server;
  await ask("GET /v1/check-api-key", { key: "ks_dev_first" });
  const { json } = await ask<{ data: { link: string } }>("POST /v1/connect/create-link", {
    key: "ks_dev_second",
    body: customer,
  });
  const followed = await ask<Connected>(`POST ${json.data.link.slice(server.url.length)}`, { key: null });
  const details = `GET /v1/integrations/${followed.json.integration_id}`;
  expect((await ask(details, { key: "ks_dev_second" })).status).toBe(200);
  expect((await ask(details, { key: "ks_dev_first" })).status).toBe(404);
});

test("a link for one tool takes no other", async () => {
  const server = await serve();
  const link = await newLink(server, { integration_tool: "personio" });
  expect(await server.ask(`POST ${link}`, { body: { tool: "bamboohr" } })).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", expect.stringContaining('the link is for "personio" only')),
  );
  expect(await server.ask(`POST ${link}`)).toMatchObject({
    json: { integration_id: expect.stringMatching(/^personio:/) },
  });
});

test("steps of the setup leave the integration incomplete until a setup link is followed", async () => {
  const server = await serve();
  const { ask } = server;
  const { json } = await ask<Connected>(`POST ${await newLink(server, { enable_filtering: true })}`);
  const details = `GET /v1/integrations/${json.integration_id}`;
  const setup = (status: string) => ({ json: { data: { setup_status: status } } });
  expect(await ask(details)).toMatchObject(setup("INCOMPLETE"));
  const made = await ask<{ data: { link: string } }>(
    `POST /v1/integrations/${json.integration_id}/setup-link`,
    {
      body: { link_type: "EMBEDDED" },
    },
  );
  await ask(`POST ${made.json.data.link.slice(server.url.length)}`);
  expect(await ask(details)).toMatchObject(setup("FINAL_SYNC_PENDING"));
  await ask("POST /_mock/clock", { body: { advance: "PT3S" } });
  expect(await ask(details)).toMatchObject(setup("COMPLETED"));
});
