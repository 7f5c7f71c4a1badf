import { nearestName } from "@kombo-mock/contract/judge";
import { type Body, type Operation, operations, type Query } from "@kombo-mock/openapi";
import type { Exchange } from "../request/journal.ts";
import { type Difference, differencesFrom, told } from "./differences.ts";

type Part<T> = T extends readonly (infer One)[]
  ? readonly Part<One>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Part<T[Key]> }
    : T;

/** What a request has to hold; what is not named may be anything. */
export interface ExpectedRequest<Op extends Operation> {
  readonly body?: Part<Body<Op>>;
  readonly query?: Partial<Query<Op>>;
  readonly integration_id?: string;
  /** How many such requests there have to be; at least one where nothing is said. */
  readonly times?: number;
}

/** A mock in process or one that is steered over HTTP: anything with a journal. */
export interface Journalled {
  requests(operation?: Operation): Promise<readonly Exchange[]>;
}

/** Whether a mock has received such requests, and in words what it received. */
export interface Finding {
  readonly pass: boolean;
  readonly message: string;
}

/** Compares the requests that a mock received with what was expected. */
export async function findReceived<Op extends Operation>(
  mock: Journalled,
  operation: Op,
  expected: ExpectedRequest<Op> = {},
): Promise<Finding> {
  if (!Object.hasOwn(operations, operation)) refuseUnknown(operation);
  const came = await mock.requests(operation);
  const compared = came.map((exchange) => ({ exchange, differences: compare(exchange, expected) }));
  const fitting = compared.filter(({ differences }) => differences.length === 0).length;
  const { times } = expected;
  const pass = times === undefined ? fitting > 0 : fitting === times;
  const such = Object.keys(expected).some((key) => key !== "times") ? " as expected" : "";
  const often =
    fitting === 0
      ? `"${operation}" was never received${such}`
      : `"${operation}" was received${such} ${timesOf(fitting)}`;
  if (pass) return { pass, message: `${often}.` };
  if (came.length === 0) return { pass, message: `"${operation}" was never received. ${await others(mock)}` };
  const wanted = times === undefined ? "" : ` (expected: ${timesOf(times)})`;
  const nearest = compared
    .filter(({ differences }) => differences.length > 0)
    .reduce<(typeof compared)[number] | undefined>(
      (best, one) => (best && best.differences.length <= one.differences.length ? best : one),
      undefined,
    );
  if (!nearest || (times !== undefined && fitting > times)) return { pass, message: `${often}${wanted}.` };
  const { exchange, differences } = nearest;
  const lines = differences.map((one) => `  ${told(one)}`).join("\n");
  const count = came.length === 1 ? "the only request to it" : `the nearest of ${came.length} requests to it`;
  return {
    pass,
    message: `${often}${wanted}. This is what is different in ${count}, exchange ${exchange.id} (${exchange.method} ${exchange.path}):\n${lines}`,
  };
}

/**
 * Fails unless a mock has received such a request; needs no test framework.
 *
 * @example
 * await assertReceived(mock, "POST /hris/absences", { body: { status: "REQUESTED" }, times: 1 });
 */
export async function assertReceived<Op extends Operation>(
  mock: Journalled,
  operation: Op,
  expected: ExpectedRequest<Op> = {},
): Promise<void> {
  const { pass, message } = await findReceived(mock, operation, expected);
  if (!pass) throw new Error(message);
}

function compare(
  { request, integration_id }: Exchange,
  expected: { readonly body?: unknown; readonly query?: object; readonly integration_id?: string },
): readonly Difference[] {
  const query = new URLSearchParams(request.query);
  const wanted = Object.entries(expected.query ?? {}).filter(([, value]) => value !== undefined);
  return [
    ...(expected.integration_id === undefined
      ? []
      : differencesFrom(expected.integration_id, integration_id ?? undefined, "integration_id")),
    ...wanted.flatMap(([name, value]) =>
      // In a query everything is text.
      differencesFrom(
        typeof value === "object" ? value : String(value),
        query.get(name) ?? undefined,
        `query.${name}`,
      ),
    ),
    ...(expected.body === undefined ? [] : differencesFrom(expected.body, bodyOf(request.body), "body")),
  ];
}

/** The JSON of a body; whatever is none is shown as what it is. */
function bodyOf(body: Exchange["request"]["body"]): unknown {
  if (body === null) return undefined;
  if (typeof body !== "string") return `(${body.size} characters, which the journal does not keep)`;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/** What came in place of an operation that nobody asked for. */
async function others(mock: Journalled): Promise<string> {
  const counts = new Map<string, number>();
  for (const { operation, method, path } of await mock.requests()) {
    const name = operation ?? `${method} ${path}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return "No request came at all.";
  const list = [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${timesOf(count)})`));
  return `Received were: ${list.join(", ")}.`;
}

function timesOf(count: number): string {
  return count === 0 ? "never" : count === 1 ? "once" : `${count} times`;
}

function refuseUnknown(operation: string): never {
  const meant = nearestName(operation, Object.keys(operations));
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  throw new Error(`"${operation}" is no operation; one is spelled "GET /check-api-key".${hint}`);
}
