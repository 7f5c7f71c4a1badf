import { KomboError } from "./kombo-error.ts";

// The first character tells the format of a cursor, so that another one can be told from a wrong one.
const version = "a";

/** A cursor: the position from which the next page goes on, opaque to clients. It carries no filter and never expires. */
export function writeCursor(position: number): string {
  return version + btoa(`position ${position}`).replaceAll("=", "");
}

/** Reads a cursor; anything that no page gave out is refused. */
export function readCursor(cursor: unknown): number {
  if (cursor === undefined || cursor === "") return 0;
  const text = String(cursor);
  const position = /^position (\d{1,15})$/.exec(text.startsWith(version) ? decode(text.slice(1)) : "")?.[1];
  if (position === undefined) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `query.cursor is not one that a page gave out: send the \`next\` of the page before, unchanged, or leave it out.`,
      { assumes: "bad-cursor" },
    );
  }
  return Number(position);
}

function decode(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

/** How pages are varied; undefined where they are not. */
type Varied = ReadonlySet<string> | undefined;

/** How many records a page may hold. Fewer than asked for is allowed: where pages are to be small, the first holds one. */
export function pageSizeOf(query: Readonly<Record<string, unknown>>, varied: Varied): number {
  if (varied?.has("small") && !query["cursor"]) return 1;
  return Number(query["page_size"] ?? Number.POSITIVE_INFINITY);
}

/** What follows the page with the last record: nothing, or an empty page where pages are so varied. */
export function cursorAtEnd(last: number, varied: Varied): string | null {
  return varied?.has("empty-last") ? writeCursor(last + 1) : null;
}
