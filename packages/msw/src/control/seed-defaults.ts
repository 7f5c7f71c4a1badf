import type { Values } from "./seed-values.ts";

/** Where a foreign key leads that nobody gave: what a default may look at. */
export interface DefaultContext {
  /** A known record of the collection that the key leads to; null where there is none. */
  known(): string | null;
  /** A new record of that collection. */
  created(): string;
  /** A stored value of the record that another foreign key of this one leads to. */
  of(key: string, field: string): unknown;
}

type KeyDefault = (context: DefaultContext) => string | null;

const known: KeyDefault = (context) => context.known();
const created: KeyDefault = (context) => context.created();

/** The same record as another one, to which a foreign key leads, has. */
const sameAs =
  (key: string, field: string): KeyDefault =>
  (context) => {
    const found = context.of(key, field);
    return typeof found === "string" ? found : null;
  };

const firstLinked =
  (key: string, list: string): KeyDefault =>
  (context) => {
    // The key of a links relation holds nothing else.
    const [first] = (context.of(key, list) ?? []) as readonly { readonly id: string }[];
    return first?.id ?? null;
  };

/**
 * What a record is given beyond the foreign keys that the document requires, so that it is as believable as those of a
 * world: by collection and key, each after those that it looks at.
 */
export const keyDefaults: Readonly<Record<string, Readonly<Record<string, KeyDefault>>>> = {
  "hris.employees": { work_location_id: known, legal_entity_id: known },
  "hris.absences": { type_id: known },
  "hris.performance-reviews": { review_cycle_id: known },
  "ats.applications": {
    candidate_id: created,
    job_id: known,
    current_stage_id: firstLinked("job_id", "stage_links"),
  },
  "ats.interviews": { application_id: known, stage_id: sameAs("application_id", "current_stage_id") },
  "ats.offers": { application_id: known },
  "ats.notes": { candidate_id: sameAs("application_id", "candidate_id") },
  "ats.attachments": {
    candidate_id: (context) => sameAs("application_id", "candidate_id")(context) ?? known(context),
  },
  "ats.job-postings": { job_id: known },
  "lms.courses": { provider_id: known },
  "lms.course-revisions": { course_id: known },
};

/** What the records are like that others lead to unless told: nothing is special about them. */
export const ordinaryValues: Readonly<Record<string, Values>> = {
  "hris.employees": { employment_status: "ACTIVE" },
  "hris.absence-types": { unit: "DAYS" },
  "ats.jobs": { status: "OPEN" },
  "lms.users": { status: "ACTIVE" },
  "lms.course-revisions": { status: "ACTIVE" },
};

/** Foreign keys of which no two records have the same, as long as another key of theirs is the same. */
export const distinctKeys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "hris.time-off-balances": { type_id: "employee_id" },
  "hris.employee-skill-assignments": { skill_id: "employee_id" },
  "ats.applications": { job_id: "candidate_id" },
  "lms.course-progressions": { course_revision_id: "user_id" },
};

/** Related records that come with a new one unless they are given; an empty list says that there are none. */
export const relatedDefaults: Readonly<Record<string, Readonly<Record<string, readonly Values[]>>>> = {
  "hris.employees": { employments: [{}] },
  "ats.jobs": {
    stages: [{ name: "Applied" }, { name: "Screening" }, { name: "Interview" }, { name: "Offer" }],
  },
  "lms.courses": { revisions: [{}] },
};

/** Values that follow from the list in which a record is nested. */
export const listDefaults: Readonly<Record<string, Values>> = {
  system_roles: { scope: "SYSTEM" },
  job_roles: { scope: "JOB" },
};
