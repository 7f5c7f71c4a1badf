import type { PartitionInputs, RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { aiApplyPartition } from "./partition.ts";

/** Rows of the environment's own partition, layer by layer; no integration has one. */
function rowsOf(rows: Partial<Record<RowSource["layer"], readonly SkeletonRow[]>>) {
  return ({ integrationId, layer }: Pick<PartitionInputs, "integrationId"> & Pick<RowSource, "layer">) =>
    integrationId === aiApplyPartition ? (rows[layer] ?? []) : [];
}

const harbor = "site-1001";
const fjord = "site-1002";
const feed = "feed-1001";

/** The career sites. */
export const careerSiteRows = rowsOf({
  small: [
    { remoteId: harbor, cast: "careerSite", values: { label: "Harbor Foods" } },
    { remoteId: fjord, values: { label: "Fjord Logistics" } },
  ],
  // Labels need not be unique, nor easy to read.
  edge: [
    { remoteId: "site-30001", values: { label: "Harbor Foods" } },
    { remoteId: "site-30002", values: { label: `Bäckerei Müßig & Söhne 🥐 ${"x".repeat(200)}` } },
  ],
});

/** The job feeds. */
export const jobFeedRows = rowsOf({
  small: [
    { remoteId: feed, cast: "jobFeed", values: { label: "Brightwater Recruiting" } },
    // Nothing was imported to it yet.
    { remoteId: "feed-1002", values: { label: "Northlight Jobs" } },
  ],
});

const posting = (
  remoteId: string,
  slug: string,
  values: { readonly site?: string; readonly feed?: string; readonly code?: string | null } = {},
): SkeletonRow => {
  const { site = harbor, feed: feedId = null, code = `HF-${remoteId.slice(-3)}` } = values;
  const host = site === harbor ? "careers.harbor-foods.example.com" : "jobs.fjord-logistics.example.com";
  return {
    remoteId,
    relations: { career_site_id: site, job_feed_id: feedId },
    values: { url: `https://${host}/jobs/${slug}`, job_code: code },
  };
};

/** The postings. One that is PENDING stays so until somebody changes it: nothing of a world moves by itself. */
export const postingRows = rowsOf({
  small: [
    { ...posting("posting-1001", "warehouse-planner"), cast: "applyablePosting" },
    { ...posting("posting-1002", "baker"), cast: "pendingPosting", traits: ["pending"] },
    { ...posting("posting-1003", "shift-lead"), cast: "unavailablePosting", traits: ["unavailable"] },
    { ...posting("posting-1004", "food-chemist"), cast: "offlinePosting", traits: ["takenOffline"] },
    { ...posting("posting-1005", "store-assistant"), cast: "archivedPosting", traits: ["archivedByHand"] },
    {
      ...posting("posting-1006", "delivery-driver", { site: fjord, feed, code: "FL-6" }),
      cast: "postingRemovedFromFeed",
      traits: ["removedFromFeed"],
    },
    {
      ...posting("posting-1007", "crane-operator", { site: fjord, feed, code: "FL-7" }),
      cast: "postingOfFeed",
    },
    posting("posting-1008", "customs-clerk", { site: fjord, feed, code: null }),
  ],
});

const application = (remoteId: string, to: string): SkeletonRow => ({
  remoteId,
  relations: { job_posting_id: to },
});

/** The applications. */
export const applicationRows = rowsOf({
  small: [
    { ...application("application-1001", "posting-1001"), cast: "submittedApplication" },
    {
      ...application("application-1002", "posting-1001"),
      cast: "duplicateApplication",
      traits: ["duplicate"],
    },
    { ...application("application-1003", "posting-1007"), cast: "failedApplication", traits: ["failed"] },
    { ...application("application-1004", "posting-1007"), cast: "waitingApplication", traits: ["pending"] },
    application("application-1005", "posting-1008"),
  ],
});

const candidates: Readonly<Record<string, string>> = {
  "1001": "lena.voss@example.org",
  "1002": "lena.voss@example.org",
  "1003": "omar.said@example.org",
  "1004": "ines.calder@example.org",
  "1005": "tove.lund@example.org",
};

/** Who handed in the applications. */
export const submissionRows = rowsOf({
  small: Object.entries(candidates).map(([number, candidate_email]) => ({
    remoteId: `submission-${number}`,
    relations: { application_id: `application-${number}` },
    values: { candidate_email, answers: [] },
  })),
});
