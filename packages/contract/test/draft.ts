/** JSON that a test may change. */
export type DraftValue = string | number | boolean | null | DraftValue[] | Draft;

/** An object of JSON that a test may change. */
export interface Draft {
  [key: string]: DraftValue;
}

/** The object under a key, if there is one. */
export function draftAt(parent: Draft | undefined, ...keys: string[]): Draft | undefined {
  let found: DraftValue | undefined = parent;
  for (const key of keys) found = isDraft(found) ? found[key] : undefined;
  return isDraft(found) ? found : undefined;
}

/** Whether a value is an object. */
export function isDraft(value: DraftValue | undefined): value is Draft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy of a part of a document in which references are replaced by what they refer to, except inside themselves. */
export function inlined(document: Draft, value: DraftValue, inside: readonly string[] = []): DraftValue {
  if (Array.isArray(value)) return value.map((one) => inlined(document, one, inside));
  if (!isDraft(value)) return value;
  const { $ref: reference, ...beside } = value;
  if (typeof reference !== "string") return mapValues(value, (one) => inlined(document, one, inside));
  if (inside.includes(reference)) return { ...value };
  const target = draftAt(document, ...reference.split("/").slice(1));
  if (!target) throw new Error(`"${reference}" leads nowhere.`);
  const copy = inlined(document, target, [...inside, reference]);
  const own = mapValues(beside, (one) => inlined(document, one, inside));
  if (!isDraft(copy)) return copy;
  const clashes = Object.keys(own).some((key) => key !== "description" && key in copy);
  return clashes ? { allOf: [copy, own] } : { ...copy, ...own };
}

function mapValues(value: Draft, change: (one: DraftValue) => DraftValue): Draft {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}
