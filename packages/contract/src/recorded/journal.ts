import { bodyText, headersOfObject, isObject, numberIn, objectIn, textIn } from "./json-value.ts";
import type { Recorded } from "./recorded.ts";

/** A body in a journal: text, null where there was none, or its size where it was too big to be kept. */
export type JournalBody = string | null | { readonly size: number };

/**
 * One line of `journal.ndjson`: an exchange in JSON. A file of recordings may hold such exchanges too, one or a list of
 * them. Keys stand in it as fingerprints only.
 */
export interface JournalLine {
  readonly request: {
    readonly method: string;
    /** Absolute, or a path with query. */
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: JournalBody;
  };
  /** Null where none was sent. */
  readonly answer: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: JournalBody;
  } | null;
  /** The name of the test that sent it, or the first line of code outside `node_modules`. */
  readonly test?: string | null;
  /** When, and through which door; neither is judged. */
  readonly at?: string;
  readonly door?: string;
}

/** Writes an exchange as a line of a journal, in place of its key a fingerprint. */
export function journalLine(line: JournalLine): string {
  const headers = Object.entries(line.request.headers ?? {}).map(([name, value]): [string, string] =>
    name.toLowerCase() === "authorization" ? [name, fingerprint(value)] : [name, value],
  );
  return JSON.stringify({ ...line, request: { ...line.request, headers: Object.fromEntries(headers) } });
}

/** The end of a key is enough to tell two apart. */
function fingerprint(authorization: string): string {
  return authorization.replace(/(\S+)\s*$/, (key) => (key.length > 12 ? `…${key.trim().slice(-4)}` : key));
}

/** A line of the journal, or an exchange in a file of its own; undefined for what is none. */
export function fromJournal(value: unknown): Recorded | undefined {
  const request = objectIn(value, "request");
  const [method, url] = [textIn(request, "method"), textIn(request, "url")];
  if (!isObject(value) || method === undefined || url === undefined) return undefined;
  const given = isObject(value["answer"]) ? value["answer"] : value["response"];
  const status = numberIn(given, "status");
  return {
    request: {
      ...{ method, url, headers: headersOfObject(request["headers"]) },
      body: isDropped(request["body"]) ? undefined : bodyText(request["body"]),
    },
    answer:
      !isObject(given) || status === undefined
        ? null
        : {
            ...{ status, headers: headersOfObject(given["headers"]) },
            body: isDropped(given["body"]) ? undefined : (bodyText(given["body"]) ?? ""),
          },
    test: textIn(value, "test") ?? textIn(value, "label") ?? null,
  };
}

function isDropped(body: unknown): boolean {
  return body === undefined || (isObject(body) && Object.keys(body).join() === "size");
}
