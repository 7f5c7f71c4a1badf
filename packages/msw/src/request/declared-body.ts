import type { KnownKeys } from "@kombo-mock/openapi";

/** A body without the keys that the document lacks: they are ignored, so no behaviour may store them. */
export function declaredBody(body: unknown, known: KnownKeys | true | null): unknown {
  if (known === null || known === true || typeof body !== "object" || body === null) return body;
  // No list of the document holds lists.
  if (Array.isArray(body)) return body.map((one) => (Array.isArray(one) ? one : declaredBody(one, known)));
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) =>
      Object.hasOwn(known, key) ? [[key, declaredBody(value, known[key] ?? true)]] : [],
    ),
  );
}
