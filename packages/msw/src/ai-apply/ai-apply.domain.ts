import { aiApplyCollections } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/ai-apply";
import type { Domain } from "../domain.ts";
import { applyToPosting, listApplications } from "./applications.handlers.ts";
import { createCareerSite, listCareerSites } from "./career-sites.handlers.ts";
import { createJobFeed, importJobFeed, listJobFeeds } from "./job-feeds.handlers.ts";
import { createPosting, inquirePosting, listPostings } from "./postings.handlers.ts";
import { applyToJob, listJobs } from "./unified-api.handlers.ts";

/** Applying to jobs on the web, on behalf of candidates; it needs no integration. */
export const aiApply = {
  name: "ai-apply",
  behaviours: [
    listCareerSites,
    createCareerSite,
    listJobFeeds,
    createJobFeed,
    importJobFeed,
    listPostings,
    createPosting,
    inquirePosting,
    applyToPosting,
    listApplications,
    listJobs,
    applyToJob,
  ],
  requestValidators,
  collections: aiApplyCollections,
} satisfies Domain;
