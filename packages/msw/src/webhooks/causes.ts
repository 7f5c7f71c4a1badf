import type { Sent } from "./send-webhook.ts";

/** What came of an attempt, with the usual cause of it, in words. */
export function causeOf(sent: Sent, url: string | null): string {
  const { host, pathname } = new URL(url ?? "http://in-process/");
  if (sent.kind === "timeout") {
    return `no answer within ${sent.milliseconds / 1_000} s; answer at once, and work afterwards. A handler that waits for settle(), sync() or trigger() waits for itself.`;
  }
  if (sent.kind === "failed") {
    if (url === null) return `the handler threw: ${sent.message}`;
    return failures[sent.code ?? ""]?.(host) ?? `${host} could not be reached: ${sent.message}`;
  }
  const { status, headers } = sent.answer;
  if (status === 0 || (status >= 300 && status < 400)) {
    const target = headers["location"] === undefined ? "" : ` to ${headers["location"]}`;
    return `answered ${status}, a redirect${target}: redirects are not followed. Give the endpoint the final address.`;
  }
  return `answered ${status}${statuses[status]?.(pathname) ?? (status >= 500 ? ": the receiver itself failed; look at its log." : "")}`;
}

const closed = (host: string) =>
  `${host} closed the connection before it answered; did the receiver end, or crash?`;
const unknown = (host: string) => `there is no host "${host.replace(/:\d+$/, "")}".`;

const failures: Readonly<Record<string, (host: string) => string>> = {
  ECONNREFUSED: (host) => `nothing listens on ${host}; is your server running?`,
  ECONNRESET: closed,
  UND_ERR_SOCKET: closed,
  EPIPE: closed,
  ENOTFOUND: unknown,
  EAI_AGAIN: unknown,
};

const signature = () =>
  ": probably the signature check. Common mistakes: a hex digest in place of base64url without padding, JSON.stringify of the parsed body in place of the raw bytes, another secret than KOMBO_WEBHOOK_SECRET.";

const statuses: Readonly<Record<number, (path: string) => string>> = {
  400: signature,
  401: signature,
  403: () => `${signature()} Or a protection against forged forms that must not apply to webhooks.`,
  404: (path) => `: nothing is served under "${path}"; is the path right?`,
  405: (path) => `: "${path}" does not take POST.`,
  413: () => ": the receiver takes no body of this size.",
  415: () => ": the receiver does not take application/json.",
};
