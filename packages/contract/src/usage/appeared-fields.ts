import type { Operation } from "@kombo-mock/openapi";
import type { Place, Surface } from "../coverage/surface.ts";
import { isList, isObject, type JsonValue } from "../diff/json.ts";

/**
 * Collects the fields of successful answers that ever held something: neither null nor an empty list. Only places that the
 * document names are kept.
 */
export class AppearedFields {
  readonly #surfaceOf: (operation: Operation) => Surface;
  readonly #appeared = new Map<Operation, Set<Place>>();

  constructor(surfaceOf: (operation: Operation) => Surface) {
    this.#surfaceOf = surfaceOf;
  }

  add({
    operation,
    answer,
  }: {
    readonly operation: Operation;
    readonly answer: { readonly status: number; readonly body: string | undefined } | null;
  }): void {
    const { answer: place } = this.#surfaceOf(operation);
    if (!place || !answer || answer.status < 200 || answer.status >= 300) return;
    const places = this.#appeared.get(operation) ?? new Set();
    this.#appeared.set(operation, places);
    const value = parsed(answer.body);
    if (value !== undefined) note(places, place, value);
  }

  /** The places of each operation, such as `answer.data.results[].work_email`, in the document's order. */
  places(): ReadonlyMap<Operation, readonly string[]> {
    const entries = [...this.#appeared].map(([operation, places]): [Operation, readonly string[]] => {
      const { answer } = this.#surfaceOf(operation);
      const ordered = answer ? allWithin(answer).filter((place) => places.has(place)) : [];
      return [operation, ordered.map(({ at }) => at)];
    });
    return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function parsed(body: string | undefined): JsonValue | undefined {
  if (body === undefined) return undefined;
  try {
    // The parser gives nothing but JSON.
    return JSON.parse(body) as JsonValue;
  } catch {
    return undefined;
  }
}

function note(places: Set<Place>, place: Place, value: JsonValue): void {
  if (value === null || (isList(value) && value.length === 0)) return;
  places.add(place);
  if (isList(value)) {
    if (place.items) for (const one of value) note(places, place.items, one);
  } else if (isObject(value)) {
    for (const [key, within] of place.keys) {
      const one = value[key];
      if (one !== undefined) note(places, within, one);
    }
  }
}

function allWithin(place: Place): Place[] {
  const below = [...place.keys.values(), ...(place.items ? [place.items] : [])];
  return [place, ...below.flatMap(allWithin)];
}
