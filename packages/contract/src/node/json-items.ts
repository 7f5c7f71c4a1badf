const [quote, backslash, comma, openObject, closeObject, openList, closeList] = [...Buffer.from('"\\,{}[]')];

/**
 * The items of one list in a JSON text that comes in pieces, each parsed by itself: only one item is held at a time.
 * `path` leads to the list, as `["log", "entries"]`; an empty one means that the text is the list. Throws where the text
 * breaks off or an item is not JSON.
 */
export async function* jsonItems(
  chunks: AsyncIterable<Uint8Array>,
  path: readonly string[],
): AsyncGenerator<unknown> {
  const scan = new Scan(path);
  for await (const chunk of chunks)
    yield* scan.read(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  if (!scan.isComplete) throw new SyntaxError("The text breaks off.");
}

/** Walks over bytes of JSON and cuts out the items of a list; quotes and brackets are the same bytes in UTF-8. */
class Scan {
  readonly #path: readonly string[];
  /** For each open object or list, the key under which it stands; null for an item of a list. */
  readonly #open: (string | null)[] = [];
  #isInString = false;
  #escapes = 0;
  /** The parts of the string or item that is being read; null while it is of no interest. */
  #string: Buffer[] | null = null;
  #item: Buffer[] | null = null;
  #lastString: string | null = null;
  #isInList = false;
  #isDone = false;

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  /** Whether everything that was opened was closed again. */
  get isComplete(): boolean {
    return this.#open.length === 0 && !this.#isInString && this.#isDone;
  }

  *read(chunk: Buffer): Generator<unknown> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      if (this.#isInString) {
        at = this.#skipString(chunk, at);
        continue;
      }
      const byte = chunk[at];
      if (byte === quote) this.#beginString(chunk, at);
      else if (byte === openObject || byte === openList) {
        if (this.#isItemStart()) [this.#item, from] = [[], at];
        this.#openAt(byte === openList);
      } else if (byte === closeObject || byte === closeList) {
        this.#close();
        if (this.#item && this.#isAtList()) {
          yield this.#cut(chunk.subarray(from, at + 1));
        }
      } else if (byte === comma) this.#lastString = null;
    }
    this.#item?.push(chunk.subarray(from));
  }

  #isAtList(): boolean {
    return this.#isInList && this.#open.length === this.#path.length + 1;
  }

  #isItemStart(): boolean {
    return this.#item === null && this.#isAtList();
  }

  #openAt(isList: boolean): void {
    this.#open.push(this.#lastString);
    this.#lastString = null;
    const isHere =
      isList &&
      this.#open.length === this.#path.length + 1 &&
      this.#path.every((key, at) => this.#open[at + 1] === key);
    if (isHere) [this.#isInList, this.#isDone] = [true, true];
  }

  #close(): void {
    if (this.#isAtList() && this.#item === null) this.#isInList = false;
    this.#open.pop();
    this.#lastString = null;
  }

  #cut(last: Buffer): unknown {
    const parts = [...(this.#item ?? []), last];
    this.#item = null;
    return JSON.parse(Buffer.concat(parts).toString("utf8")) as unknown;
  }

  #beginString(chunk: Buffer, at: number): void {
    this.#isInString = true;
    this.#escapes = 0;
    // Keys matter only on the way to the list.
    this.#string = this.#open.length <= this.#path.length ? [] : null;
    this.#string?.push(chunk.subarray(at + 1, at + 1));
  }

  /** Goes on to the end of a string, or of the chunk. */
  #skipString(chunk: Buffer, from: number): number {
    for (let at = from; ; ) {
      const end = chunk.indexOf(quote as number, at);
      const stop = end === -1 ? chunk.length : end;
      let escapes = 0;
      while (stop - 1 - escapes >= from && chunk[stop - 1 - escapes] === backslash) escapes++;
      // Backslashes may have begun in the chunk before.
      const before = stop - escapes === from ? this.#escapes : 0;
      if (end === -1) {
        this.#escapes = (escapes + before) % 2;
        this.#string?.push(chunk.subarray(from));
        return chunk.length;
      }
      if ((escapes + before) % 2 === 0) {
        this.#endString(chunk.subarray(from, end));
        return end;
      }
      at = end + 1;
    }
  }

  #endString(last: Buffer): void {
    this.#isInString = false;
    this.#escapes = 0;
    if (this.#string) this.#lastString = Buffer.concat([...this.#string, last]).toString("utf8");
    this.#string = null;
  }
}
