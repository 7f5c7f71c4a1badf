import type { Operation } from "@kombo-mock/openapi";
import type { Expectation } from "../request/expectations.ts";
import type { Exchange } from "../request/journal.ts";
import type { LedgerEntry } from "../request/ledger.ts";
import type { Input } from "./inputs.ts";

/** A violation of the contract that is meant: its rule, and what else is to be said of it. */
type ExpectedViolation = Omit<Input<"expectViolation">, "operation"> & {
  readonly operation?: Operation | null;
};

/** The calls about journal and ledger, as both transports have them. */
export interface JournalControl {
  /** The name of the test that runs from now on, which stands with each exchange; null for none. */
  label(text: string | null): Promise<void>;
  /** The last exchanges, all or of one operation. */
  requests(operation?: Operation): Promise<Exchange[]>;
  /** Every violation of the contract that was seen, equal ones once. */
  contract(): Promise<LedgerEntry[]>;
  /**
   * Says that requests from now on break the contract on purpose: the ledger counts such a violation as meant.
   *
   * @example
   * await mock.expectViolation({ rule: "undeclared-parameter", location: "query.colour" });
   */
  expectViolation(expected: ExpectedViolation): Promise<Expectation>;
  /** The meant violations: those that wait or were met since the last reset, and all that were never met. */
  expectations(): Promise<readonly Expectation[]>;
}
