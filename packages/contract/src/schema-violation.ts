import type { ValidationError } from "@kombo-mock/openapi";

/** Where a schema was broken and how, in words. */
export interface SchemaViolation {
  readonly location: string;
  readonly message: string;
}

/** Says each broken rule of a schema as a sentence: where, what is allowed, what came. */
export function describeSchemaErrors(
  errors: readonly ValidationError[],
  value: unknown,
  root: string,
): SchemaViolation[] {
  const sentences = withoutBranchNoise(errors).map((error) => describe(error, value, root));
  return sentences.filter((one, index) => sentences.findIndex((other) => same(one, other)) === index);
}

function same(one: SchemaViolation, other: SchemaViolation): boolean {
  return one.location === other.location && one.message === other.message;
}

/** A failed `oneOf` reports every branch; the branches that fail by type alone say nothing new. */
function withoutBranchNoise(errors: readonly ValidationError[]): readonly ValidationError[] {
  const unions = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  return errors.filter((error) => {
    const union = unions.find((one) => one !== error && one.instancePath === error.instancePath);
    if (union && error.keyword === "type") return false;
    const deeper = errors.some(
      (other) =>
        other !== error &&
        other.keyword !== "type" &&
        other.instancePath.startsWith(`${error.instancePath}/`),
    );
    return !(unions.includes(error) && deeper);
  });
}

function describe(error: ValidationError, value: unknown, root: string): SchemaViolation {
  const segments = error.instancePath.split("/").slice(1).map(unescapePointer);
  const missing = error.keyword === "required" ? String(error.params["missingProperty"]) : undefined;
  const location = locate(root, missing === undefined ? segments : [...segments, missing]);
  if (missing !== undefined) return { location, message: `${location} is missing; it is required.` };
  const came = segments.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    value,
  );
  return { location, message: `${location} must ${allowed(error)}, but is ${show(came)}.` };
}

const rules: Record<string, (params: ValidationError["params"]) => string> = {
  type: ({ type }) => `be ${[type].flat().map(article).join(" or ")}`,
  enum: ({ allowedValues }) => `be one of ${(allowedValues as unknown[]).map((one) => show(one)).join(", ")}`,
  const: ({ allowedValue }) => `be ${show(allowedValue)}`,
  format: ({ format }) => `be ${formats[String(format)] ?? `in the format "${String(format)}"`}`,
  pattern: ({ pattern }) => `match ${String(pattern)}`,
  minLength: ({ limit }) => `have at least ${String(limit)} character${limit === 1 ? "" : "s"}`,
  maxLength: ({ limit }) => `have at most ${String(limit)} characters`,
  minimum: ({ limit }) => `be at least ${String(limit)}`,
  maximum: ({ limit }) => `be at most ${String(limit)}`,
  exclusiveMinimum: ({ limit }) => `be more than ${String(limit)}`,
  exclusiveMaximum: ({ limit }) => `be less than ${String(limit)}`,
  minItems: ({ limit }) => `have at least ${String(limit)} items`,
  maxItems: ({ limit }) => `have at most ${String(limit)} items`,
  oneOf: () => "fit exactly one of the shapes that the document allows here",
  anyOf: () => "fit one of the shapes that the document allows here",
};

const formats: Record<string, string> = {
  "date-time": "a date and time such as 2026-01-31T09:30:00.000Z",
  date: "a date such as 2026-01-31",
  time: "a time such as 09:30:00",
  email: "an e-mail address",
  uri: "an absolute URI",
};

function allowed(error: ValidationError): string {
  return rules[error.keyword]?.(error.params) ?? error.message ?? `satisfy "${error.keyword}"`;
}

function article(type: unknown): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(String(type)) ? `an ${String(type)}` : `a ${String(type)}`;
}

const shownLength = 80;

/** A value as it is shown in a message: JSON, cut when it is long. */
function show(value: unknown): string {
  if (value === undefined) return "not given";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

function locate(root: string, segments: readonly string[]): string {
  return segments.reduce(
    (path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    root,
  );
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
