import { KomboError } from "../request/kombo-error.ts";

/** A copy of JSON in which values stand at paths such as `end_user.origin_id` or `changed_models[0].name`. */
export function withValues<Data extends object>(data: Data, values: Readonly<Record<string, unknown>>): Data {
  const copy = structuredClone(data);
  for (const [path, value] of Object.entries(values)) setAt(copy, path, value);
  return copy;
}

const unsafe = new Set(["__proto__", "constructor", "prototype"]);

function setAt(data: object, path: string, value: unknown): void {
  const steps = path
    .replace(/^data\./, "")
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .split(".");
  const last = steps.pop() ?? "";
  let place: unknown = data;
  for (const step of steps) place = isPlace(place) && Object.hasOwn(place, step) ? place[step] : undefined;
  if (!isPlace(place) || unsafe.has(last) || !mayHave(place, last)) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body.set: there is no place "${path}" in the event's data, which is ${JSON.stringify(data)}.`,
    );
  }
  place[last] = value;
}

type Place = Record<string, unknown>;

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null;
}

/** A list may get one more; an object any key, since the event is held against the document afterwards. */
function mayHave(place: Place, key: string): boolean {
  return !Array.isArray(place) || (/^\d+$/.test(key) && Number(key) <= place.length);
}
