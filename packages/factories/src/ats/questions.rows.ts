import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { type Question, questions } from "./questions.ts";

const names = Object.keys(questions) as (keyof typeof questions)[];

/** Ids in the tool are given once and for all, whatever order the questions are asked in. */
const idOf = {
  motivation: "1001",
  currentTitle: "1002",
  referee: "1003",
  portfolio: "1004",
  experience: "1005",
  office: "1006",
  certificate: "1007",
  source: "1008",
  referrer: "1009",
  permit: "1010",
  permitEnd: "1011",
  start: "1012",
  languages: "1013",
  privacy: "1014",
  video: "1015",
  gender: "1016",
  ageGroup: "1017",
} as const satisfies Record<keyof typeof questions, string>;

const nameOf = new Map<string, keyof typeof questions>(names.map((name) => [idOf[name], name]));

/** Which question a record asks. */
export const questionOf = (remoteId: string): keyof typeof questions => nameOf.get(remoteId) ?? "motivation";

const small: readonly SkeletonRow[] = names.map((name) => {
  const { after }: Question = questions[name];
  const precondition = after ? idOf[after.question as keyof typeof idOf] : null;
  return { remoteId: idOf[name], relations: { precondition_question_id: precondition } };
});

const edge: readonly SkeletonRow[] = [
  { remoteId: "30001", bare: true },
  {
    remoteId: "30002",
    traits: ["unlimited"],
    values: {
      title: "Warum gerade wir? 🤔 لماذا نحن؟ למה דווקא אנחנו?",
      description: "Tell us everything. ".repeat(200).trim(),
      remote_id: null,
    },
  },
  { remoteId: "30003", traits: ["number", "unlimited"] },
  { remoteId: "30004", traits: ["number"], values: { format: { min: -1e9, max: 1e15 } } },
  { remoteId: "30005", traits: ["file", "unlimited"] },
  { remoteId: "30006", traits: ["singleSelect", "unlimited"] },
  // A precondition that no answer meets, and one whose question is of no kind that is known.
  {
    remoteId: "30007",
    relations: { precondition_question_id: "30006" },
    values: { precondition_options: [] },
  },
  {
    remoteId: "30008",
    relations: { precondition_question_id: "1015" },
    values: { precondition_options: null },
  },
  { remoteId: "30009", traits: ["unknown"], values: { format: { raw_question: null }, required: null } },
];

/** The rows of the questions that jobs share. */
export function questionRows({ layer }: RowSource): readonly SkeletonRow[] {
  if (layer === "small") return small;
  return layer === "edge" ? edge : [];
}

/** Every question of the small world, in the order of a form. */
export const everyQuestion: readonly string[] = names.map((name) => idOf[name]);

/** Every question of the edge world that a tool says something about. */
export const edgeQuestions: readonly string[] = edge.map(({ remoteId }) => remoteId);

/** The questions of the open job, one of which is asked only after another. */
export const openJobQuestions: readonly string[] = inOrder([
  "motivation",
  "experience",
  "source",
  "permit",
  "permitEnd",
  "start",
]);

/** The questions of a job: all that some others lead to stand with those. */
export function questionsOf(decide: (name: string) => boolean): readonly string[] {
  return inOrder(
    names.filter((name) => {
      const { after }: Question = questions[name];
      return decide(after ? after.question : name);
    }),
  );
}

function inOrder(wanted: readonly (keyof typeof questions)[]): readonly string[] {
  return names.filter((name) => wanted.includes(name)).map((name) => idOf[name]);
}
