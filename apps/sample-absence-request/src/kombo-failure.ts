/** An answer of the API that is no success. */
export class KomboFailure extends Error {
  override readonly name = "KomboFailure";
  readonly status: number;
  /** The API's code; null when it sent none, or something else answered. */
  readonly code: string | null;
  /** How long to wait before the next attempt, in milliseconds; null where the answer does not say. */
  readonly retryAfter: number | null;

  constructor(response: Response, body: unknown) {
    const { code, message } = errorIn(body);
    super(message ?? `The answer was HTTP ${response.status}, and not an error of the API.`);
    this.status = response.status;
    this.code = code ?? null;
    const seconds = response.headers.get("retry-after");
    this.retryAfter = seconds === null ? null : Number(seconds) * 1_000;
  }

  /** Whether the same request may succeed after a while. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

function errorIn(body: unknown): { readonly code?: string | null; readonly message?: string } {
  const isEnvelope = typeof body === "object" && body !== null && "error" in body && body.error;
  // What an envelope holds beside its status is told by the document.
  return isEnvelope ? (body.error as { code: string | null; message: string }) : {};
}
