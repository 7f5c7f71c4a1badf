/** How many items an example shows of a list. */
const most = 2;

/** An answer with its lists cut short, so that the document stays small. */
export function abridged(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, most).map(abridged);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, abridged(one)]));
}
