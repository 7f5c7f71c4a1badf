import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deleted } from "./deleted.ts";

const inputs = {
  /** The world's date, `yyyy-MM-dd`. */
  date: "2026-01-15",
};

/** Why applications are rejected, in the words of tools, the small world's first. */
export const rejectionReasonNames = [
  "Not enough experience",
  "Position was filled",
  "Salary expectation too high",
  "Withdrew",
  "Did not answer",
  "Another candidate was stronger",
  "Missing work permit",
  "Location does not fit",
  "Failed the assessment",
  "Hiring was stopped",
  "Duplicate application",
  "Language skills",
] as const;

/** Builds a reason that can be given when an application is rejected. */
export const atsRejectionReasonFactory = defineFactory("AtsRejectionReason")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ pick }) => pick<string>(rejectionReasonNames),
    remote_data: () => null,
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 30, maxDays: 700 }),
    remote_deleted_at: () => null,
  },
  traits: { deleted },
});
