import { KomboError, type OutgoingAnswer } from "@kombo-mock/msw/core";

/** A failure of the server itself, in the vendor's envelope. Most have no code, since none of the API's fits them. */
export function failure(error: unknown): OutgoingAnswer {
  const { status, code, title, message } =
    error instanceof KomboError
      ? error
      : new KomboError(
          null,
          `The mock itself failed: ${error instanceof Error ? error.message : String(error)}. Please report it.`,
        );
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ status: "error", error: { code, title, message, log_url: null } }),
    note: { records: null, code, message, notes: [], violations: 0 },
  };
}

/** What ends a request that the API has no code for. */
export function refusal(status: number, message: string): KomboError {
  return new KomboError(null, message, { status });
}
