import type { Choices } from "../choices.ts";
import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { links, many } from "../worlds/relations.ts";
import type { RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { edgeJobs } from "./edge-jobs.ts";
import { hiringTeam, openJobTeam } from "./hiring-team.ts";
import { atsJobFactory } from "./jobs.factory.ts";
import { jobIds, smallJobs } from "./jobs.rows.ts";
import { everyQuestion, openJobQuestions, questionsOf } from "./questions.rows.ts";
import { staffOf } from "./users.rows.ts";

/** The jobs that people can apply for. */
export const atsJobs = defineCollection({
  name: "ats.jobs",
  model: "ats_jobs",
  factory: atsJobFactory,
  relations: {
    stages: links("ats.application-stages", "stage_links", { model: "ats_join_jobs_application_stages" }),
    screening_questions: links("ats.screening-questions", "question_links", {
      model: "ats_join_jobs_screening_questions",
    }),
    job_postings: many("ats.job-postings", "job_id"),
    hiring_team: links("ats.users", "hiring_team_links", {
      model: "ats_join_jobs_users",
      links: {
        job_roles: links("ats.roles", "job_role_links", { model: "ats_join_user_job_role_assignments" }),
      },
    }),
    applications: many("ats.applications", "job_id"),
  },
  references: { contact_id: "ats.users" },
  rows: (source) => (source.category === "ATS" ? jobRows(source) : []),
  inputs: ({ remoteId }, { country, date, integrationId, seed, tool }) => ({
    country,
    date,
    tool,
    remoteId,
    company: companyOf(seed, integrationId, country),
  }),
});

function jobRows(source: RowSource): readonly SkeletonRow[] {
  const { added, all, choices, layer } = source;
  const staff = staffOf(all("ats.users"));
  const stagesByJob = Map.groupBy(added("ats.application-stages"), ({ remoteId }) => remoteId.split("-")[0]);
  const linked = (row: SkeletonRow): SkeletonRow => {
    const decide = choices(`jobs/${row.remoteId}`);
    const team = row.remoteId === "1001" ? openJobTeam : hiringTeam(decide, staff);
    const stages = stagesByJob.get(row.remoteId) ?? [];
    const hasContact = row.remoteId === "1001" || decide.at("has-contact").chance(0.7);
    return {
      ...row,
      relations: { contact_id: hasContact ? (team[0]?.remoteId ?? null) : null },
      links: {
        stage_links: stages.map(stageLink),
        question_links: questionIds(row.remoteId, decide).map((remoteId) => ({ remoteId })),
        hiring_team_links: team,
      },
    };
  };
  if (layer === "small") return smallJobs.map(linked);
  if (layer === "edge") return edgeJobs(source, linked);
  return jobIds(layer).map((remoteId) => linked(generatedJob(remoteId, choices(`jobs/${remoteId}`))));
}

const stageLink = ({ remoteId, values }: SkeletonRow): SkeletonLink => ({
  remoteId,
  values: { index: values?.["index"] ?? null },
});

function questionIds(jobId: string, decide: Choices): readonly string[] {
  if (jobId === "1001") return openJobQuestions;
  if (jobId === "1007") return everyQuestion;
  if (jobId === "1009" || decide.at("without-questions").chance(0.1)) return [];
  return questionsOf((question) => decide.at(`asks/${question}`).chance(0.35));
}

/** A job as companies have them: most are open, and some states are rare. */
function generatedJob(remoteId: string, decide: Choices): SkeletonRow {
  const share = decide.at("state").integer(1, 100);
  const state = states.find(({ upTo }) => share <= upTo)?.trait;
  const traits = [
    ...(state ? [state] : []),
    ...(decide.at("without-salary").chance(0.3) ? ["withoutSalary"] : []),
  ];
  return traits.length > 0 ? { remoteId, traits } : { remoteId };
}

const states = [
  { upTo: 25, trait: "closed" },
  { upTo: 32, trait: "draft" },
  { upTo: 40, trait: "archived" },
  { upTo: 44, trait: "confidential" },
  { upTo: 50, trait: "closingLater" },
  { upTo: 58, trait: "remote" },
] as const;
