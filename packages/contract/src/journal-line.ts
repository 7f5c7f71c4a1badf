const answerMarks = ["stub", "fault", "override", "unchecked"] as const;

/** A canned answer, a fault, a test's override, or an override that the test wants to be judged by nobody. */
export type AnswerMark = (typeof answerMarks)[number];

/** Whether a value says what made an answer. */
export function isAnswerMark(value: unknown): value is AnswerMark {
  return answerMarks.some((mark) => mark === value);
}

/** A violation that a test brought about on purpose. */
export interface MeantViolation {
  readonly rule: string;
  readonly location: string;
}

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
  /** What made the answer in place of the API, and so is not judged as one of the API. */
  readonly marked?: AnswerMark | null;
  /** Violations that the test meant. */
  readonly meant?: readonly MeantViolation[];
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

/** What V8 adds to Error; other engines have stacks of other forms. */
interface StackOfV8 {
  stackTraceLimit: number;
  captureStackTrace?(holder: object, called?: (...given: never[]) => unknown): void;
}

/**
 * The line of the program that is calling a function now, relative to a folder, so that a report is the same on every
 * machine; undefined where all lines are Node's, a package's or of another folder.
 */
export function callerIn(folder: string, called?: (...given: never[]) => unknown): string | undefined {
  // The bridge to what no standard has.
  const v8 = Error as unknown as StackOfV8;
  const holder = { stack: "" };
  const { stackTraceLimit } = v8;
  // An SDK is many calls deep.
  v8.stackTraceLimit = 60;
  v8.captureStackTrace?.(holder, called);
  v8.stackTraceLimit = stackTraceLimit;
  return firstOwnFrame(holder.stack, folder);
}

function firstOwnFrame(stack: string, folder: string): string | undefined {
  for (const line of stack.split("\n").slice(1)) {
    const [, file, row] = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*?):(\d+):\d+\)?$/.exec(line) ?? [];
    if (file === undefined || /[\\/]node_modules[\\/]|^node:/.test(file)) continue;
    const path = decodeURI(file.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, "")).replaceAll("\\", "/");
    const below = `${folder.replaceAll("\\", "/")}/`;
    if (path.startsWith(below)) return `${path.slice(below.length)}:${row}`;
  }
  return undefined;
}
