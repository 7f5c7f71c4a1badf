import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { type FormQuestion, questionsOf } from "./application-form.ts";

type Job = Entity<"AiApplyUnifiedJob">;
type Question = Entity<"AiApplyUnifiedScreeningQuestion">;

/** A posting in the shape of an ATS job: what it does not tell is empty. */
export function jobOf(posting: StoredRecord): Job {
  const { id, url, job_code, created_at, updated_at, archived_at, availability, location } = posting;
  const isGone = posting["archived_reason"] === "JOB_POSTING_TAKEN_OFFLINE";
  const stamp = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    ...{ id, remote_id: id, name: titleOf(String(url)), job_code: stamp(job_code), description: null },
    ...{ confidential: null, weekly_hours: null, category: null, department: null, post_url: String(url) },
    ...{ experience_level: null, salary_amount: null, salary_amount_from: null, salary_amount_to: null },
    ...{ salary_currency: null, salary_period: null, custom_fields: null, integration_fields: [] },
    ...{ opened_at: stamp(created_at), closed_at: stamp(archived_at) },
    ...{ remote_created_at: null, remote_updated_at: null, contact_id: null, remote_data: null },
    ...{ changed_at: String(updated_at), remote_deleted_at: isGone ? stamp(archived_at) : null },
    ...{ remote_url: null, stages: [], job_postings: [], hiring_team: [] },
    ...{ employment_type: null, visibility: null, remote_work_status: null },
    status: availability === "ARCHIVED" ? "ARCHIVED" : availability === "APPLYABLE" ? "OPEN" : null,
    screening_questions: availability === "APPLYABLE" ? screeningQuestionsOf(posting) : null,
    location: locationOf(location),
  };
}

/** Questions that the body of an application answers anyway. */
const covered: ReadonlySet<FormQuestion["unified_key"]> = new Set<FormQuestion["unified_key"]>([
  ...(["FIRST_NAME", "LAST_NAME", "EMAIL", "FULL_PHONE_NUMBER", "RESIDENCE_COUNTRY"] as const),
  ...(["RESUME", "GENDER", "EXPECTED_START_DATE"] as const),
]);

/** The questions of a posting's form that need answers of their own. */
export function ownQuestions(posting: StoredRecord): FormQuestion[] {
  return questionsOf(posting).filter(({ unified_key }) => !covered.has(unified_key));
}

function screeningQuestionsOf(posting: StoredRecord): Question[] {
  return ownQuestions(posting).map((question, index): Question => {
    const { question_id, label, description, category, required, display_when } = question;
    const wanted = display_when?.answer_equals;
    return {
      ...{ id: question_id, remote_id: null, title: label, description, category, index, required },
      format: formatOf(question),
      precondition_question_id: display_when?.question_id ?? null,
      precondition_options:
        typeof wanted === "boolean" ? [wanted] : typeof wanted === "string" ? [wanted] : null,
    };
  });
}

function formatOf({ question_type, options }: FormQuestion): NonNullable<Question["format"]> {
  if (question_type === "SINGLE_SELECT" || question_type === "MULTI_SELECT") {
    const choices = (options ?? []).map(({ id, label }) => ({ id, name: label, remote_id: null }));
    return { type: question_type, options: choices };
  }
  return { type: question_type };
}

/** The title that the end of an address hints at: `shift-lead-118` is "Shift lead". */
export function titleOf(url: string): string | null {
  const slug = new URL(url).pathname.split("/").at(-1) ?? "";
  const words = slug.replaceAll(/[^a-z]+/gi, " ").trim();
  return words === "" ? null : words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

function locationOf(location: unknown): NonNullable<Job["location"]> | null {
  // What is stored came through the judge, or through an import that checked it.
  const known = location as { readonly country: string; readonly postal_code?: string } | null | undefined;
  if (!known) return null;
  const { country, postal_code = null } = known;
  return {
    ...{ country, zip_code: postal_code, city: null, state: null, street_1: null, street_2: null },
    raw: null,
  };
}
