/** An answer of the API that is no success. */
export class KomboFailure extends Error {
  override readonly name = "KomboFailure";
  readonly status: number;
  /** The API's code; null when it sent none, or something else answered. */
  readonly code: string | null;

  constructor(response: Response, body: unknown) {
    const error = errorIn(body);
    super(error.message ?? `The answer was HTTP ${response.status}, and not an error of the API.`);
    this.status = response.status;
    this.code = error.code ?? null;
  }

  /** Whether the same call may succeed later without anybody doing something about it. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500 || this.code === "INTEGRATION.SETUP_SYNC_PENDING";
  }
}

function errorIn(body: unknown): { readonly code?: string | null; readonly message?: string } {
  const isEnvelope = typeof body === "object" && body !== null && "error" in body && body.error;
  // What an envelope holds beside its status is told by the document.
  return isEnvelope ? (body.error as { code: string | null; message: string }) : {};
}
