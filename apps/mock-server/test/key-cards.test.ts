import { expect, test } from "vitest";
import { refused, serve } from "./serve.ts";

const howTo = "Send `Authorization: Bearer <key>`; the mock takes any key, for example `ks_dev_mock`.";
const neverSet = (key: string) => `The API key is "${key}": the variable that should hold it was never set.`;

const cards: readonly {
  authorization: string | undefined;
  code?: string;
  status?: number;
  message: string;
}[] = [
  { authorization: undefined, message: `There is no API key. ${howTo}` },
  { authorization: "", message: `There is no API key. ${howTo}` },
  { authorization: "Bearer", message: `The Authorization header is not a bearer token. ${howTo}` },
  { authorization: "Basic a3M6", message: `The Authorization header is not a bearer token. ${howTo}` },
  { authorization: "Bearer ks dev", message: `The API key holds white space. ${howTo}` },
  { authorization: "Bearer undefined", message: neverSet("undefined") },
  { authorization: "Bearer null", message: neverSet("null") },
  { authorization: "Bearer [object Object]", message: neverSet("[object Object]") },
  {
    authorization: "Bearer ks_dev_invalid_1",
    message: "The API key is unknown (a test key that always is).",
  },
  {
    authorization: "Bearer ks_dev_expired",
    message: "The API key has expired (a test key that always has).",
  },
  {
    authorization: "Bearer ks_dev_blocked_x",
    status: 403,
    code: "PLATFORM.IP_NOT_WHITELISTED",
    message: "This IP address may not use the API key (a test key that no address may use).",
  },
  {
    authorization: "Bearer ks_prod_x",
    message:
      "This is Kombo Mock, a local stand-in: don't send it production keys. Use a made-up key such as `ks_dev_mock`.",
  },
];

test.for(cards)("Authorization: $authorization is refused", async (card) => {
  const { status = 401, code = "PLATFORM.AUTHENTICATION_INVALID", authorization, message } = card;
  const { ask } = await serve();
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const sent = { key: null, headers };
  expect(await ask("GET /v1/check-api-key", sent)).toMatchObject(refused(status, code, message));
  expect(await ask("GET /_mock/environments", { key: null })).toMatchObject({
    json: { results: [{ name: "default", key: null }] },
  });
});

test("a plain key is as good as one in the vendor's form, and the scheme's letters may be of any case", async () => {
  const { ask } = await serve();
  expect((await ask("GET /v1/check-api-key", { key: "test-api-key" })).status).toBe(200);
  const headers = { authorization: "bearer test-api-key" };
  expect((await ask("GET /v1/check-api-key", { key: null, headers })).status).toBe(200);
});

test("production keys are taken where that is allowed", async () => {
  const { ask } = await serve({ allowProductionKeys: true });
  expect((await ask("GET /v1/check-api-key", { key: "ks_prod_x" })).status).toBe(200);
});

test("a control call with a bad key is refused like any other request", async () => {
  const { ask } = await serve();
  expect(await ask("POST /_mock/reset", { key: "ks_prod_x", body: {} })).toMatchObject(
    refused(401, "PLATFORM.AUTHENTICATION_INVALID", expect.stringContaining("production keys")),
  );
});
