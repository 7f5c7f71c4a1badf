import { defineFactory } from "../define-factory.ts";
import { companyName } from "../people.ts";

/** Builds a job feed, named after the agency that it comes from. */
export const aiApplyJobFeedFactory = defineFactory("AiApplyJobFeed")({
  inputs: {},
  fields: {
    id: ({ id }) => id(),
    label: (context) => `${companyName(context, "GB")} Recruiting`,
  },
});
