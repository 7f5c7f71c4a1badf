import type { Operation, OperationEntry } from "@kombo-mock/openapi";
import leven from "leven";
import { addRoute, createRouter, findRoute } from "rou3";

/** Finds the operation that a method and a path mean. */
export interface OperationRouter {
  /** The operation and its decoded path parameters, or undefined when no operation has this method and path. */
  match(method: string, pathname: string): MatchedOperation | undefined;
  /** The operation whose spelling is nearest to a method and path, for a message. */
  nearest(spelling: string): Operation | undefined;
}

/** An operation that a request matched. */
export interface MatchedOperation {
  readonly name: Operation;
  readonly entry: OperationEntry;
  readonly path: Readonly<Record<string, string>>;
  /** The names of path parameters whose percent-encoding is broken; their value stays as it came. */
  readonly malformed: readonly string[];
}

/** Makes a router over some operations, by their names. */
export function createOperationRouter(
  operations: Readonly<Partial<Record<Operation, OperationEntry>>>,
): OperationRouter {
  const router = createRouter<Operation>();
  const names = Object.keys(operations) as Operation[];
  for (const name of names) {
    const entry = operations[name];
    if (entry) addRoute(router, entry.method, entry.path.replaceAll(/\{(\w+)\}/g, ":$1"), name);
  }

  return {
    match(method, pathname) {
      const found = findRoute(router, method, pathname);
      const entry = found && operations[found.data];
      if (!found || !entry) return undefined;
      return { name: found.data, entry, ...decode(found.params ?? {}) };
    },
    nearest(spelling) {
      // Comparing takes time with the square of the length, and no operation is this long.
      const given = spelling.slice(0, 300);
      const pathname = given.slice(given.indexOf(" ") + 1);
      const ranked = names.map((name) => ({ name, away: leven(given, shapeLike(name, pathname)) }));
      return ranked.sort((a, b) => a.away - b.away)[0]?.name;
    },
  };
}

function decode(params: Record<string, string>) {
  const malformed: string[] = [];
  const path: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    try {
      path[name] = decodeURIComponent(value);
    } catch {
      path[name] = value;
      malformed.push(name);
    }
  }
  return { path, malformed };
}

/** An operation's name with the request's own values in place of `{parameters}`, so that these do not count as typing errors. */
function shapeLike(name: Operation, pathname: string): string {
  const given = pathname.split("/");
  const [method, path] = name.split(" ") as [string, string];
  const segments = path.split("/").map((one, index) => (one.startsWith("{") ? (given[index] ?? one) : one));
  return `${method} ${segments.join("/")}`;
}
