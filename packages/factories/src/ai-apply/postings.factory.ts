import { daysAfter, midnight, someTimeAfter } from "../ats/timeline.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import { jobTitles } from "./job-slugs.ts";

/** What a posting is made from. */
export interface AiApplyPostingInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Its career site; one made up unless told. */
  readonly careerSite: Entity<"AiApplyCareerSite"> | null;
}

const inputs: AiApplyPostingInputs = { date: "2026-01-15", careerSite: null };

type Availability = Entity<"AiApplyPosting">["availability"];
type Reason = Entity<"AiApplyPosting">["archived_reason"];

const available = (availability: Availability) => ({ fields: { availability: () => availability } });
const archived = (reason: NonNullable<Reason>) => ({
  fields: { availability: (): Availability => "ARCHIVED", archived_reason: (): Reason => reason },
});

/** Builds a job posting on the web that can be applied to unless told. */
export const aiApplyPostingFactory = defineFactory("AiApplyPosting")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    career_site: ({ input, at }) =>
      input.careerSite ?? { id: at("site").id(), label: "Harbor Foods careers" },
    url: ({ pick, at }) =>
      `https://careers.harbor-foods.example.com/jobs/${pick(jobTitles)}-${at("number").integer(100, 999)}`,
    job_code: ({ integer }): string | null => `HF-${integer(100, 999)}`,
    created_at(context) {
      const today = midnight(context.input.date);
      return instantBetween(context, daysAfter(today, -60), daysAfter(today, -20));
    },
    updated_at: (context) =>
      context.get("availability") === "PENDING"
        ? context.get("created_at")
        : someTimeAfter(context, context.get("created_at"), context.input.date),
    archived_at: ({ get }) => (get("availability") === "ARCHIVED" ? get("updated_at") : null),
    archived_reason: (): Reason => null,
    availability: (): Availability => "APPLYABLE",
  },
  traits: {
    pending: available("PENDING"),
    unavailable: available("UNAVAILABLE"),
    takenOffline: archived("JOB_POSTING_TAKEN_OFFLINE"),
    archivedByHand: archived("MANUAL_ARCHIVE"),
    removedFromFeed: archived("REMOVED_FROM_JOB_FEED"),
  },
});
