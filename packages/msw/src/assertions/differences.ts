/** A place where what came is not what was expected. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  /** Undefined where nothing came. */
  readonly came: unknown;
}

/**
 * Where a value differs from what was expected of it. Objects may have more than is expected, lists have as many
 * members. A test framework's own matchers, such as `expect.any(String)`, are asked.
 */
export function differencesFrom(expected: unknown, came: unknown, path: string): Difference[] {
  if (isMatcher(expected)) return expected.asymmetricMatch(came) ? [] : [{ path, expected, came }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(came) || came.length !== expected.length) return [{ path, expected, came }];
    return expected.flatMap((one: unknown, index) => differencesFrom(one, came[index], `${path}[${index}]`));
  }
  if (isObject(expected)) {
    if (!isObject(came)) return [{ path, expected, came }];
    return Object.entries(expected).flatMap(([key, one]) =>
      differencesFrom(one, came[key], `${path}.${key}`),
    );
  }
  return Object.is(expected, came) ? [] : [{ path, expected, came }];
}

/** One line: `body.status: expected "APPROVED", came "REQUESTED"`. */
export function told({ path, expected, came }: Difference): string {
  return `${path}: expected ${shown(expected)}, ${came === undefined ? "and nothing came" : `came ${shown(came)}`}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (isMatcher(value)) return String(value);
  const text = JSON.stringify(value);
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMatcher(value: unknown): value is { asymmetricMatch(came: unknown): boolean } {
  return isObject(value) && typeof value["asymmetricMatch"] === "function";
}
