import { connectMock } from "@kombo-mock/msw/connect";
import { createMockCore, type MockControl } from "@kombo-mock/msw/core";
import { allDomains } from "@kombo-mock/msw/domains";
import { example, serve } from "./serve.ts";

/** Sends a request to the API behind the control calls: `api("GET /check-api-key")`. */
export type Api = (call: string, body?: unknown) => Promise<unknown>;

/** Something that a test does with a mock, whichever transport leads to it. */
export type Case = (mock: MockControl, api: Api) => Promise<unknown>;

const apiKey = "ks_dev_mock";

/** The message with which a call is refused. */
export async function messageOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`It was not refused: ${call}`);
}

/** Runs a case in process, and gives its result as JSON would carry it, without the place where the mock is. */
export async function inProcess(run: Case): Promise<unknown> {
  const mock = createMockCore({ domains: allDomains, clock: "frozen", isolation: "key" });
  return resultOf(run, mock, mock.fetch, mock.baseUrl);
}

/** Runs a case over HTTP. */
export async function overHttp(run: Case): Promise<unknown> {
  const { url, baseUrl } = await serve();
  return resultOf(run, connectMock({ url, apiKey }), fetch, baseUrl);
}

async function resultOf(run: Case, mock: MockControl, send: typeof fetch, baseUrl: string): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    "content-type": "application/json",
    "x-integration-id": example,
  };
  const api: Api = async (call, body) => {
    const [method = "", path = ""] = call.split(" ");
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await send(baseUrl + path, { method, headers, ...sent })).json();
  };
  const text = JSON.stringify((await run(mock, api)) ?? "nothing");
  const { origin } = new URL(baseUrl);
  return JSON.parse(text.replaceAll(origin, "ORIGIN").replaceAll(/"door":"(?:fetch|http)"/g, '"door":"any"'));
}
