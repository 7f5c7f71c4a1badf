import { defineFactory, type Entity, type FieldContext } from "../define-factory.ts";
import type { Country } from "../people.ts";
import { countryNames, type Form, type Format, type Question, questions } from "./questions.ts";

/** What a screening question is made from. */
export interface AtsScreeningQuestionInputs {
  /** Which of the questions that recruiters ask. */
  readonly question: keyof typeof questions;
  readonly country: Country;
  /** Its id in the tool, from which those of its options are made; null for any. */
  readonly remoteId: string | null;
  /** The question on which it depends, with the answers that lead to it. */
  readonly precondition: {
    readonly id: string;
    readonly options: NonNullable<Entity<"AtsScreeningQuestion">["precondition_options"]>;
  } | null;
}

const inputs: AtsScreeningQuestionInputs = {
  question: "motivation",
  country: "DE",
  remoteId: null,
  precondition: null,
};

type Context = FieldContext<Entity<"AtsScreeningQuestion">, AtsScreeningQuestionInputs>;

const asked = ({ input }: Context): Question => questions[input.question];
const inCountry = (text: string, { input }: Context) =>
  text.replaceAll("{country}", countryNames[input.country]);

/** Fills in what the table of questions leaves open: ids of options and names of countries. */
function formatOf(form: Form, context: Context): Format {
  if (form.type !== "SINGLE_SELECT" && form.type !== "MULTI_SELECT") return form;
  const options = Object.entries(form.options).map(([option, name], index) => ({
    id: context.at(`options/${option}`).id(),
    remote_id: `${context.get("remote_id")}-${index + 1}`,
    name,
  }));
  return { ...form, options };
}

function withoutLimits(form: Form): Format {
  if (form.type === "TEXT") return { type: "TEXT", display_type: null, max_length: null };
  if (form.type === "NUMBER") return { type: "NUMBER", display_type: null, min: null, max: null };
  if (form.type === "FILE") return { type: "FILE", accepted_mime_types: null, max_file_size_bytes: null };
  return "options" in form ? { ...form, options: [] } : form;
}

/** Builds a question to applicants: about their motivation, in as many lines as they need, unless told. */
export const atsScreeningQuestionFactory = defineFactory("AtsScreeningQuestion")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    title: (context) => inCountry(asked(context).title, context),
    description: (context) => asked(context).description ?? null,
    format: (context) => formatOf(asked(context).form, context),
    category: (context) => asked(context).category ?? null,
    index: ({ input }) => Object.keys(questions).indexOf(input.question),
    required: (context) => asked(context).required ?? null,
    precondition_question_id: ({ input }) => input.precondition?.id ?? null,
    precondition_options: ({ input }) => input.precondition?.options ?? null,
  },
  traits: {
    required: { values: { required: true } },
    optional: { values: { required: false } },
    singleLine: { input: { question: "currentTitle" } },
    email: { input: { question: "referee" } },
    url: { input: { question: "portfolio" } },
    number: { input: { question: "experience" } },
    slider: { input: { question: "office" } },
    file: { input: { question: "certificate" } },
    singleSelect: { input: { question: "source" } },
    boolean: { input: { question: "permit" } },
    date: { input: { question: "start" } },
    multiSelect: { input: { question: "languages" } },
    information: { input: { question: "privacy" } },
    unknown: { input: { question: "video" } },
    eeo: { input: { question: "gender" } },
    demographic: { input: { question: "ageGroup" } },
    /** Of its kind, but the tool tells neither limits nor options. */
    unlimited: { fields: { format: (context) => withoutLimits(asked(context).form) } },
    conditional: {
      input: { question: "permitEnd" },
      fields: { precondition_question_id: ({ id }) => id(), precondition_options: () => [true] },
    },
  },
});
