import { expect, test } from "vitest";
import { exchange, open, readAll, replyOf } from "./raw.ts";
import { example, refused, serve } from "./serve.ts";

const megabyte = 1_048_576;
const activate = "POST /v1/connect/activate-integration";
const tooLarge = (megabytes: number) =>
  refused(413, null, `The body is larger than ${megabytes} MB, which is what this operation takes at most.`);

/** The head of a request for bare connections. */
function head(call: string, ...headers: string[]): string {
  const lines = [`${call} HTTP/1.1`, "Host: localhost", "Authorization: Bearer ks_dev_mock", ...headers];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

test("a body of 1 MB is read", async () => {
  const { ask } = await serve();
  const body = `{"token":"${"x".repeat(megabyte - 12)}"}`;
  expect(body).toHaveLength(megabyte);
  expect((await ask(activate, { body })).status).toBe(400);
});

test("a larger one is refused, and the server stays usable", async () => {
  const { ask } = await serve();
  const body = `{"token":"${"x".repeat(megabyte - 11)}"}`;
  expect(await ask(activate, { body })).toMatchObject(tooLarge(1));
  expect((await ask("GET /v1/check-api-key")).status).toBe(200);
});

test("an import of a job feed may be larger, up to 35 MB", async () => {
  const { url } = await serve();
  const call = "POST /v1/ai-apply/job-feeds/any/bulk-import";
  const answerTo = async (size: number, body: string) => {
    const socket = await open(url);
    const first = new Promise<Buffer>((resolve) => socket.once("data", resolve));
    socket.write(head(call, "Content-Type: application/x-ndjson", `Content-Length: ${size}`));
    socket.write(body);
    return String(await first).split("\r\n")[0];
  };
  // There is no such feed, which is only known of a body that was read.
  expect(await answerTo(2 * megabyte, "x".repeat(2 * megabyte))).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(await answerTo(35 * megabyte + 1, "")).toBe("HTTP/1.1 413 Payload Too Large");
});

test("one that announces its length is refused before it comes", async () => {
  const { url } = await serve();
  const socket = await open(url);
  const first = new Promise<Buffer>((resolve) => socket.once("data", resolve));
  socket.write(head(activate, "Content-Length: 2000000"));
  expect(String(await first)).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n.*\r\nconnection: close\r\n/s);
});

test.for(["keep-alive", "close"])(
  "a client that reads only after it has sent everything gets the answer too (%s)",
  async (connection) => {
    const { url } = await serve();
    const part = "x".repeat(50_000);
    const length = `Content-Length: ${100 * part.length}`;
    const declared = head(activate, length, `Connection: ${connection}`) + part.repeat(100);
    expect(replyOf(await sendThenRead(url, declared))).toMatchObject(tooLarge(1));

    const chunk = `${part.length.toString(16)}\r\n${part}\r\n`;
    const chunked = `${head(activate, "Transfer-Encoding: chunked", `Connection: ${connection}`)}${chunk.repeat(100)}0\r\n\r\n`;
    expect(replyOf(await sendThenRead(url, chunked))).toMatchObject(tooLarge(1));
  },
);

/** Sends everything before anything is read, as many HTTP clients do. */
async function sendThenRead(url: string, request: string): Promise<string> {
  const socket = await open(url);
  await new Promise<void>((resolve, reject) =>
    socket.write(request, (error) => (error ? reject(error) : resolve())),
  );
  return readAll(socket);
}

test("a body in chunks is read like any other", async () => {
  const { url } = await serve();
  const request = `${head(activate, "Transfer-Encoding: chunked", "Content-Type: application/json", "Connection: close")}9\r\n{"token":\r\n4\r\n"ab"\r\n1\r\n}\r\n0\r\n\r\n`;
  expect(replyOf(await exchange(url, request))).toMatchObject(
    refused(
      400,
      "PLATFORM.INPUT_INVALID",
      expect.stringContaining('body.token: "ab" is no activation token'),
    ),
  );
});

test("an operation that takes files reads 5 MB, and refuses more than 32", async () => {
  const { ask } = await serve();
  const headers = { "x-integration-id": example };
  const value = { name: "cv.pdf", content_type: "application/pdf" };
  const body = (size: number) => ({
    method: "POST",
    path: "/documents",
    multipart_form_data: [{ name: "file", value: { ...value, data: "A".repeat(size) } }],
  });
  const call = "POST /v1/passthrough/factorial/api";
  expect(await ask(call, { headers, body: body(5 * megabyte) })).toMatchObject({
    status: 200,
    json: { status: "success", data: { status: 404 } },
  });
  expect(await ask(call, { headers, body: body(32 * megabyte) })).toMatchObject(tooLarge(32));
});

test("what is no JSON is refused, by an operation and by a control call", async () => {
  const { ask } = await serve();
  expect(await ask(activate, { body: '{"token": nope}' })).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", expect.stringMatching(/^body is not JSON: /)),
  );
  expect(await ask("POST /_mock/reset", { body: "{" })).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", expect.stringMatching(/^body is not JSON: /)),
  );
});

test("what is no UTF-8 is refused instead of read wrongly", async () => {
  const { url } = await serve();
  const body = Buffer.from('{"token":"Zoë"}', "latin1");
  const text = head(
    activate,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Connection: close",
  );
  expect(replyOf(await exchange(url, Buffer.concat([Buffer.from(text), body])))).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", "body is not valid UTF-8, which is what JSON is sent in."),
  );
});

test("an empty body with a content type counts as none", async () => {
  const { send } = await serve();
  const headers = { "content-type": "application/json", "x-integration-id": example };
  expect((await send("POST /v1/force-sync", { headers, body: "" })).status).toBe(200);
  expect((await send("POST /_mock/reset", { headers, body: "" })).status).toBe(200);
});

test("a body that does not say that it is JSON is refused", async () => {
  const { ask } = await serve();
  const headers = { "content-type": "text/plain", "x-integration-id": example };
  expect(await ask("POST /v1/force-sync", { headers, body: "{}" })).toMatchObject(
    refused(
      400,
      "PLATFORM.INPUT_INVALID",
      'header.Content-Type must be application/json, but is "text/plain".',
    ),
  );
});

test("a client that goes away half-way is no failure of the mock", async () => {
  const statuses: number[] = [];
  const { url, ask } = await serve({ onRequest: ({ answer }) => statuses.push(answer.status) });
  const socket = await open(url);
  socket.write(`${head(activate, "Content-Length: 20")}{`);
  await ask("GET /v1/check-api-key");
  socket.destroy();
  await ask("GET /v1/check-api-key");
  await ask("GET /v1/check-api-key");
  expect(statuses).toEqual([200, 200, 200]);
});
