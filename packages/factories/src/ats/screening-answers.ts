import type { Choices } from "../choices.ts";
import type { Entity } from "../define-factory.ts";
import { anyTitle } from "./brief-records.ts";

/** What has to be known of a question to answer it. */
export type AskedQuestion = Pick<
  Entity<"AtsScreeningQuestion">,
  "id" | "remote_id" | "title" | "format" | "precondition_question_id" | "precondition_options"
>;

type Format = NonNullable<AskedQuestion["format"]>;
type Answer = Entity<"AtsScreeningQuestionAnswer">;

/** An answer as it is read, with the ids or the boolean that a precondition of another question may name. */
interface Given {
  readonly answer: Answer["answer"];
  readonly chosen: readonly (string | boolean)[];
}

/** What a candidate answers to a job's questions, as it is read: options by name, and nothing where files were asked. */
export function answersTo(choices: Choices, questions: readonly AskedQuestion[], date: string): Answer[] {
  const chosen = new Map<string, Given["chosen"]>();
  return questions.flatMap((question) => {
    const { format, precondition_question_id: earlier, precondition_options: wanted } = question;
    if (!format) return [];
    const given = earlier ? (chosen.get(earlier) ?? []) : [];
    if (earlier && wanted && !given.some((one) => (wanted as readonly unknown[]).includes(one))) return [];
    const made = answerIn(choices.at(question.remote_id ?? question.id), question, date);
    if (!made) return [];
    chosen.set(question.id, made.chosen);
    const asked = { remote_id: question.remote_id, title: question.title ?? "", type: format.type };
    // The answer is of its question's kind, which the compiler cannot follow through the union of all kinds.
    return [{ question: asked, answer: made.answer } as Answer];
  });
}

function answerIn(choices: Choices, { format, title }: AskedQuestion, date: string): Given | null {
  switch (format?.type) {
    case "TEXT":
      return { answer: { content: textFor(choices, format, title ?? "") }, chosen: [] };
    case "NUMBER":
      return { answer: { number: numberFor(choices, format) }, chosen: [] };
    case "SINGLE_SELECT": {
      if (format.options.length === 0) return { answer: { choice: null }, chosen: [] };
      const { id, name } = choices.pick(format.options);
      return { answer: { choice: name }, chosen: [id] };
    }
    case "MULTI_SELECT": {
      const picked = format.options.filter(({ id }) => choices.at(id).chance(0.5));
      return { answer: { choices: picked.map(({ name }) => name) }, chosen: picked.map(({ id }) => id) };
    }
    case "BOOLEAN": {
      const checked = choices.chance(0.7);
      return { answer: { checked }, chosen: [checked] };
    }
    case "DATE": {
      const days = choices.integer(10, 120);
      return { answer: { date: new Date(Date.parse(date) + days * 86_400_000).toISOString() }, chosen: [] };
    }
    case "UNKNOWN":
      return { answer: { raw: { value: choices.pick(texts) } }, chosen: [] };
    default:
      return null;
  }
}

type TextFormat = Extract<Format, { type: "TEXT" }>;

function textFor(choices: Choices, { display_type, max_length }: TextFormat, title: string): string {
  const text = title.includes("title")
    ? anyTitle(choices)
    : choices.pick(textsByDisplay[display_type ?? "MULTI_LINE"]);
  return text.slice(0, max_length ?? undefined);
}

const texts = [
  "I have followed your products for years and would love to build them with you.",
  "Four years in a similar role, the last one leading a small team.",
  "A friend of mine works here and speaks highly of the place.",
  "I am looking for more responsibility and a shorter commute.",
  "Three months to the end of a quarter.",
] as const;
const textsByDisplay: Readonly<Record<NonNullable<TextFormat["display_type"]>, readonly string[]>> = {
  SINGLE_LINE: ["A former colleague", "A friend from university", "My neighbour", "It is in my CV"],
  MULTI_LINE: texts,
  EMAIL: ["references@mail.example.com", "former.manager@inbox.example.com"],
  URL: ["https://portfolio.example.com/work", "https://pages.example.com/about-me"],
};

type NumberFormat = Extract<Format, { type: "NUMBER" }>;

/** Small numbers are the likelier ones, whatever the form would take. */
function numberFor(choices: Choices, { min, max }: NumberFormat): number {
  const from = Math.ceil(min ?? 0);
  return choices.integer(from, Math.max(from, Math.min(Math.floor(max ?? from + 15), from + 15)));
}

const option = (id: string, name: string) => ({ id, remote_id: null, name });

/** Questions of every kind that answers exist for, for an application that belongs to no job of a world. */
export const commonQuestions: readonly AskedQuestion[] = [
  {
    id: "2bFvXh7QyKs9MzRw4LtPnCd6",
    remote_id: "301",
    title: "Why do you want to work with us?",
    format: { type: "TEXT", display_type: "MULTI_LINE", max_length: 2000 },
  },
  {
    id: "5kQyTn8RbWz3XsVc6JpMhGd2",
    remote_id: "302",
    title: "How many years of experience do you have?",
    format: { type: "NUMBER", display_type: "FIELD", min: 0, max: 40 },
  },
  {
    id: "7nLpWd3RtXz6KqMv8BfGcHs5",
    remote_id: "303",
    title: "Are you allowed to work in the country of the job?",
    format: { type: "BOOLEAN" },
  },
  {
    id: "9rGmTc5JwBq8VxZk3HsYdNp4",
    remote_id: "304",
    title: "How well do you speak English?",
    format: {
      type: "SINGLE_SELECT",
      display_type: "DROPDOWN",
      options: [option("4aaa", "Basic"), option("4bbb", "Fluent"), option("4ccc", "First language")],
    },
  },
  {
    id: "3hVsKw9TmQf4YcXb7ZrJnLp8",
    remote_id: "305",
    title: "Where could you work?",
    format: {
      type: "MULTI_SELECT",
      options: [
        option("5aaa", "At the office"),
        option("5bbb", "From home"),
        option("5ccc", "At customers'"),
      ],
    },
  },
  {
    id: "6tDpRk2XwYc3VnQ8BzHsMf7J",
    remote_id: "306",
    title: "When could you start?",
    format: { type: "DATE" },
  },
  {
    id: "8sJwNq3ZbKfXy5RtLm7VdCgH",
    remote_id: "307",
    title: "Please introduce yourself in a video.",
    format: { type: "UNKNOWN" },
  },
];
