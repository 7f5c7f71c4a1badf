import { expect, test } from "vitest";
import { exchange, replyOf } from "./raw.ts";
import { example, refused, serve } from "./serve.ts";

/** Asks for a path exactly as it is written; `fetch` would tidy it up. */
async function askRaw(url: string, target: string, method = "GET") {
  const head = `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\nConnection: close\r\n\r\n`;
  return replyOf(await exchange(url, head));
}

const outside = [
  "/integrations/x",
  "/",
  "//v1/check-api-key",
  "/v10/check-api-key",
  "/V1/check-api-key",
  "*",
];

test.for(outside)("%s is not below the base URL, and the answer says where that is", async (path) => {
  const { url } = await serve();
  expect(await askRaw(url, path, path === "*" ? "OPTIONS" : "GET")).toEqual({
    status: 404,
    json: {
      status: "error",
      error: {
        code: null,
        title: null,
        message: `"${path}" is not below the base URL. The base URL ends in /v1: http://localhost/v1.`,
        log_url: null,
      },
    },
  });
});

const unknown: readonly [call: string, named: string][] = [
  ["GET /v1", 'There is no operation "GET /".'],
  ["GET /v1/", 'There is no operation "GET /".'],
  ["GET /v1/check-api-kye", 'There is no operation "GET /check-api-kye". Did you mean "GET /check-api-key"?'],
  [
    "GET /v1//check-api-key",
    'There is no operation "GET //check-api-key". Did you mean "GET /check-api-key"?',
  ],
  [
    "POST /v1/check-api-key",
    'There is no operation "POST /check-api-key". Did you mean "GET /check-api-key"?',
  ],
  [`PATCH /v1/integrations/${example}/enabled`, 'Did you mean "PUT /integrations/{integration_id}/enabled"?'],
  ["DELETE /v1/tools/hris", 'Did you mean "GET /tools/{category}"?'],
];

test.for(unknown)("%s is unknown, and the nearest operation is named", async ([call, named]) => {
  const { url } = await serve();
  const [method = "", path = ""] = call.split(" ");
  expect(await askRaw(url, path, method)).toMatchObject(refused(404, null, expect.stringContaining(named)));
});

test("a slash at the end changes nothing", async () => {
  const { ask } = await serve();
  expect((await ask("GET /v1/check-api-key/")).status).toBe(200);
});

test("an id in the path may come percent-encoded, or in the official client's own spelling", async () => {
  const { ask } = await serve();
  const { status, json } = await ask(`GET /v1/integrations/${example}`);
  expect(status).toBe(200);
  expect((await ask(`GET /v1/integrations/${encodeURIComponent(example)}`)).json).toEqual(json);
});

test("broken percent-encoding is refused, by an operation and by a control call", async () => {
  const { url } = await serve();
  expect(await askRaw(url, "/v1/integrations/%E0%A4%A")).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", "path.integration_id is not validly percent-encoded."),
  );
  expect(await askRaw(url, "/_mock/integrations/%E0%A4%A", "DELETE")).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", '"%E0%A4%A" in the path is not validly percent-encoded.'),
  );
});

test("a name that every JavaScript object has is an unknown id like any other", async () => {
  const { ask } = await serve();
  for (const name of ["constructor", "__proto__", "toString"]) {
    expect(await ask(`GET /v1/integrations/${name}`)).toMatchObject(
      refused(404, "PLATFORM.INTEGRATION_NOT_FOUND", expect.stringContaining(`"${name}"`)),
    );
    expect((await ask(`GET /v1/connect/integration-by-token/${name}`)).status).toBe(400);
    expect((await ask(`GET /_mock/connect/${name}`)).status).toBe(400);
    expect((await ask(`DELETE /_mock/integrations/${name}`)).status).toBe(404);
  }
});

test("HEAD is no operation, and its answer has no body", async () => {
  const { url } = await serve();
  const raw = await exchange(
    url,
    "HEAD /v1/check-api-key HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
  );
  expect(raw).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
  expect(raw).toMatch(/\r\n\r\n$/);
});

test("a long URL is answered as long as it is below 16 KB", async () => {
  const { ask, send } = await serve();
  expect((await send(`GET /v1/tools/hris?x=${"x".repeat(15_000)}`)).status).toBe(200);
  expect(await ask(`GET /v1/tools/hris?x=${"x".repeat(17_000)}`)).toEqual({
    status: 431,
    json: {
      status: "error",
      error: {
        code: null,
        title: null,
        message:
          "The URL and the headers are larger than 16 KB together. Send less, or start the mock with NODE_OPTIONS=--max-http-header-size=65536.",
        log_url: null,
      },
    },
  });
});

test("what is no HTTP is answered with an envelope, and the connection is closed", async () => {
  const { url } = await serve();
  const raw = await exchange(url, "hello\r\n\r\n");
  expect(raw).toContain("\r\nconnection: close\r\n");
  expect(replyOf(raw)).toMatchObject(
    refused(400, null, expect.stringMatching(/^This could not be read as HTTP\/1\.1: /)),
  );
});
