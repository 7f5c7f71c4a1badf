import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { atsJobPostingFactory } from "./job-postings.factory.ts";
import { edgeJobIds } from "./jobs.rows.ts";

/** The ads for jobs. */
export const atsJobPostings = defineCollection({
  name: "ats.job-postings",
  model: "ats_job_postings",
  factory: atsJobPostingFactory,
  relations: { job: one("ats.jobs", "job_id") },
  rows: (source) => (source.category === "ATS" ? postingRows(source) : []),
  inputs({ remoteId, relations }, { country, integrationId, seed, value }) {
    const jobId = relations?.["job_id"];
    // The fields that the collection of jobs has made.
    const of = (field: string) => (jobId ? value("ats.jobs", jobId, field) : null) as string | null;
    const job = { title: of("name"), status: of("status"), visibility: of("visibility") };
    return { remoteId, job, company: companyOf(seed, integrationId, country) };
  },
});

const casts: Readonly<Record<string, string>> = { "1001-1": "activePosting", "1003-1": "draftPosting" };

/** A job that everybody may learn of has a posting, now and then two; of others the edge world tells. */
function postingRows({ added, choices, layer }: RowSource): readonly SkeletonRow[] {
  const ofJobs = added("ats.jobs")
    .filter(({ bare, traits = [] }) => !bare && !traits.includes("confidential"))
    .flatMap(({ remoteId }) => {
      const second = choices(`postings/${remoteId}`).at("second").chance(0.25);
      return [
        posting(`${remoteId}-1`, remoteId),
        ...(second ? [posting(`${remoteId}-2`, remoteId, "unlisted")] : []),
      ];
    });
  return layer === "edge" ? [...ofJobs, ...edge] : ofJobs;
}

function posting(remoteId: string, jobId: string, ...traits: readonly string[]): SkeletonRow {
  const row: SkeletonRow = { remoteId, relations: { job_id: jobId } };
  if (casts[remoteId]) return { ...row, cast: casts[remoteId] };
  return traits.length > 0 ? { ...row, traits } : row;
}

const ofUnusualJob = { relations: { job_id: edgeJobIds.unusual } };

const edge: readonly SkeletonRow[] = [
  { remoteId: "30101", bare: true, ...ofUnusualJob },
  // Of a job that the tool does not tell.
  {
    remoteId: "30102",
    traits: ["internal", "inactive"],
    relations: { job_id: null },
    values: { title: "Offene Stelle 🚀" },
  },
  { remoteId: "30103", values: { title: "مهندس برمجيات أول", remote_id: null }, ...ofUnusualJob },
];
