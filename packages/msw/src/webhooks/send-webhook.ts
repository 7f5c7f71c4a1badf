import { later, reach } from "./outside.ts";
import type { WebhookAnswer } from "./webhook-state.ts";

/** A function that stands in the place of a server. */
export type WebhookHandler = (request: Request) => Response | Promise<Response>;

/** What came of sending a webhook: an answer, or why there is none. */
export type Sent =
  | { readonly kind: "answer"; readonly answer: WebhookAnswer }
  | { readonly kind: "timeout"; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly code: string | null; readonly message: string };

/** Sends a body once and waits for the answer, as long as it may take. Nothing is thrown. */
export async function sendWebhook(
  send: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** Takes it in place of the address. */
    readonly handler: WebhookHandler | undefined;
    readonly timeoutMs: number;
  },
  signal: AbortSignal,
): Promise<Sent> {
  const abort = new AbortController();
  const end = () => abort.abort();
  signal.addEventListener("abort", end, { once: true });
  let stop = () => {};
  const timeout = new Promise<Sent>((resolve) => {
    stop = later(send.timeoutMs, () => resolve({ kind: "timeout", milliseconds: send.timeoutMs }));
  });
  const answered = exchange(send, abort.signal).catch(
    (error: unknown): Sent => ({ kind: "failed", code: codeOf(error), message: messageOf(error) }),
  );
  const sent = await Promise.race([answered, timeout]);
  stop();
  end();
  signal.removeEventListener("abort", end);
  return sent;
}

async function exchange(
  { url, headers, body, handler }: Parameters<typeof sendWebhook>[0],
  signal: AbortSignal,
): Promise<Sent> {
  const request = new Request(url, {
    method: "POST",
    headers,
    body: new TextEncoder().encode(body),
    // Wherever a redirect leads, nobody has allowed it.
    redirect: "manual",
    signal,
  });
  const response = await (handler ? handler(request) : reach(request));
  return {
    kind: "answer",
    answer: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await beginningOf(response),
    },
  };
}

const mostBytes = 65_536;

/** The body of an answer, as far as anybody looks at it. */
async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return "";
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  let size = 0;
  while (size < mostBytes) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

/** The system's name of what failed, such as `ECONNREFUSED`; fetch keeps it in the cause. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}
