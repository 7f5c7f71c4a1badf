import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";

type Kind = Entity<"AssessmentPackageType">;

/** What a package is made from. */
export interface AssessmentPackageInputs {
  readonly kind: Kind;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

interface Offer {
  readonly names: readonly string[];
  readonly description: string;
}

// What such packages are called, and what recruiters are told of them.
const offers: Readonly<Record<Kind, Offer>> = {
  BEHAVIORAL: {
    names: ["Personality profile", "Ways of working", "Situational judgement"],
    description: "Twenty minutes of questions on how the candidate decides and works with others.",
  },
  VIDEO_INTERVIEW: {
    names: ["Video interview", "Recorded introduction", "Video interview, short"],
    description: "Five questions that the candidate answers on video, whenever it suits.",
  },
  SKILLS_TEST: {
    names: ["Coding test", "Numerical reasoning", "Spreadsheet test", "English, written"],
    description: "Tasks of the trade with a time limit, marked automatically.",
  },
  BACKGROUND_CHECK: {
    names: ["Identity and criminal record", "Education check", "Employment history"],
    description: "The candidate's papers, compared with the registers that hold them.",
  },
  REFERENCE_CHECK: {
    names: ["Two references", "Manager references", "References by phone"],
    description: "Former colleagues are asked for their view, with the candidate's consent.",
  },
};

const inputs: AssessmentPackageInputs = { kind: "SKILLS_TEST", date: "2026-01-15" };

/** Builds a package that recruiters can order: a skills test unless told. */
export const assessmentPackageFactory = defineFactory("AssessmentPackage")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    name: ({ input, pick }) => pick(offers[input.kind].names),
    description: ({ input }) => offers[input.kind].description,
    updated_at: (context) => instantBefore(context, context.input.date, { minDays: 5, maxDays: 500 }),
    type: ({ input }): Kind | null => input.kind,
  },
  traits: {
    behavioral: { input: { kind: "BEHAVIORAL" } },
    videoInterview: { input: { kind: "VIDEO_INTERVIEW" } },
    backgroundCheck: { input: { kind: "BACKGROUND_CHECK" } },
    referenceCheck: { input: { kind: "REFERENCE_CHECK" } },
    withoutType: { fields: { type: () => null } },
  },
});
