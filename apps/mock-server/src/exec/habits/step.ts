import type { ToldDelivery } from "@kombo-mock/msw/core";
import type { Recorded } from "../recording.ts";

/** A request of the program under test, and what it came to. */
export interface Asked {
  readonly kind: "asked";
  /** Who asked whom for what: key, operation and integration. Habits are looked for among requests of the same. */
  readonly of: string;
  readonly operation: string;
  readonly method: string;
  readonly integration: string | null;
  readonly query: URLSearchParams;
  /** Null where the connection was lost. */
  readonly status: number | null;
  readonly code: string | null;
  /** The cursor of the next page; null where there is none. */
  readonly next: string | null;
  /** In milliseconds; null where the answer says nothing. */
  readonly retryAfter: number | null;
  /** Whether a test, or a variation, made it fail. */
  readonly isPlanned: boolean;
  /** By the clock of the mock, in milliseconds. */
  readonly at: number;
}

/** A webhook that the program under test got. */
export interface Told {
  readonly kind: "told";
  readonly type: string;
  readonly integration: string | null;
  readonly status: number | null;
  readonly isForged: boolean;
  readonly at: number;
  /** The lists that show what it tells of. */
  readonly shownBy: readonly string[];
}

/** What happened, in order. */
export type Step = Asked | Told;

/** What an exchange says of how a program works; undefined where it is of no operation. */
export function askedIn({ line, operation }: Recorded): Asked | undefined {
  if (operation === null) return undefined;
  const { request, answer } = line;
  const { searchParams } = new URL(request.url, "http://localhost");
  const header = (name: string) => headerIn(request.headers, name);
  const body = typeof answer?.body === "string" ? parsed(answer.body) : undefined;
  const seconds = Number(headerIn(answer?.headers, "retry-after") ?? Number.NaN);
  const integration = header("x-integration-id");
  const status = answer?.status ?? null;
  return {
    kind: "asked",
    of: [header("authorization"), operation, integration].join(" "),
    ...{ operation, method: request.method, integration, query: searchParams, status },
    code: textAt(body, "error", "code"),
    next: textAt(body, "data", "next"),
    retryAfter: Number.isNaN(seconds) ? null : seconds * 1_000,
    isPlanned: line.marked !== undefined && line.marked !== null,
    at: Date.parse(line.at ?? ""),
  };
}

/** A delivery as a step. */
export function toldIn(delivery: ToldDelivery, shownBy: readonly string[]): Told {
  return { ...delivery, kind: "told", at: Date.parse(delivery.at), shownBy };
}

function headerIn(headers: Readonly<Record<string, string>> = {}, name: string): string | null {
  return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, outer: string, inner: string): string | null {
  const below = memberOf(value, outer);
  const found = memberOf(below, inner);
  return typeof found === "string" ? found : null;
}

function memberOf(object: unknown, key: string): unknown {
  return typeof object === "object" && object !== null ? new Map(Object.entries(object)).get(key) : undefined;
}
