import type { Operation } from "@kombo-mock/openapi";
import type { Expectation } from "../request/expectations.ts";
import type { Exchange } from "../request/journal.ts";
import type { LedgerEntry } from "../request/ledger.ts";
import type { Environment } from "../state/environment.ts";
import { knownOperation } from "./fault-effect.ts";
import { checkInput } from "./inputs.ts";

/** The control calls about journal and ledger. */
export function journalCalls({ journal, ledger }: Environment) {
  return {
    setLabel(given: unknown): { readonly label: string | null } {
      const { label } = checkInput("label", given);
      journal.label = label;
      return { label };
    },
    requests: (operation?: Operation): Exchange[] => journal.list(operation),
    contract: (): LedgerEntry[] => ledger.list(),
    expectViolation(given: unknown): Expectation {
      const { rule, operation = null, location = null, times = 1 } = checkInput("expectViolation", given);
      const { label } = journal;
      const named = operation === null ? null : knownOperation(operation);
      return ledger.expectations.add({ rule, operation: named, location, times, label });
    },
    listExpectations: (): readonly Expectation[] => ledger.expectations.list(),
  };
}
