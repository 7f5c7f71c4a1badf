import type { KnownKeys, RequestValidators, Validator } from "@kombo-mock/openapi";
import { parseParameters } from "./parameters.ts";
import type { MatchedOperation } from "./router.ts";
import { describeSchemaErrors } from "./schema-violation.ts";
import type { Blame, Rule, Severity, Violation } from "./violation.ts";

/** A request as any transport can give it. */
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
): JudgedRequest {
  const violations: Violation[] = [];
  const report = (rule: Rule, location: string, message: string, severity: Severity = "error") =>
    violations.push(violation(operation, rule, location, message, severity));
  const { entry, name } = operation;

  for (const parameter of operation.malformed) {
    report("malformed-path", `path.${parameter}`, `path.${parameter} is not validly percent-encoded.`);
  }
  if (entry.deprecated) report("deprecated-operation", "path", `"${name}" is deprecated.`, "warning");
  if (entry.integrationHeader && !parts.header("x-integration-id")) {
    const location = "header.X-Integration-Id";
    report(
      "missing-integration-header",
      location,
      `${location} is missing; "${name}" is about one integration.`,
    );
  }

  const { query, problems } = parseParameters(entry, parts.query);
  for (const { rule, location, message } of problems) report(rule, location, message, "warning");
  const values = { ...operation.path, ...query };
  for (const { location, message } of broken(validators[name]?.parameters, values, "")) {
    const where = `${location in operation.path ? "path" : "query"}.`;
    report("invalid-parameter", where + location, where + message);
  }

  if (entry.body === null) return { query, body: undefined, violations };
  const body = readBody(parts, report);
  if (body === malformed) return { query, body: undefined, violations };
  for (const { location, message } of broken(validators[name]?.body, body, "body")) {
    report("invalid-body", location, message);
  }
  for (const location of undeclaredKeys(body, entry.body, "body")) {
    const known = Object.keys(entry.body).join(", ");
    report("undeclared-body-key", location, `${location} is not declared. Known keys: ${known}.`, "warning");
  }
  return { query, body, violations };
}

/** Makes a violation of one operation. */
export function violation(
  operation: MatchedOperation | undefined,
  rule: Rule,
  location: string,
  message: string,
  severity: Severity = "error",
  blame: Blame = "consumer",
): Violation {
  return { rule, operation: operation?.name ?? null, location, message, severity, blame };
}

/** Runs a compiled validator and says what it found. */
export function broken(validator: Validator | undefined, value: unknown, root: string) {
  if (!validator || validator(value)) return [];
  return describeSchemaErrors(validator.errors ?? [], value, root);
}

const malformed = Symbol("malformed");

function readBody(
  parts: RequestParts,
  report: (rule: Rule, location: string, message: string) => void,
): unknown {
  // Nowhere does the API require a body as such; where its keys are required, they are found missing.
  if (parts.body === undefined || parts.body.trim() === "") return {};
  const type = parts.header("content-type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    const came = type === "" ? "there is none" : `it is "${type}"`;
    report(
      "body-content-type",
      "header.Content-Type",
      `header.Content-Type must be application/json, but ${came}.`,
    );
    return malformed;
  }
  try {
    return JSON.parse(parts.body) as unknown;
  } catch (error) {
    report(
      "malformed-body",
      "body",
      `body is not JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`,
    );
    return malformed;
  }
}

function undeclaredKeys(value: unknown, known: KnownKeys, path: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => undeclaredKeys(one, known, `${path}[${index}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const below = Object.hasOwn(known, key) ? known[key] : undefined;
    if (below === undefined) return [`${path}.${key}`];
    return below === true ? [] : undeclaredKeys(child, below, `${path}.${key}`);
  });
}
