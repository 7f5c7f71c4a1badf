import { KomboFailure } from "./kombo-failure.ts";

/** What a list operation answers through the client. */
type PageAnswer<Row> =
  | { readonly data: { readonly data: Page<Row> }; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response };

interface Page<Row> {
  readonly results: readonly Row[];
  readonly next: string | null;
}

/** Reads a list to its end. Throws a `KomboFailure` when a page is refused, and then has read nothing. */
export async function readPages<Row>(
  readPage: (position: { cursor?: string }) => Promise<PageAnswer<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  let position: { cursor?: string } = {};
  for (;;) {
    const answer = await readPage(position);
    if (answer.data === undefined) throw new KomboFailure(answer.response, answer.error);
    const { results, next } = answer.data.data;
    rows.push(...results);
    if (next === null || next === "") return rows;
    // Otherwise a list that leads back to where it was would be read for ever.
    if (seen.has(next)) throw new Error(`The cursor "${next}" came twice; the list has no end.`);
    seen.add(next);
    position = { cursor: next };
  }
}
