import type { Operation } from "@kombo-mock/openapi";
import type { ErrorCode } from "../request/error-codes.ts";

/** A failure that requests meet: where on their way, which ones, what happens to them, and how often. */
export interface Fault {
  readonly id: string;
  /**
   * `platform`: before the API looks at anything. `remote`: when a valid request reaches the tool, before it changes
   * anything. `answer`: after the change, on the way back.
   */
  readonly stage: "platform" | "remote" | "answer";
  /** Only requests to this operation; to any where left out. */
  readonly operation?: Operation | undefined;
  /** Only requests about this integration; about any, or none, where left out. */
  readonly integrationId?: string | undefined;
  readonly effect: FaultEffect;
  /** How many requests pass before it begins. */
  readonly after: number;
  /** How many requests it meets; null for all. */
  readonly times: number | null;
  /** Only every so many-th of them; 1 for each. */
  readonly every: number;
  /** The share of them that it meets, from 0 to 1, chosen by the seed; null for all. */
  readonly rate: number | null;
  /** How many requests reached its stage. */
  readonly seen: number;
  /** How many of them it met. */
  readonly met: number;
  /** Whether it answers codes that the operation's family does not have. */
  readonly unchecked?: boolean | undefined;
  /** The test card or scenario that brought it; null where somebody set it. */
  readonly from: string | null;
}

/** What happens to a request that meets a fault. */
export type FaultEffect =
  /** An error in the vendor's envelope. */
  | {
      readonly kind: "error";
      readonly code: ErrorCode | null;
      readonly status: number;
      readonly message: string;
      /** What `retry-after` says, in seconds; nothing where left out, and 1 for rate limits. */
      readonly retryAfter?: number | undefined;
    }
  /** Something that is no answer of the API, such as a load balancer's page. */
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: "latency"; readonly milliseconds: number }
  | { readonly kind: "abort"; readonly how: "reset" | "hang" | "truncate" | "malformed" };

/** A canned answer for the next requests that match. */
export interface Stub {
  readonly id: string;
  readonly method: string;
  /** The path below the base URL; `{name}` stands for any segment. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Only requests about this integration; about any, or none, where left out. */
  readonly integrationId?: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly delayMs: number;
  /** How many requests it answers; null for all. */
  readonly times: number | null;
  readonly used: number;
}
