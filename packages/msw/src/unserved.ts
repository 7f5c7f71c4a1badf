import type { Operation } from "@kombo-mock/openapi";
import type { allDomains } from "./all-domains.ts";

/** Every operation that has a behaviour. */
export type Served = (typeof allDomains)[number]["behaviours"][number]["operation"];

const later = "it comes with a later version";

/**
 * Operations without a behaviour, with the reason: they answer 501. The ledger only shrinks, and it is exact: one that
 * is missing here and one that stands here although it is served are compile errors.
 */
export const unserved = {
  "POST /ai-apply/apply": later,
  "GET /ai-apply/applications": later,
  "GET /ai-apply/career-sites": later,
  "POST /ai-apply/career-sites": later,
  "GET /ai-apply/job-feeds": later,
  "POST /ai-apply/job-feeds": later,
  "POST /ai-apply/job-feeds/{job_feed_id}/bulk-import": later,
  "GET /ai-apply/postings": later,
  "POST /ai-apply/postings": later,
  "POST /ai-apply/postings/{posting_id}/inquire": later,
  "GET /ai-apply/unified-api/jobs": later,
  "POST /ai-apply/unified-api/jobs/{job_id}/applications": later,
} as const satisfies Readonly<Record<Exclude<Operation, Served>, string>> &
  Readonly<Partial<Record<Served, never>>>;
