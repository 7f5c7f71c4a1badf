import { defineFactory } from "../define-factory.ts";
import { type Country, companyName } from "../people.ts";

/** What a career site is made from. */
export interface AiApplyCareerSiteInputs {
  readonly country: Country;
}

const inputs: AiApplyCareerSiteInputs = { country: "GB" };

/** Builds a career site, named after the company whose postings it holds. */
export const aiApplyCareerSiteFactory = defineFactory("AiApplyCareerSite")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    label: (context) => companyName(context, context.input.country),
  },
});
