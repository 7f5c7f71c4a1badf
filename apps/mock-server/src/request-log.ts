import type { ServedRequest } from "./server.ts";

/** Writes one line a request: `GET /hris/absences 200 12 records 3 ms`, for an error its code and message. */
export function requestLog(
  stream: { write(text: string): unknown },
  { verbose }: { readonly verbose: boolean },
): (served: ServedRequest) => void {
  let lines: string[] = [];
  // Lines of one turn are written together: a write each would cost more than the request.
  const flush = () => {
    stream.write(lines.join(""));
    lines = [];
  };
  return (served) => {
    if (served.path.startsWith("/_mock") && !verbose) return;
    if (lines.length === 0) setImmediate(flush);
    lines.push(`${lineOf(served, verbose)}\n`);
    for (const note of served.answer.note?.notes ?? []) lines.push(`  note: ${oneLine(note)}\n`);
  };
}

function lineOf({ method, path, answer, milliseconds }: ServedRequest, verbose: boolean): string {
  const { records, code, message, violations } = answer.note ?? {
    records: null,
    code: null,
    message: null,
    violations: 0,
  };
  const shown = path.replace(/^\/v1(?=\/)/, "");
  const parts = [
    `${method} ${shown} ${statusOf(answer)}`,
    records === null ? "" : `${records} record${records === 1 ? "" : "s"}`,
    `${Math.round(milliseconds)} ms`,
    message === null ? "" : `${code ?? "no code"}: ${message}`,
    verbose && violations > 0
      ? `(${violations} contract violation${violations === 1 ? "" : "s"}, see /_mock/contract)`
      : "",
  ];
  return oneLine(withoutQueryValues(parts.filter(Boolean).join(" ")));
}

/** The status, and how the answer failed to arrive. */
function statusOf({ status, abort }: ServedRequest["answer"]): string {
  if (abort === undefined) return String(status);
  return status === 0 ? `no answer (${abort})` : `${status} (${abort})`;
}

/** A judged query parameter is told with what came; who reads the log only sees what is allowed. */
function withoutQueryValues(text: string): string {
  return text.replaceAll(
    /(\bquery\.\S+ must .*?, but is )(?:"(?:[^"\\]|\\.)*(?:"|…)|[^\s"]+)\./g,
    "$1something else.",
  );
}

/** What a request holds can neither end the line nor steer the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
