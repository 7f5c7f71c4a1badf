import type { AssumptionName } from "./assumptions.ts";
import { type ErrorCode, errorCodes } from "./error-codes.ts";

interface KomboErrorOptions {
  /** The HTTP status; needed where there is no code, otherwise the code's own. */
  readonly status?: number;
  /** The guess that this answer rests on. */
  readonly assumes?: AssumptionName;
  /** After how many seconds it may work, for `retry-after`. */
  readonly retryAfter?: number | undefined;
}

/** A failure that becomes the vendor's error envelope. A null code is for what the vendor has no code for. */
export class KomboError extends Error {
  override name = "KomboError";
  readonly code: ErrorCode | null;
  readonly status: number;
  readonly title: string | null;
  readonly assumes: AssumptionName | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode | null, message: string, options: KomboErrorOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? (code ? errorCodes[code].status : 500);
    this.title = code ? errorCodes[code].title : null;
    this.assumes = options.assumes;
    this.retryAfter = options.retryAfter;
  }
}
