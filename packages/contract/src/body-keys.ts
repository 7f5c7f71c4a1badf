import type { KnownKeys } from "@kombo-mock/openapi";

/** The keys of a body that its operation does not declare, with those that it knows at the same place. */
export function undeclaredKeys(
  value: unknown,
  known: KnownKeys,
  path: string,
): { location: string; key: string; known: string[] }[] {
  if (Array.isArray(value)) {
    // No list of the document holds lists, and a body may nest them deeper than the stack reaches.
    return value.flatMap((one, index) =>
      Array.isArray(one) ? [] : undeclaredKeys(one, known, `${path}[${index}]`),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const location = `${path}.${key}`;
    const below = Object.hasOwn(known, key) ? known[key] : undefined;
    if (below === undefined) return [{ location, key, known: Object.keys(known) }];
    return below === true ? [] : undeclaredKeys(child, below, location);
  });
}

/** Where a body holds the key that a path leads to, in each member of every list on the way. */
export function deprecatedKeys(value: unknown, path: readonly string[], location: string): string[] {
  const [key, ...rest] = path;
  if (key === undefined) return [location];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) =>
      Array.isArray(one) ? [] : deprecatedKeys(one, path, `${location}[${index}]`),
    );
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  return deprecatedKeys(Reflect.get(value, key), rest, `${location}.${key}`);
}
