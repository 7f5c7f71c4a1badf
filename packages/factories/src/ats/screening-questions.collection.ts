import type { Entity } from "../define-factory.ts";
import { recordId } from "../hash.ts";
import { defineCollection } from "../worlds/collection.ts";
import type { RecordSource } from "../worlds/skeleton.ts";
import { questionOf, questionRows } from "./questions.rows.ts";
import { type Question, questions } from "./questions.ts";
import { atsScreeningQuestionFactory } from "./screening-questions.factory.ts";

/** What applicants are asked; jobs share questions. */
export const atsScreeningQuestions = defineCollection({
  name: "ats.screening-questions",
  model: "ats_screening_questions",
  factory: atsScreeningQuestionFactory,
  references: { precondition_question_id: "ats.screening-questions" },
  rows: (source) => (source.category === "ATS" ? questionRows(source) : []),
  inputs({ remoteId, relations }, source) {
    const question = questionOf(remoteId);
    const precondition = relations?.["precondition_question_id"];
    return {
      question,
      remoteId,
      country: source.country,
      precondition: precondition
        ? {
            id: recordId(source.integrationId, precondition),
            options: leadingTo(question, precondition, source),
          }
        : null,
    };
  },
});

/** The answers to another question after which this one is asked. */
function leadingTo(name: keyof typeof questions, precondition: string, source: RecordSource) {
  const { after }: Question = questions[name];
  if (typeof after?.option !== "string") return [true];
  // The field that the collection itself has made.
  const format = source.value(
    "ats.screening-questions",
    precondition,
    "format",
  ) as Entity<"AtsScreeningQuestion">["format"];
  const index = Object.keys(optionsOf(questions[after.question as keyof typeof questions])).indexOf(
    after.option,
  );
  const option = format && "options" in format ? format.options[index] : undefined;
  return option ? [option.id] : [];
}

const optionsOf = ({ form }: Question) => ("options" in form ? form.options : {});
