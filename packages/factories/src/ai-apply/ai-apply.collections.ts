import { defineCollection, defineWrittenCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import {
  applicationRows,
  careerSiteRows,
  jobFeedRows,
  postingRows,
  submissionRows,
} from "./ai-apply.rows.ts";
import { aiApplyApplicationFactory } from "./applications.factory.ts";
import { aiApplyCareerSiteFactory } from "./career-sites.factory.ts";
import { aiApplyJobFeedFactory } from "./job-feeds.factory.ts";
import { aiApplyPostingFactory } from "./postings.factory.ts";

const careerSites = defineCollection({
  name: "ai-apply.career-sites",
  model: null,
  factory: aiApplyCareerSiteFactory,
  rows: careerSiteRows,
  inputs: () => ({}),
});

const jobFeeds = defineCollection({
  name: "ai-apply.job-feeds",
  model: null,
  factory: aiApplyJobFeedFactory,
  rows: jobFeedRows,
  inputs: () => ({}),
});

const postings = defineCollection({
  name: "ai-apply.postings",
  model: null,
  factory: aiApplyPostingFactory,
  relations: { career_site: one("ai-apply.career-sites", "career_site_id") },
  references: { job_feed_id: "ai-apply.job-feeds" },
  rows: postingRows,
  inputs: (_, { date }) => ({ date }),
});

const applications = defineCollection({
  name: "ai-apply.applications",
  model: null,
  factory: aiApplyApplicationFactory,
  references: { job_posting_id: "ai-apply.postings" },
  rows: applicationRows,
  inputs: (_, { date }) => ({ date }),
});

/** What was handed in with each application: the API takes it and shows it nowhere. */
const submissions = defineWrittenCollection({
  name: "ai-apply.submissions",
  fields: [
    ...["candidate_email", "answers", "query_params", "additional_clicks"],
    "additional_clicks_scatter_duration",
  ],
  references: { application_id: "ai-apply.applications" },
  kinds: { candidate_email: { is: "string", nullable: true } },
  rows: submissionRows,
});

/** What AI Apply holds: where jobs come from, their postings, and who applied to them. */
export const aiApplyCollections = [careerSites, jobFeeds, postings, applications, submissions] as const;
