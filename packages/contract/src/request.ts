import type { RequestValidators, Validator } from "@kombo-mock/openapi";
import { deprecatedKeys, undeclaredKeys } from "./body-keys.ts";
import { didYouMean } from "./nearest-name.ts";
import { parseParameters } from "./parameters.ts";
import type { MatchedOperation, OperationRouter } from "./router.ts";
import { describeSchemaErrors } from "./schema-violation.ts";
import { type Rule, type Violation, violation } from "./violation.ts";
import { openWording, type Wording } from "./wording.ts";

/** A request in the form that every transport can give. */
export interface RequestParts {
  readonly query: URLSearchParams;
  /** Reads a header by its lower-case name. */
  readonly header: (name: string) => string | null | undefined;
  /** The body as text; undefined or empty when there is none. */
  readonly body: string | undefined;
}

/** A request whose parameters and body were read, with everything that is wrong with it. */
export interface JudgedRequest {
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly violations: readonly Violation[];
}

/** Reads and judges a request to an operation: the one judge of the mock's 400s and of contract checks. */
export function judgeRequest(
  operation: MatchedOperation,
  parts: RequestParts,
  validators: RequestValidators,
  wording: Wording = openWording,
): JudgedRequest {
  const violations: Violation[] = [];
  const { entry, name } = operation;
  const report = (rule: Rule, location: string, message: string) =>
    violations.push(violation(name, rule, location, message));

  for (const parameter of operation.malformed) {
    report("malformed-path", `path.${parameter}`, `path.${parameter} is not validly percent-encoded.`);
  }
  if (!/^Bearer\s+\S/i.test(parts.header("authorization") ?? "")) {
    const location = "header.Authorization";
    const came = parts.header("authorization") ? "is something else" : "is missing";
    report("missing-authorization", location, `${location} must be \`Bearer <API key>\`, but ${came}.`);
  }
  if (entry.deprecated) report("deprecated-operation", "path", `"${name}" is deprecated.`);
  if (entry.integrationHeader && !parts.header("x-integration-id")) {
    const location = "header.X-Integration-Id";
    report(
      "missing-integration-header",
      location,
      `${location} is missing; "${name}" is about one integration.`,
    );
  }

  const { query, problems } = parseParameters(entry, parts.query, wording);
  for (const { rule, location, message } of problems) report(rule, location, message);
  const values = { ...operation.path, ...query };
  for (const { location, message } of broken(validators[name]?.parameters, values, "", wording)) {
    const where = `${location in operation.path ? "path" : "query"}.`;
    report("invalid-parameter", where + location, where + message);
  }

  if (entry.body === null) {
    // Some clients send an empty object with every request.
    if (!/^\s*(?:\{\s*\})?\s*$/.test(parts.body ?? "")) {
      report("ignored-body", "body", `body is ignored; "${name}" takes none.`);
    }
    return { query, body: undefined, violations };
  }
  const body = readBody(parts, entry.bodyType, report, wording);
  if (body === malformed) return { query, body: undefined, violations };
  for (const { location, message } of broken(validators[name]?.body, body, "body", wording)) {
    report("invalid-body", location, message);
  }
  for (const { location, key, known } of undeclaredKeys(body, entry.body, "body")) {
    const hint = didYouMean(key, known);
    const text = `${location} is not declared. Known keys: ${known.join(", ") || "none"}.${hint}`;
    report("undeclared-body-key", location, text);
  }
  for (const path of entry.deprecatedBody ?? []) {
    for (const location of deprecatedKeys(body, path, "body")) {
      report("deprecated-body-key", location, `${location} is deprecated.`);
    }
  }
  return { query, body, violations };
}

/** What is wrong with a request that matches no operation; `spelling` is its method and path. */
export function unknownOperation(
  spelling: string,
  router: OperationRouter,
  wording: Wording = openWording,
): Violation {
  const nearest = router.nearest(spelling);
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  const text = `There is no operation ${wording.showPath(spelling, nearest)}.${hint}`;
  return violation(null, "unknown-operation", "path", text);
}

/** Runs a compiled validator and says what it found. */
export function broken(
  validator: Validator | undefined,
  value: unknown,
  root: string,
  wording: Wording = openWording,
) {
  if (!validator || validator(value)) return [];
  return describeSchemaErrors(validator.errors ?? [], value, root, wording);
}

const malformed = Symbol("malformed");

const json = "application/json";

/** How each media type that the document knows may be spelled. */
const mediaTypes: Readonly<Record<string, RegExp>> = {
  [json]: /^application\/(?:[\w.+-]+\+)?json\b/i,
  "application/x-ndjson": /^application\/x-ndjson\b/i,
};

function readBody(
  parts: RequestParts,
  expected: string | null,
  report: (rule: Rule, location: string, message: string) => void,
  wording: Wording,
): unknown {
  // Nowhere does the API require a body as such; where its keys are required, they are found missing.
  if (parts.body === undefined || parts.body.trim() === "") return {};
  const type = parts.header("content-type") ?? "";
  if (!mediaTypes[expected ?? json]?.test(type)) {
    const location = "header.Content-Type";
    const came = type === "" ? "there is none" : `is ${wording.showHeader(type)}`;
    report("body-content-type", location, `${location} must be ${expected ?? json}, but ${came}.`);
    return malformed;
  }
  // Any other type is text to the document, such as one JSON object a line.
  if (expected !== null && expected !== json) return parts.body;
  try {
    return JSON.parse(parts.body) as unknown;
  } catch (error) {
    report("malformed-body", "body", `body is not JSON: ${wording.showFault(error)}.`);
    return malformed;
  }
}
