import { ruleNames } from "@kombo-mock/contract/judge";
import * as v from "valibot";

/** The inputs of the control calls about journal and ledger. */
export const journalInputs = {
  label: v.strictObject({
    /** The name of the test that runs from now on; null for none. */
    label: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))),
  }),
  expectViolation: v.strictObject({
    /** The rule that is meant to be broken. */
    rule: v.picklist(ruleNames),
    /** Only in this operation; in any when left out. */
    operation: v.optional(v.nullable(v.string())),
    /** Only here, such as `query.page_size`; anywhere when left out. */
    location: v.optional(v.nullable(v.string())),
    /** How many violations are meant, one unless told; null for all until the next reset. */
    times: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  }),
};
