import type { Operation } from "@kombo-mock/openapi";
import type { general } from "./general/general.domain.ts";

/** Every operation that has a behaviour. */
export type Served = (typeof general)["behaviours"][number]["operation"];

/**
 * Operations without a behaviour, with the reason: they answer 501. The ledger only shrinks, and it is exact: one that
 * is missing here and one that stands here although it is served are compile errors.
 */
export const unserved = {} as const satisfies Readonly<Record<Exclude<Operation, Served>, string>> &
  Readonly<Partial<Record<Served, never>>>;
