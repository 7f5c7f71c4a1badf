import { daysAfter, midnight, someTimeAfter } from "../ats/timeline.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";

/** What an application through AI Apply is made from. */
export interface AiApplyApplicationInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Since when there is the posting; some weeks before the date unless told. */
  readonly from: string | null;
}

const inputs: AiApplyApplicationInputs = { date: "2026-01-15", from: null };

type Status = Entity<"AiApplyApplication">["status"];

const status = (value: Status) => ({ fields: { status: () => value } });

/** Builds an application to a posting that was submitted unless told. */
export const aiApplyApplicationFactory = defineFactory("AiApplyApplication")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    job_posting_id: ({ id }) => id(),
    status: (): Status => "SUBMITTED",
    created_at(context) {
      const today = midnight(context.input.date);
      return instantBetween(context, context.input.from ?? daysAfter(today, -20), daysAfter(today, -1));
    },
    updated_at: (context) =>
      context.get("status") === "PENDING"
        ? context.get("created_at")
        : someTimeAfter(context, context.get("created_at"), context.input.date),
  },
  traits: { pending: status("PENDING"), failed: status("FAILED"), duplicate: status("DUPLICATE") },
});
