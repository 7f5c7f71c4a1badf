/** JSON that is ready to be sent, in place of a value that would have to be stringified anew. */
export class Json<_Value> {
  readonly text: string;
  /** How many records a page holds; null for anything but a page. */
  readonly records: number | null;
  #envelope: string | undefined;

  constructor(text: string, records: number | null = null) {
    this.text = text;
    this.records = records;
  }

  /** The whole answer around it, as long as there are no warnings to add. The same string each time. */
  get envelope(): string {
    this.#envelope ??= successEnvelope(this.text);
    return this.#envelope;
  }
}

const known = new WeakMap<object, Json<unknown>>();

/** The JSON of a value that never changes; stringified once. */
export function jsonOf<Value extends object>(frozen: Value): Json<Value> {
  const json = known.get(frozen) ?? new Json(JSON.stringify(frozen));
  known.set(frozen, json);
  return json;
}

/** The envelope of a 200, around the JSON of its data and of its warnings. */
export function successEnvelope(data: string, warnings?: string): string {
  return `{"status":"success","data":${data}${warnings === undefined ? "" : `,"warnings":${warnings}`}}`;
}
