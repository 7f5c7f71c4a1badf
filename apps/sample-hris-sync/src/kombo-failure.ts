import type { components } from "@kombo-mock/openapi";

type Code = NonNullable<components["schemas"]["HrisErrorEnvelope"]["error"]["code"]>;

/** What a failure means for whoever runs the mirror. */
export type Meaning =
  /** There is no data yet. Run again later. */
  | "not-ready"
  /** Too many requests. Run again later, not at once. */
  | "rate-limited"
  /** Nothing comes until the customer or the operator does something about the integration. */
  | "integration-off"
  /** The API key is the wrong one, or used from the wrong place. */
  | "key-refused"
  /** This one model is not to be had; the others may be. */
  | "model-unavailable"
  | "failed";

const meanings: Readonly<Partial<Record<Code, Meaning>>> = {
  "INTEGRATION.SETUP_SYNC_PENDING": "not-ready",
  "INTEGRATION.SETUP_INCOMPLETE": "not-ready",
  "INTEGRATION.QA_FAILED": "not-ready",
  "PLATFORM.RATE_LIMIT_EXCEEDED": "rate-limited",
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": "rate-limited",
  "REMOTE.RATE_LIMIT_EXCEEDED": "rate-limited",
  "INTEGRATION.INACTIVE": "integration-off",
  "INTEGRATION.AUTHENTICATION_INVALID": "integration-off",
  "PLATFORM.INTEGRATION_NOT_FOUND": "integration-off",
  "PLATFORM.AUTHENTICATION_INVALID": "key-refused",
  "PLATFORM.IP_NOT_WHITELISTED": "key-refused",
  "INTEGRATION.MODEL_NOT_AVAILABLE": "model-unavailable",
  "INTEGRATION.MODEL_DISABLED": "model-unavailable",
  "INTEGRATION.PERMISSION_MISSING": "model-unavailable",
};

/** What the status alone means, where the API sends no code, or something else answered. */
const meaningsOfStatus: Readonly<Record<number, Meaning>> = { 401: "key-refused", 429: "rate-limited" };

/** An answer that is no success. */
export class KomboFailure extends Error {
  override readonly name = "KomboFailure";
  readonly meaning: Meaning;
  readonly status: number;
  /** The API's code; null when it sent none. */
  readonly code: string | null;
  /** What the answer says about when to come back. */
  readonly retryAfter: string | null;

  constructor(response: Response, body: unknown) {
    const { code, message } = errorIn(body);
    super(message ?? `The answer was HTTP ${response.status}, and not an error of the API.`);
    this.status = response.status;
    this.code = code;
    this.retryAfter = response.headers.get("retry-after");
    const byCode: Readonly<Partial<Record<string, Meaning>>> = meanings;
    this.meaning = byCode[code ?? ""] ?? meaningsOfStatus[response.status] ?? "failed";
  }
}

/** Code and message of an error envelope. A proxy's page has neither, whatever the types say. */
function errorIn(body: unknown): { code: string | null; message: string | null } {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  if (typeof error !== "object" || error === null) return { code: null, message: null };
  const { code = null, message = null } = error as { code?: unknown; message?: unknown };
  return {
    code: typeof code === "string" ? code : null,
    message: typeof message === "string" ? message : null,
  };
}
