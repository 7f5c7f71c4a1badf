import type { Entity } from "@kombo-mock/factories";
import { fileOf } from "../request/files.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isSame } from "../state/differences.ts";
import type { FormQuestion } from "./application-form.ts";

/** An answer as it was sent. */
export interface SentAnswer {
  readonly question_id: string;
  readonly answer: unknown;
}

const where = "body.screening_question_answers";

/** Holds answers against a form: what is asked is answered, and nothing else; all that is wrong is told at once. */
export function refuseUnfit(questions: readonly FormQuestion[], sent: readonly SentAnswer[]): void {
  const faults: string[] = [];
  const byId = new Map(questions.map((question) => [question.question_id, question]));
  const given = new Map<string, unknown>();
  sent.forEach(({ question_id, answer }, index) => {
    const at = `${where}[${index}]`;
    const question = byId.get(question_id);
    if (!question) faults.push(`${at}.question_id: "${question_id}" is no question of the form.`);
    else if (given.has(question_id)) faults.push(`${at}.question_id: "${question_id}" is answered twice.`);
    else {
      given.set(question_id, answer);
      const fault = faultOf(question, answer, `${at}.answer`);
      if (fault !== undefined) faults.push(fault);
    }
  });
  for (const question of questions) {
    const { question_id, label, required, display_when } = question;
    const isShown = !display_when || isSame(given.get(display_when.question_id), display_when.answer_equals);
    if (isShown && required && !given.has(question_id))
      faults.push(`${where}: the question "${question_id}" (${label}) is required and has no answer.`);
    if (!isShown && given.has(question_id)) {
      faults.push(
        `${where}: the question "${question_id}" (${label}) is not shown after these answers; leave it out. Its display_when says when it is.`,
      );
    }
  }
  if (faults.length === 0) return;
  const advice = "Inquire about the posting for its form: POST /ai-apply/postings/{posting_id}/inquire.";
  throw new KomboError("PLATFORM.INPUT_INVALID", `${faults.join(" ")} ${advice}`);
}

/** What is wrong with an answer; undefined where it fits its question. */
function faultOf(question: FormQuestion, answer: unknown, at: string): string | undefined {
  const wanted = wants[question.question_type](answer, question, at);
  return wanted === undefined ? undefined : `${at}: "${question.label}" needs ${wanted}.`;
}

type Check = (answer: unknown, question: FormQuestion, at: string) => string | undefined;

const wants: Readonly<Record<FormQuestion["question_type"], Check>> = {
  TEXT: (answer, { required }) =>
    typeof answer === "string" && !(required && answer.trim() === "") ? undefined : "a text",
  NUMBER: (answer) => (typeof answer === "number" ? undefined : "a number"),
  BOOLEAN: (answer) => (typeof answer === "boolean" ? undefined : "true or false"),
  DATE: (answer) => (typeof answer === "string" && isDay(answer) ? undefined : "a day such as 2026-01-31"),
  SINGLE_SELECT: (answer, { options }) =>
    options?.some(({ id }) => id === answer) ? undefined : `the id of an option: ${spelled(options)}`,
  MULTI_SELECT: (answer, { options }) =>
    Array.isArray(answer) &&
    new Set(answer).size === answer.length &&
    answer.every((one) => options?.some(({ id }) => id === one))
      ? undefined
      : `a list of ids of options, each once: ${spelled(options)}`,
  FILE(answer, _, at) {
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return "a file";
    // The body was judged: an object in this place is a file.
    fileOf(answer as Entity<"AiApplyAnswerFile">, at);
    return undefined;
  },
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // A day that the month lacks would be read as one of the next month.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

function spelled(options: FormQuestion["options"]): string {
  return (options ?? []).map(({ id, label }) => `"${id}" (${label})`).join(", ");
}
