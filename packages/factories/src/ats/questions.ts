import type { Entity } from "../define-factory.ts";
import type { Country } from "../people.ts";

/** What an answer has to look like. */
export type Format = NonNullable<Entity<"AtsScreeningQuestion">["format"]>;
type WithOptions = Extract<Format, { options: unknown }>;

/** A format as the table has it: options by a name that never changes. */
export type Form =
  | Exclude<Format, WithOptions>
  | (Omit<Extract<Format, { type: "SINGLE_SELECT" }>, "options"> & Options)
  | (Omit<Extract<Format, { type: "MULTI_SELECT" }>, "options"> & Options);

interface Options {
  readonly options: Readonly<Record<string, string>>;
}

/** A question that recruiters ask. */
export interface Question {
  readonly title: string;
  readonly description?: string;
  readonly form: Form;
  readonly category?: Entity<"AtsScreeningQuestion">["category"];
  /** Nothing where the tool does not tell. */
  readonly required?: boolean;
  /** The question on which it depends: the option that leads to it, or true for a yes. */
  readonly after?: { readonly question: string; readonly option: string | true };
}

/** What recruiters ask, in the order of a form. */
export const questions = {
  privacy: {
    title: "How we handle your data",
    description: "We keep your application for six months and show it only to those who decide about it.",
    form: { type: "INFORMATION" },
    required: false,
  },
  motivation: {
    title: "Why would you like to work with us?",
    description: "A few sentences are enough.",
    form: { type: "TEXT", display_type: "MULTI_LINE", max_length: 2_000 },
    required: true,
  },
  currentTitle: {
    title: "What is your current job title?",
    form: { type: "TEXT", display_type: "SINGLE_LINE", max_length: 120 },
    required: false,
  },
  referee: {
    title: "At which e-mail address can we reach a referee?",
    form: { type: "TEXT", display_type: "EMAIL", max_length: null },
    required: false,
  },
  portfolio: {
    title: "Where can we see your work?",
    description: "A link to your portfolio or profile.",
    form: { type: "TEXT", display_type: "URL", max_length: 500 },
    required: false,
  },
  experience: {
    title: "How many years of experience do you have in a similar position?",
    form: { type: "NUMBER", display_type: "FIELD", min: 0, max: 50 },
    required: true,
  },
  office: {
    title: "How many days a week would you like to work in the office?",
    form: { type: "NUMBER", display_type: "SLIDER", min: 0, max: 5 },
    required: false,
  },
  certificate: {
    title: "Please upload your latest certificate",
    form: {
      type: "FILE",
      accepted_mime_types: ["application/pdf", "image/jpeg", "image/png"],
      max_file_size_bytes: 10_485_760,
    },
    required: false,
  },
  source: {
    title: "How did you hear about us?",
    form: {
      type: "SINGLE_SELECT",
      display_type: "DROPDOWN",
      options: {
        board: "A job board",
        website: "Your website",
        social: "Social media",
        referral: "Somebody who works here",
        other: "Something else",
      },
    },
    required: true,
  },
  referrer: {
    title: "Who told you about the job?",
    form: { type: "TEXT", display_type: "SINGLE_LINE", max_length: 200 },
    required: true,
    after: { question: "source", option: "referral" },
  },
  permit: {
    title: "Does your permit to work in {country} end some day?",
    form: { type: "BOOLEAN" },
    required: true,
  },
  permitEnd: {
    title: "When does your permit end?",
    form: { type: "DATE" },
    required: true,
    after: { question: "permit", option: true },
  },
  start: {
    title: "When could you start?",
    form: { type: "DATE" },
    required: true,
  },
  languages: {
    title: "Which languages do you speak at work?",
    form: {
      type: "MULTI_SELECT",
      options: { en: "English", de: "German", fr: "French", nl: "Dutch", es: "Spanish", tr: "Turkish" },
    },
    required: false,
  },
  video: {
    title: "Introduce yourself in a short video",
    form: { type: "UNKNOWN", raw_question: { type: "video_recording", max_seconds: 90, retakes: 2 } },
  },
  gender: {
    title: "What is your gender?",
    description: "Your answer is not shown to those who decide about your application.",
    form: {
      type: "SINGLE_SELECT",
      display_type: "RADIO",
      options: {
        female: "Female",
        male: "Male",
        "non-binary": "Non-binary",
        none: "I do not wish to answer",
      },
    },
    category: "EEO",
    required: false,
  },
  ageGroup: {
    title: "Which age group do you belong to?",
    form: {
      type: "SINGLE_SELECT",
      display_type: null,
      options: { "18": "18 to 29", "30": "30 to 44", "45": "45 to 59", "60": "60 or older" },
    },
    category: "DEMOGRAPHIC",
  },
} as const satisfies Readonly<Record<string, Question>>;

/** Countries as questions name them. */
export const countryNames: Readonly<Record<Country, string>> = {
  DE: "Germany",
  FR: "France",
  GB: "the United Kingdom",
  NL: "the Netherlands",
  US: "the United States",
};
