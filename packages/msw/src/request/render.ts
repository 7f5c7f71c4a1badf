import type { AssumptionName } from "./assumptions.ts";
import type { Abort } from "./diverted.ts";
import { Json, successEnvelope } from "./json.ts";
import type { KomboError } from "./kombo-error.ts";
import type { Handled } from "./pipeline.ts";

/** An answer as every door sends it. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The content of a file, in place of the body. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** How the answer fails to arrive; it arrives whole where nothing is said. */
  readonly abort?: Abort | undefined;
  /** What a log line says beside method, path and status. */
  readonly note?: {
    /** How many records a page holds. */
    readonly records: number | null;
    readonly code: string | null;
    readonly message: string | null;
    /** What is odd about the request without breaking the contract, each with a remedy. */
    readonly notes?: readonly string[];
    /** How many violations of the contract the request shows. */
    readonly violations: number;
  };
}

type Rendered = Pick<Handled, "outcome" | "operation" | "assumed" | "abort">;

/** Renders the envelope of an outcome: the only place that knows how answers look. */
export function render({ outcome, operation, assumed, abort }: Rendered, logUrl: string): OutgoingAnswer {
  if (abort !== undefined) return broken(render({ outcome, operation, assumed }, logUrl), abort);
  if ("error" in outcome) return renderError(outcome.error, logUrl, assumed);
  if ("response" in outcome) return outcome.response;
  return json(200, bodyOf(outcome, operation?.entry.warnings === true), [...assumed]);
}

/** Renders a failure. */
export function renderError(
  error: KomboError,
  logUrl: string,
  assumed: ReadonlySet<AssumptionName>,
): OutgoingAnswer {
  const answer = json(error.status, errorEnvelope(error, logUrl), [...assumed, error.assumes]);
  if (error.retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, "retry-after": String(error.retryAfter) } };
}

/** An answer that fails to arrive: doors see to it, but for JSON that ends too early, which any of them can send. */
function broken(answer: OutgoingAnswer, abort: Abort): OutgoingAnswer {
  if (abort !== "malformed") return { ...answer, abort };
  return { ...answer, abort, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) };
}

function bodyOf(
  { data, warnings }: Extract<Handled["outcome"], { readonly data: unknown }>,
  showsWarnings: boolean,
): string {
  if (showsWarnings) {
    const shown = JSON.stringify(warnings.map((message) => ({ message })));
    return successEnvelope(data instanceof Json ? data.text : JSON.stringify(data), shown);
  }
  return data instanceof Json ? data.envelope : successEnvelope(JSON.stringify(data));
}

/** The JSON of a failure. */
export function errorEnvelope({ code, title, message }: KomboError, logUrl: string | null): string {
  return JSON.stringify({ status: "error", error: { code, title, message, log_url: logUrl } });
}

/** An answer whose JSON is ready; it names the guesses that it rests on. */
export function json(status: number, body: string, assumes: readonly (string | undefined)[]): OutgoingAnswer {
  const named = [...new Set(assumes.filter((name) => name !== undefined))];
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
  if (named.length > 0) headers["x-kombo-mock-assumes"] = named.join(", ");
  return { status, headers, body };
}
