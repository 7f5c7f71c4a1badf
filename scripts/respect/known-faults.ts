/** A check that `redocly respect` does not make, or makes wrongly, and why. */
export interface KnownFault {
  readonly check: string;
  readonly reason: string;
}

/**
 * Where the program is at fault, by operation. Every operation that the mock serves passes all four checks but these,
 * and the ledger is exact: one that comes to be made has to go from here.
 */
export const knownFaults: Readonly<Record<string, KnownFault>> = {
  "GET /hris/employees/form": {
    check: "schema check",
    reason:
      "A form's property may hold properties, so that its schema refers to itself. The program leaves out the check of such a schema (\"WARNING: schema have circular references\"); the contract's own validators check this answer.",
  },
};
