import type { components } from "@kombo-mock/openapi";
import type { AssumptionName } from "./assumptions.ts";

/** An error code that an operation may answer. */
export type ErrorCode = NonNullable<components["schemas"]["GeneralErrorEnvelope"]["error"]["code"]>;

interface CodeEntry {
  readonly status: number;
  readonly title: string;
}

// Statuses of the first group are published; those of the second are what the codes' names suggest.
const codes: Readonly<Record<ErrorCode, CodeEntry>> = {
  "PLATFORM.AUTHENTICATION_INVALID": { status: 401, title: "The API key is not valid" },
  "PLATFORM.INPUT_INVALID": { status: 400, title: "The request is not valid" },
  "PLATFORM.RATE_LIMIT_EXCEEDED": { status: 429, title: "Too many requests" },
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": { status: 429, title: "Too many actions at the same time" },

  "PLATFORM.INTEGRATION_NOT_FOUND": { status: 404, title: "The integration does not exist" },
  "PLATFORM.IP_NOT_WHITELISTED": { status: 403, title: "The IP address is not allowed" },
  "PLATFORM.TASK_TIMED_OUT": { status: 504, title: "The task took too long" },
  "PLATFORM.UNKNOWN_ERROR": { status: 500, title: "Something unexpected went wrong" },
};

interface KomboErrorOptions {
  /** The HTTP status; needed where there is no code, otherwise the code's own. */
  readonly status?: number;
  /** The guess that this answer rests on. */
  readonly assumes?: AssumptionName;
}

/** A failure that becomes the vendor's error envelope. A null code is for what the vendor has no code for. */
export class KomboError extends Error {
  override name = "KomboError";
  readonly code: ErrorCode | null;
  readonly status: number;
  readonly title: string | null;
  readonly assumes: AssumptionName | undefined;

  constructor(code: ErrorCode | null, message: string, options: KomboErrorOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? (code ? codes[code].status : 500);
    this.title = code ? codes[code].title : null;
    this.assumes = options.assumes;
  }
}
