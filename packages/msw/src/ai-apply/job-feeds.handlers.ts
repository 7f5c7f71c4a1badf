import { action, create, list } from "../request/behaviours.ts";
import { recordById } from "../request/records.ts";
import { readLines } from "./bulk-import.lines.ts";
import { importPostings } from "./bulk-import.ts";
import { collections } from "./collections.ts";

/** The job feeds of the environment. */
export const listJobFeeds = list("GET /ai-apply/job-feeds");

/** Adds a job feed without postings. */
export const createJobFeed = create("POST /ai-apply/job-feeds", ({ body }) => ({ label: body.label }));

/** Takes the whole list of a feed's postings. */
export const importJobFeed = action("POST /ai-apply/job-feeds/{job_feed_id}/bulk-import", (context) => {
  const feed = recordById(context, collections.jobFeeds, "path.job_feed_id");
  return importPostings(context, feed, readLines(context, context.body));
});
