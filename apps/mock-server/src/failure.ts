import type { OutgoingAnswer } from "@kombo-mock/msw/core";

/** A failure of the server itself, in the vendor's envelope: no code of the API fits it, so there is none. */
export function failure(status: number, message: string): OutgoingAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ status: "error", error: { code: null, title: null, message, log_url: null } }),
    note: { records: null, code: null, message, violations: 0 },
  };
}

/** Ends a request with a status and a sentence. */
export class RequestRefused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
