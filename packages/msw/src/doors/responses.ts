import type { OutgoingAnswer } from "../request/render.ts";
import { wait } from "../request/wait.ts";

// A response with one of these must not have a body, not even an empty one.
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** What a response is made from: its body, which breaks off where the answer is to be cut. */
export function partsOf({ status, headers, body, bytes, abort }: OutgoingAnswer): {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly init: ResponseInit;
} {
  const init = { status, headers };
  if (bodiless.has(status)) return { body: null, init };
  if (abort !== "truncate") return { body: bytes ?? body, init };
  // Over a socket, which is where MSW answers in Node, the length is what tells that something is missing.
  const length = String(new TextEncoder().encode(body).length);
  return { body: halfOf(body), init: { status, headers: { ...headers, "content-length": length } } };
}

/** How fetch fails when the connection ends before there is an answer. */
export function connectionReset(): TypeError {
  return new TypeError("fetch failed", { cause: failure("ECONNRESET", "read ECONNRESET") });
}

/** Half of a body, after which the connection ends. */
function halfOf(body: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isSent = false;
  return new ReadableStream({
    async pull(controller) {
      if (isSent) {
        // MSW drops the whole response when its body fails before the client has read its head.
        await wait(20);
        controller.error(
          new TypeError("terminated", { cause: failure("UND_ERR_SOCKET", "other side closed") }),
        );
        return;
      }
      isSent = true;
      controller.enqueue(new TextEncoder().encode(body.slice(0, Math.ceil(body.length / 2))));
    },
  });
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Resolves when a request is given up, and never before. */
export function whenGivenUp(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
