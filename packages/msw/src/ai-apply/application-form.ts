import { base58Id, type Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";

/** A question of a posting's form. */
export type FormQuestion = Entity<"AiApplyFormQuestion">;

type Written = Partial<Omit<FormQuestion, "options" | "display_when">> & {
  readonly label: string;
  readonly question_type: FormQuestion["question_type"];
  readonly options?: readonly (readonly [label: string, key: Entity<"AiApplyFormOption">["unified_key"]])[];
  /** Asked only where this question is answered so. */
  readonly after?: readonly [question: string, answer: boolean];
};

interface Part {
  /** The heading of a section; null for questions without one. */
  readonly label: string | null;
  readonly questions: Readonly<Record<string, Written>>;
}

/** What every form asks: each type of question is in it, one depends on another, and some are common ones. */
const parts: readonly Part[] = [
  {
    label: "About you",
    questions: {
      first: { label: "First name", question_type: "TEXT", required: true, unified_key: "FIRST_NAME" },
      last: { label: "Last name", question_type: "TEXT", required: true, unified_key: "LAST_NAME" },
      email: { label: "E-mail", question_type: "TEXT", required: true, unified_key: "EMAIL" },
      phone: { label: "Phone", question_type: "TEXT", unified_key: "FULL_PHONE_NUMBER" },
      country: {
        ...{ label: "Where do you live?", question_type: "SINGLE_SELECT", unified_key: "RESIDENCE_COUNTRY" },
        options: [
          ["Germany", "DE"],
          ["Norway", "NO"],
          ["United Kingdom", "GB"],
        ],
      },
      resume: {
        ...{ label: "Your CV", question_type: "FILE", required: true, unified_key: "RESUME" },
        description: "As a PDF, if you can.",
      },
    },
  },
  {
    label: null,
    questions: {
      licence: { label: "Do you have a driving licence?", question_type: "BOOLEAN", required: true },
      class: {
        ...{ label: "Of which class?", question_type: "SINGLE_SELECT", required: true },
        options: [
          ["B", null],
          ["C", null],
          ["CE", null],
        ],
        after: ["licence", true],
      },
      years: { label: "For how many years have you done such work?", question_type: "NUMBER" },
      start: { label: "When can you begin?", question_type: "DATE", unified_key: "EXPECTED_START_DATE" },
      shifts: {
        ...{ label: "Which shifts can you work?", question_type: "MULTI_SELECT" },
        options: [
          ["Early", null],
          ["Late", null],
          ["Night", null],
        ],
      },
    },
  },
  {
    label: "Voluntary",
    questions: {
      gender: {
        ...{ label: "Gender", question_type: "SINGLE_SELECT", unified_key: "GENDER", category: "EEO" },
        options: [
          ["Female", "FEMALE"],
          ["Male", "MALE"],
          ["Non-binary", "NON_BINARY"],
          ["I would rather not say", "NOT_SPECIFIED"],
        ],
      },
    },
  },
];

/** The blocks of a posting's form. The ids in it are the posting's own. */
export function formOf({ id }: Pick<StoredRecord, "id">): Entity<"AiApplyFormBlock">[] {
  return parts.flatMap(({ label, questions }): Entity<"AiApplyFormBlock">[] => {
    const children = Object.entries(questions).map(([name, one]) => questionOf(id, name, one));
    return label === null
      ? children
      : [{ block_type: "SECTION", label, children: children.map((child) => ({ ...child })) }];
  });
}

/** All questions of a posting's form, those in sections included. */
export function questionsOf({ id }: Pick<StoredRecord, "id">): FormQuestion[] {
  return parts.flatMap(({ questions }) =>
    Object.entries(questions).map(([name, one]) => questionOf(id, name, one)),
  );
}

function questionOf(posting: string, name: string, { options, after, ...written }: Written): FormQuestion {
  const idOf = (...path: readonly string[]) => base58Id([posting, "form", ...path].join("\n"));
  return {
    ...{ block_type: "QUESTION", question_id: idOf(name), description: null, required: false },
    ...{ category: null, unified_key: null },
    ...written,
    options: options?.map(([label, unified_key]) => ({ id: idOf(name, label), label, unified_key })) ?? null,
    display_when: after ? { question_id: idOf(after[0]), answer_equals: after[1] } : null,
  };
}
