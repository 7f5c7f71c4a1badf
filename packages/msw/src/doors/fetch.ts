import { callerOf } from "../recorder-of-process.ts";
import { KomboError } from "../request/kombo-error.ts";
import { type Override, Unchecked } from "../request/override.ts";
import type { IncomingRequest } from "../request/pipeline.ts";
import { errorEnvelope, type OutgoingAnswer } from "../request/render.ts";
import { connectionReset, partsOf, whenGivenUp } from "./responses.ts";

/** What a door needs of a mock. */
export interface Core {
  arrive(): number;
  answer(request: IncomingRequest): OutgoingAnswer | Promise<OutgoingAnswer>;
  control(request: IncomingRequest): OutgoingAnswer | Promise<OutgoingAnswer>;
  /** The first override that is about a request and takes it, of those proposed and those in use. */
  overrideOf(method: string, path: string, proposed: readonly Override[]): Override | undefined;
  /** Answers by an override; `sent` is the request with its body unread. */
  answerBy(override: Override, request: IncomingRequest, sent: Request): Promise<OutgoingAnswer | Unchecked>;
}

/** The vendor's two regions. */
export const vendorBaseUrls = ["https://api.kombo.dev/v1", "https://api.us.kombo.dev/v1"] as const;

/** Makes a function with fetch's own signature that the mock answers. It honours `signal` and reaches no network. */
export function fetchDoor(core: Core, baseUrl: string): typeof fetch {
  const bases = [...new Set([baseUrl, ...vendorBaseUrls])];
  const mockFetch: typeof fetch = async (input, init) => {
    const sentFrom = callerOf(mockFetch);
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const coming = answerFetch(core, request, { bases, door: "fetch", sentFrom });
    const answer = await untilAborted(coming, request.signal);
    if (answer instanceof Unchecked) return asFetched(answer.response);
    if (answer.abort === "reset") throw connectionReset();
    if (answer.abort === "hang") {
      await whenGivenUp(request.signal);
      throw request.signal.reason;
    }
    const parts = partsOf(answer);
    return new Response(parts.body, parts.init);
  };
  return mockFetch;
}

/** Answers a fetch request below one of the base URLs, or a control call beside one. */
export async function answerFetch(
  core: Core,
  request: Request,
  {
    bases,
    door,
    proposed = [],
    sentFrom,
  }: Pick<IncomingRequest, "door" | "sentFrom"> & {
    readonly bases: readonly string[];
    readonly proposed?: readonly Override[];
  },
): Promise<OutgoingAnswer | Unchecked> {
  const arrival = core.arrive();
  const url = new URL(request.url);
  const whole = url.origin + url.pathname;
  const base = bases.find((one) => whole === one || whole.startsWith(`${one}/`));
  const path = base === undefined ? undefined : whole.slice(base.length) || "/";
  const override = path === undefined ? undefined : core.overrideOf(request.method, path, proposed);
  const sent = override && request.clone();
  const body = request.body === null ? undefined : await request.text();
  const incoming = (path: string): IncomingRequest => ({
    door,
    method: request.method,
    path,
    search: url.search,
    header: (name) => request.headers.get(name),
    body,
    origin: url.origin,
    arrival,
    sentFrom,
  });
  if (path !== undefined) {
    return override && sent ? core.answerBy(override, incoming(path), sent) : core.answer(incoming(path));
  }
  if (bases.some((one) => new URL(one).origin === url.origin)) {
    if (url.pathname.startsWith("/_mock"))
      return core.control(incoming(url.pathname.slice("/_mock".length) || "/"));
    return notBelow(bases, url);
  }
  throw new TypeError(
    `Kombo Mock answers requests below ${bases.join(", ")}, and this one went to ${url.origin}. Pass \`baseUrl\` to createMock when your client uses another address.`,
  );
}

/** What answers a path of the mock's host that is no part of the API, most often because the base URL lacks `/v1`. */
function notBelow(bases: readonly string[], url: Pick<URL, "pathname">): OutgoingAnswer {
  const error = new KomboError(
    null,
    `"${url.pathname}" is not below the base URL. Base URLs end in /v1: ${bases.join(", ")}.`,
    { status: 404 },
  );
  return {
    status: error.status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: errorEnvelope(error, null),
  };
}

/** What a promise comes to, unless the request is aborted before: an override may take its time. */
function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}

/** A response as fetch gives it: an error response stands for a network that fails. */
function asFetched(response: Response): Response {
  if (response.type === "error") throw new TypeError("Failed to fetch");
  return response;
}
