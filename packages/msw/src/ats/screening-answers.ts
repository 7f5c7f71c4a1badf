import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import type { SentFile } from "../request/files.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import { questionsOf } from "./job-process.ts";
import { type Fitting, fillers, fits } from "./screening-answers.formats.ts";

type Question = Entity<"AtsScreeningQuestion">;
type Sent = Entity<"AtsScreeningQuestionAnswerInput">;

/** What an applicant's answers come to. */
interface ReadAnswers {
  /** As they are read back, in the order of the job's questions. */
  readonly answers: readonly Entity<"AtsScreeningQuestionAnswer">[];
  /** Files that were answers; they are listed with the attachments only. */
  readonly files: readonly SentFile[];
}

const where = "body.screening_question_answers";

/** Reads the answers to a job's questions; refuses those that do not fit, and a missing one that is required. */
export function readAnswers(
  context: RequestContext,
  job: StoredRecord,
  sent: readonly Sent[] | undefined = [],
): ReadAnswers {
  // The collection holds questions, whose fields are stored as they are shown.
  const questions = questionsOf(context, job) as unknown as readonly Question[];
  const given = sentAnswers(context, questions, sent);
  const missing: Question[] = [];
  const found = new Map<string, Fitting | undefined>();
  const asking = new Set<string>();
  const isAsked = (question: Question): boolean => {
    const { precondition_question_id: earlier, precondition_options: wanted } = question;
    if (typeof earlier !== "string" || !wanted) return true;
    const first = questions.find(({ id }) => id === earlier);
    // Preconditions that lead back to themselves are met by nothing.
    if (!first || asking.has(question.id)) return false;
    asking.add(question.id);
    const { chosen = [] } = (isAsked(first) && answerTo(first)) || {};
    asking.delete(question.id);
    return chosen.some((one) => (wanted as readonly unknown[]).includes(one));
  };
  const answerTo = (question: Question): Fitting | undefined => {
    if (found.has(question.id)) return found.get(question.id);
    const known = given.get(question.id);
    const isMissing = !known && isRequired(question) && isAsked(question);
    const answer = isMissing ? fillIn(context, question) : known;
    if (isMissing && !answer) missing.push(question);
    found.set(question.id, answer);
    return answer;
  };
  const all = questions.flatMap((question) => {
    const answer = answerTo(question);
    return answer ? [{ question, answer }] : [];
  });
  if (missing.length > 0) refuseMissing(job, missing);
  return {
    answers: all.flatMap(({ question, answer }) => (answer.shown ? [asRead(question, answer.shown)] : [])),
    files: all.flatMap(({ answer }) => answer.file ?? []),
  };
}

/** What only informs has nothing to be answered. */
function isRequired({ required, format }: Question): boolean {
  return required === true && format?.type !== "INFORMATION";
}

function refuseMissing(job: StoredRecord, missing: readonly Question[]): never {
  const told = missing.map(
    ({ id, title, format }) => `"${title ?? ""}" (question_id "${id}", ${format?.type ?? "UNKNOWN"})`,
  );
  return refuse(
    `${where} lacks answers that the job "${String(job["name"])}" requires: ${told.join(", ")}. GET /ats/jobs lists its screening_questions.`,
  );
}

function sentAnswers(
  context: RequestContext,
  questions: readonly Question[],
  sent: readonly Sent[],
): ReadonlyMap<string, Fitting> {
  const given = new Map<string, Fitting>();
  sent.forEach(({ question_id, answer }, index) => {
    const place = `${where}[${index}]`;
    const question = questions.find(({ id }) => id === question_id);
    if (!question) {
      context.warn(
        `${place}.question_id: the job has no screening question "${question_id}"; the answer was left out.`,
      );
      return;
    }
    if (given.has(question_id)) refuse(`${place}: "${question_id}" was answered before; send one answer.`);
    given.set(question_id, fitting(question, answer, `${place}.answer`));
  });
  return given;
}

function fitting({ id, title, format }: Question, answer: unknown, location: string): Fitting {
  const known = format ?? { type: "UNKNOWN" as const };
  const refuseAnswer = (wanted: string): never =>
    refuse(
      `${location} must ${wanted}, but is ${shown(answer)}. The question "${title ?? id}" is of type ${known.type}.`,
    );
  // The reader is the one of the format's own type, which the compiler cannot follow through the union.
  return fits[known.type]({ answer, format: known as never, location, refuse: refuseAnswer });
}

function fillIn(context: RequestContext, question: Question): Fitting | undefined {
  const { id, format } = question;
  if (context.assume("missing-required-answer") !== "fill" || !format) return undefined;
  const today = isoString(context.now).slice(0, 10);
  const filler = fillers[format.type](format as never, today);
  return filler === undefined ? undefined : fitting(question, filler, `${where} (filled in for "${id}")`);
}

function asRead(
  { remote_id, title, format }: Question,
  answer: NonNullable<Fitting["shown"]>,
): Entity<"AtsScreeningQuestionAnswer"> {
  const question = { remote_id, title: title ?? "", type: format?.type ?? "UNKNOWN" };
  // The answer is of its question's kind, which the compiler cannot follow through the union of all kinds.
  return { question, answer } as Entity<"AtsScreeningQuestionAnswer">;
}

function shown(answer: unknown): string {
  if (typeof answer === "object" && answer !== null)
    return Array.isArray(answer) ? JSON.stringify(answer) : "an object";
  return JSON.stringify(answer);
}

function refuse(message: string): never {
  throw new KomboError("PLATFORM.INPUT_INVALID", message);
}
