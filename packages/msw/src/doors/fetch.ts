import { KomboError } from "../request/kombo-error.ts";
import type { IncomingRequest } from "../request/pipeline.ts";
import { errorEnvelope, type OutgoingAnswer } from "../request/render.ts";

/** What a door needs of a mock. */
export interface Core {
  arrive(): number;
  answer(request: IncomingRequest): OutgoingAnswer;
  control(request: IncomingRequest): OutgoingAnswer;
}

/** The vendor's two regions. */
export const vendorBaseUrls = ["https://api.kombo.dev/v1", "https://api.us.kombo.dev/v1"] as const;

/** Makes a function with fetch's own signature that the mock answers. It honours `signal` and reaches no network. */
export function fetchDoor(core: Core, baseUrl: string): typeof fetch {
  const bases = [...new Set([baseUrl, ...vendorBaseUrls])];
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const answer = await answerFetch(core, request, bases, "fetch");
    request.signal.throwIfAborted();
    return responseOf(answer);
  };
}

/** Answers a fetch request below one of the base URLs, or a control call beside one. */
export async function answerFetch(
  core: Core,
  request: Request,
  bases: readonly string[],
  door: IncomingRequest["door"],
): Promise<OutgoingAnswer> {
  const arrival = core.arrive();
  const url = new URL(request.url);
  const whole = url.origin + url.pathname;
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
  });
  const base = bases.find((one) => whole === one || whole.startsWith(`${one}/`));
  if (base !== undefined) return core.answer(incoming(whole.slice(base.length) || "/"));
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

/** An answer as fetch gives it. */
function responseOf({ status, headers, body, bytes }: OutgoingAnswer): Response {
  return new Response(bytes ?? body, { status, headers });
}
