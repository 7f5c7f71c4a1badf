import { type MockServer, type ServerOptions, startServer } from "kombo-mock";
import { onTestFinished } from "vitest";

/** The integration that the official client's documentation shows. */
export const example = "factorial:8d1hpPsbjxUkoCoa1veLZGe5";

/** What is sent beside method and path. */
interface Sent {
  /** The API key, or null to send none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
}

/** An answer with its JSON read. */
export interface Reply<Json = unknown> {
  readonly status: number;
  readonly json: Json;
}

/** A server of one test. */
export interface TestServer extends MockServer {
  /** Asks `"GET /v1/check-api-key"`. */
  ask<Json = unknown>(call: string, sent?: Sent): Promise<Reply<Json>>;
  /** The same, with the whole answer. */
  send(call: string, sent?: Sent): Promise<Response>;
}

/** Starts a server that ends with the test. Its clock stands still unless told. */
export async function serve(options: ServerOptions = {}): Promise<TestServer> {
  const server = await startServer({ port: 0, clock: "frozen", ...options });
  onTestFinished(server.close);
  return { ...server, ...asking(server.url) };
}

/** Ways to ask a server at an address. */
export function asking(url: string, usualKey = "ks_dev_mock"): Pick<TestServer, "ask" | "send"> {
  const send: TestServer["send"] = (call, { key = usualKey, headers = {}, body } = {}) => {
    const [method = "", path = ""] = call.split(" ");
    return fetch(url + path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  };
  return {
    send,
    async ask<Json>(call: string, sent?: Sent) {
      const answer = await send(call, sent);
      return { status: answer.status, json: (await answer.json()) as Json };
    },
  };
}

/** What an answer to a refused request holds. */
export function refused(status: number, code: string | null, message: unknown) {
  return { status, json: { status: "error", error: { code, message } } };
}
