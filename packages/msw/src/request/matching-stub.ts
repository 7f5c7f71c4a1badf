import type { MatchedOperation } from "@kombo-mock/contract/judge";
import type { Stub } from "../state/fault.ts";

/** What faults and stubs look at in a request. */
export interface RequestFacts {
  readonly method: string;
  /** Below the base URL, percent-encoded. */
  readonly path: string;
  readonly search: string;
  /** Undefined where the path is no operation's. */
  readonly operation: MatchedOperation | undefined;
  readonly integrationId: string | null;
}

/** The first stub that is about a request and has an answer left. */
export function matchingStub(stubs: readonly Stub[], request: RequestFacts): Stub | undefined {
  return stubs.find(
    (stub) =>
      (stub.times === null || stub.used < stub.times) &&
      stub.method === request.method &&
      (stub.integrationId === undefined || stub.integrationId === request.integrationId) &&
      fitsPath(stub.path, request.path) &&
      fitsQuery(stub.query, request.search),
  );
}

/** Segment by segment; `{name}` takes any one. */
function fitsPath(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const came = path.split("/");
  return (
    wanted.length === came.length &&
    wanted.every((segment, index) => {
      const other = came[index] ?? "";
      return /^\{\w+\}$/.test(segment) ? other !== "" : decoded(segment) === decoded(other);
    })
  );
}

/** Every parameter of the stub has its value; the request may have more. */
function fitsQuery(query: Stub["query"], search: string): boolean {
  const wanted = Object.entries(query);
  if (wanted.length === 0) return true;
  const came = new URLSearchParams(search);
  return wanted.every(([name, value]) => came.getAll(name).includes(value));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
