import type { ValidationError } from "@kombo-mock/openapi";
import { closestMatch } from "leven";
import { article, openWording, showValue, type Wording } from "./wording.ts";

/** Where a schema was broken and how, in words. */
export interface SchemaViolation {
  readonly location: string;
  readonly message: string;
}

const mostErrors = 200;

/** Says each broken rule of a schema as a sentence: where, what is allowed, what came. */
export function describeSchemaErrors(
  errors: readonly ValidationError[],
  value: unknown,
  root: string,
  wording: Wording = openWording,
): SchemaViolation[] {
  // A body can hold a hundred thousand faults; nobody reads more than some.
  const sentences = sayEachOnce(errors.slice(0, mostErrors)).map((error) =>
    describe(error, value, root, wording),
  );
  return [...new Map(sentences.map((one) => [one.message, one])).values()];
}

/** Leaves out what only repeats: a type beside its enum, and the branches of a union that a value cannot have meant. */
function sayEachOnce(errors: readonly ValidationError[]): ValidationError[] {
  const saidInside = pathsAbove(errors);
  return [...Map.groupBy(errors, ({ instancePath }) => instancePath)].flatMap(([path, here]) => {
    const union = here.find(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
    const beside = here.filter((one) => one !== union && one.keyword !== "type");
    if (!union)
      return beside.some(({ keyword }) => keyword === "enum" || keyword === "const") ? beside : here;
    if (saidInside.has(path)) return beside;
    const types = here.flatMap(({ keyword, params }) => (keyword === "type" ? [params["type"]].flat() : []));
    if (beside.length > 0 || types.length === 0) return [...beside, union];
    return [{ ...union, keyword: "type", params: { type: types } }];
  });
}

/** The paths of all values inside which something is wrong. */
function pathsAbove(errors: readonly ValidationError[]): Set<string> {
  const paths = new Set<string>();
  for (const { keyword, instancePath } of errors) {
    if (keyword === "required") paths.add(instancePath);
    const segments = instancePath.split("/");
    for (let length = 1; length < segments.length; length++) paths.add(segments.slice(0, length).join("/"));
  }
  return paths;
}

function describe(error: ValidationError, value: unknown, root: string, wording: Wording): SchemaViolation {
  let location = root;
  let came = value;
  for (const key of error.instancePath.split("/").slice(1).map(unescapePointer)) {
    location = Array.isArray(came) ? `${location}[${key}]` : within(location, key);
    came = (came as Record<string, unknown> | undefined)?.[key];
  }
  if (error.keyword === "required") {
    location = within(location, String(error.params["missingProperty"]));
    return { location, message: `${location} is missing; it is required.` };
  }
  return { location, message: `${location} must ${allowed(error, came)}, but is ${wording.show(came)}.` };
}

function within(location: string, key: string): string {
  return location ? `${location}.${key}` : key;
}

const rules: Record<string, (params: ValidationError["params"], came: unknown) => string> = {
  type: ({ type }) => `be ${[type].flat().map(article).join(" or ")}`,
  enum: ({ allowedValues }, came) => `be ${listValues(allowedValues as unknown[], came)}`,
  const: ({ allowedValue }) => `be ${showValue(allowedValue)}`,
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

function allowed(error: ValidationError, came: unknown): string {
  return rules[error.keyword]?.(error.params, came) ?? error.message ?? `satisfy "${error.keyword}"`;
}

const listedValues = 20;
// Comparing takes time with the square of the length.
const comparedLength = 80;

/** The allowed values; where they are too many to read, how many and the one that was probably meant. */
function listValues(values: readonly unknown[], came: unknown): string {
  const listed = values.map((one) => showValue(one)).join(", ");
  if (values.length <= listedValues) return values.length === 1 ? listed : `one of ${listed}`;
  const texts = values.filter((one) => typeof one === "string");
  const meant = typeof came === "string" ? closestMatch(came.slice(0, comparedLength), texts) : undefined;
  return `one of the ${values.length} allowed values, such as ${showValue(meant ?? values[0])}`;
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
