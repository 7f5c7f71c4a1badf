/** Copies a JSON value with the date-times at these paths (`a.b[].c`) as `Date`s. */
export function withDates(value: unknown, paths: readonly string[]): unknown {
  return paths.reduce(
    (copy, path) => replace(copy, path.replaceAll("[]", ".[]").split(".").filter(Boolean)),
    value,
  );
}

function replace(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === "string" ? new Date(value) : value;
  if (step === "[]") return Array.isArray(value) ? value.map((one) => replace(one, rest)) : value;
  if (typeof value !== "object" || value === null || !(step in value)) return value;
  return { ...value, [step]: replace((value as Record<string, unknown>)[step], rest) };
}
