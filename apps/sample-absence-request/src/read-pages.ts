import { KomboFailure } from "./kombo-failure.ts";
import { patiently } from "./patiently.ts";

/** What an operation answers through the client. */
type Answer<Data> =
  | { readonly data: { readonly data: Data }; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response };

interface Page<Row> {
  readonly results: readonly Row[];
  readonly next: string | null;
}

/** The data of an answer. Throws a `KomboFailure` when it is a refusal. */
async function dataOf<Data>(coming: Promise<Answer<Data>>): Promise<Data> {
  const answer = await coming;
  if (answer.data === undefined) throw new KomboFailure(answer.response, answer.error);
  return answer.data.data;
}

/** Reads a list to its end. */
export async function readPages<Row>(
  readPage: (position: { cursor?: string }) => Promise<Answer<Page<Row>>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let position: { cursor?: string } = {};
  for (;;) {
    const { results, next } = await patiently(() => dataOf(readPage(position)));
    rows.push(...results);
    if (next === null) return rows;
    position = { cursor: next };
  }
}
