import { defineFactory, type Entity } from "../define-factory.ts";
import { addressAt } from "../places.ts";
import { jobDescriptionHtml } from "../prose.ts";
import { departments, jobTitle } from "../work.ts";
import { deleted } from "./deleted.ts";
import {
  type AtsJobInputs,
  categories,
  departmentOf,
  employmentTypeOf,
  experienceLevel,
  hoursOf,
  type JobContext,
  levelOf,
  payAround,
  payOfJob,
  remoteWork,
} from "./job-facts.ts";
import { aPosting, aQuestion, aTeam, theStages } from "./job-relations.ts";
import { closedAt, closesLater, createdAt, openedAt, seenAt, updatedAt } from "./job-times.ts";

export type { AtsJobInputs } from "./job-facts.ts";

const inputs: AtsJobInputs = {
  status: "OPEN",
  country: "DE",
  tool: "greenhouse",
  company: { name: "Company GmbH", host: "company.example.com" },
  remoteId: null,
  date: "2026-01-15",
};

const isPublic = ({ get }: JobContext) => get("visibility") === "PUBLIC" || get("visibility") === "UNLISTED";

/** Builds a job that people can apply for: an open one in Germany unless told. */
export const atsJobFactory = defineFactory("AtsJob")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    name: (context) => jobTitle(context, departmentOf(context), levelOf(context)),
    job_code: ({ get }) => `REQ-${get("remote_id")}`,
    description: (context) =>
      jobDescriptionHtml(context, context.get("name") ?? "Colleague", context.input.company.name),
    confidential: ({ get }) => get("visibility") === "CONFIDENTIAL",
    weekly_hours: hoursOf,
    employment_type: employmentTypeOf,
    status: ({ input }): string => input.status,
    visibility: ({ get, chance, pick }): string =>
      get("status") === "DRAFT" || chance(0.2) ? pick(["INTERNAL", "UNLISTED"] as const) : "PUBLIC",
    category: (context) => categories[departmentOf(context)],
    department: ({ pick }) => pick<string>(departments),
    post_url: (context) =>
      isPublic(context) && context.get("opened_at") !== null
        ? `https://careers.${context.input.company.host}/jobs/${context.get("remote_id")}`
        : null,
    experience_level: experienceLevel,
    remote_work_status: (context): string => remoteWork(context),
    salary_amount: (context) => (context.chance(0.3) ? payOfJob(context).amount : null),
    salary_amount_from: (context) => (context.get("salary_amount") === null ? payAround(context, 0.9) : null),
    salary_amount_to: (context) => (context.get("salary_amount") === null ? payAround(context, 1.1) : null),
    salary_currency: (context) => payOfJob(context).currency,
    salary_period: (context): string => payOfJob(context).period,
    location: (context) => addressAt(context, context.input.country),
    custom_fields: () => null,
    integration_fields: () => [],
    remote_url: ({ get, input }) => `https://app.${input.tool}.example/jobs/${get("remote_id")}`,
    opened_at: openedAt,
    closed_at: closedAt,
    remote_created_at: createdAt,
    remote_updated_at: updatedAt,
    contact_id: ({ get }) => get("hiring_team")[0]?.id ?? null,
    remote_data: () => null,
    changed_at: seenAt,
    remote_deleted_at: () => null,
    stages: theStages,
    screening_questions: (context) => [aQuestion(context)],
    job_postings: (context) => [aPosting(context)],
    hiring_team: aTeam,
  },
  traits: {
    closed: { input: { status: "CLOSED" } },
    draft: { input: { status: "DRAFT" } },
    archived: { input: { status: "ARCHIVED" } },
    confidential: { values: { visibility: "CONFIDENTIAL" } },
    closingLater: { fields: { closed_at: closesLater } },
    remote: {
      values: { remote_work_status: "REMOTE" },
      fields: { location: ({ input }) => anywhereIn(input) },
    },
    withoutSalary: {
      values: {
        salary_amount: null,
        salary_amount_from: null,
        salary_amount_to: null,
        salary_currency: null,
        salary_period: null,
      },
    },
    withoutQuestions: { values: { screening_questions: [] } },
    unmappedStatus: { values: { status: "Pending Approval" } },
    unmapped: {
      values: {
        status: "On hold - FY27",
        visibility: "Partner agencies",
        employment_type: "ZZ_Contractor_Offshore",
        remote_work_status: "2 days office / 3 days home",
        salary_period: "4_WEEKS",
      },
    },
    deleted,
  },
});

function anywhereIn({ country }: AtsJobInputs): Entity<"Address"> {
  return { city: null, country, raw: "Remote", state: null, street_1: null, street_2: null, zip_code: null };
}
