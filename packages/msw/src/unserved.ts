import type { Operation } from "@kombo-mock/openapi";
import type { allDomains } from "./all-domains.ts";

/** Every operation that has a behaviour. */
export type Served = (typeof allDomains)[number]["behaviours"][number]["operation"];

/**
 * Operations without a behaviour, with the reason: they answer 501. There are none. The ledger is exact: an operation
 * that is missing here and in every domain, and one that stands here although it is served, are compile errors.
 */
export const unserved = {} as const satisfies Readonly<Record<Exclude<Operation, Served>, string>> &
  Readonly<Partial<Record<Served, never>>>;
