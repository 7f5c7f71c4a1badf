import { checkAnswer } from "@kombo-mock/contract";
import { requestLog } from "kombo-mock";
import { expect, test } from "vitest";
import { example, serve } from "./serve.ts";

/** A server and the lines that it has logged so far; times are written as 0 ms. */
async function serveLogged({ verbose = false } = {}) {
  let text = "";
  const log = requestLog({ write: (more: string) => (text += more) }, { verbose });
  const server = await serve({ onRequest: log, checkAnswer });
  const lines = async () => {
    // Lines of one turn are written together at its end.
    await new Promise((resolve) => setImmediate(resolve));
    return text
      .replaceAll(/ \d+ ms/g, " 0 ms")
      .split("\n")
      .slice(0, -1);
  };
  return { ...server, lines };
}

test("a success is a line with method, path, status and time", async () => {
  const { ask, lines } = await serveLogged();
  await ask("GET /v1/check-api-key");
  await ask(`GET /v1/integrations/${example}?x=secret`);
  expect(await lines()).toEqual(["GET /check-api-key 200 0 ms", `GET /integrations/${example} 200 0 ms`]);
});

test("a page tells how many records it holds", async () => {
  const { ask, lines } = await serveLogged();
  await ask(`GET /v1/integrations/${example}/custom-fields?page_size=1`);
  await ask(`GET /v1/integrations/${example}/custom-fields?page_size=2&cursor=`);
  const path = `/integrations/${example}/custom-fields`;
  expect(await lines()).toEqual([`GET ${path} 200 1 record 0 ms`, `GET ${path} 200 2 records 0 ms`]);
});

test("an error tells its code and message", async () => {
  const { ask, lines } = await serveLogged();
  await ask("GET /v1/check-api-key", { key: "ks_dev_expired" });
  await ask("GET /v1/check-api-kye");
  await ask("GET /nothing");
  expect(await lines()).toEqual([
    "GET /check-api-key 401 0 ms PLATFORM.AUTHENTICATION_INVALID: The API key has expired (a test key that always has).",
    'GET /check-api-kye 404 0 ms no code: There is no operation "GET /check-api-kye". Did you mean "GET /check-api-key"?',
    expect.stringMatching(/^GET \/nothing 404 0 ms no code: "\/nothing" is not below the base URL\. /),
  ]);
});

test("a refused query parameter is named without its value", async () => {
  const { ask, lines } = await serveLogged();
  const list = `/integrations/${example}/integration-fields`;
  for (const value of ["secret", "0", "-77", 'se"cr"et. x', "s".repeat(200), "2001"]) {
    await ask(`GET /v1${list}?page_size=${encodeURIComponent(value)}`);
  }
  const type = "query.page_size must be an integer, but is something else.";
  expect((await lines()).map((line) => line.replace(/^.*PLATFORM.INPUT_INVALID: /, ""))).toEqual([
    type,
    "query.page_size must be at least 1, but is something else.",
    "query.page_size must be at least 1, but is something else.",
    type,
    type,
    "query.page_size must be at most 2000, but is something else.",
  ]);
});

test("what a path holds can neither end the line nor steer the terminal", async () => {
  const { ask, lines } = await serveLogged();
  await ask("GET /v1/integrations/%0AGET%20%2Ffaked%20200%1b%5B2J%C2%9B");
  const [line, ...more] = await lines();
  expect(line).toContain('There is no integration "\\u000aGET /faked 200\\u001b[2J\\u009b".');
  expect(more).toEqual([]);
});

test("control calls are shown only when asked for", async () => {
  const { ask, lines } = await serveLogged();
  await ask("GET /_mock/health");
  await ask("GET /_mock/nothing");
  expect(await lines()).toEqual([]);
  const verbose = await serveLogged({ verbose: true });
  await verbose.ask("GET /_mock/health");
  expect(await verbose.lines()).toEqual(["GET /_mock/health 200 0 ms"]);
});

test("violations of the contract are counted only when asked for", async () => {
  const call = "GET /v1/check-api-key?surprise=1&other=2";
  const quiet = await serveLogged();
  await quiet.ask(call);
  expect(await quiet.lines()).toEqual(["GET /check-api-key 200 0 ms"]);
  const { ask, lines } = await serveLogged({ verbose: true });
  await ask(call);
  await ask("GET /v1/check-api-key?surprise=1");
  expect(await lines()).toEqual([
    "GET /check-api-key 200 0 ms (2 contract violations, see /_mock/contract)",
    "GET /check-api-key 200 0 ms (1 contract violation, see /_mock/contract)",
  ]);
});
