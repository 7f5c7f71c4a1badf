/** JSON that is ready to be sent, in place of a value that would have to be stringified anew. */
export class Json<_Value> {
  readonly text: string;
  /** How many records a page holds; null for anything but a page. */
  readonly records: number | null;
  constructor(text: string, records: number | null = null) {
    this.text = text;
    this.records = records;
  }
}

const texts = new WeakMap<object, string>();

/** The JSON of a value that never changes; stringified once. */
export function jsonOf<Value extends object>(frozen: Value): Json<Value> {
  const known = texts.get(frozen);
  if (known !== undefined) return new Json(known);
  const text = JSON.stringify(frozen);
  texts.set(frozen, text);
  return new Json(text);
}

/** The JSON of a behaviour's result, whichever form it has. */
export function stringify(value: unknown): string {
  return value instanceof Json ? value.text : JSON.stringify(value);
}
