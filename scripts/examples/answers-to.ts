import type { Cast } from "@kombo-mock/msw";
import type { Desk } from "./desk.ts";

interface Question {
  readonly id: string;
  readonly required: boolean | null;
  readonly precondition_question_id: string | null;
  readonly format: { readonly type: string; readonly options?: readonly { readonly id: string }[] };
}

type Answer = (format: Question["format"]) => unknown;

/** An answer to a question of each format; a text where none is listed. */
const answers: Readonly<Record<string, Answer>> = {
  BOOLEAN: () => false,
  NUMBER: () => 6,
  DATE: () => "2026-05-01",
  SINGLE_SELECT: ({ options = [] }) => options[0]?.id,
  MULTI_SELECT: ({ options = [] }) => options.slice(0, 1).map(({ id }) => id),
};

/** Answers to what a job asks of everybody who applies. */
export async function answersTo(name: keyof Cast, { cast, list }: Desk): Promise<readonly object[]> {
  const job = cast[name];
  const request = { operation: "GET /ats/jobs", path: {}, query: { ids: job.id } };
  const [found] = await list({ ...request, integrationId: job.integration_id });
  // A job of the API's list has its questions so.
  const questions = found?.["screening_questions"] as readonly Question[];
  return questions
    .filter(({ required, precondition_question_id: condition }) => required && condition === null)
    .map(({ id, format }) => ({
      question_id: id,
      answer: (answers[format.type] ?? (() => "Ten years in logistics, four of them as a lead."))(format),
    }));
}
