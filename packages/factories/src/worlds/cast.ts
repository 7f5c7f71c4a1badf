import { aiApplyCast } from "../ai-apply/ai-apply.cast.ts";
import { assessmentCast } from "../assessment/assessment.cast.ts";
import { candidateCast } from "../ats/candidates.cast.ts";
import { jobsCast } from "../ats/jobs.cast.ts";
import { customCast } from "../custom/custom.cast.ts";
import { peopleCast } from "../hris/people.cast.ts";
import { timeCast } from "../hris/time.cast.ts";
import { lmsCast } from "../lms/lms.cast.ts";

/** What is said of a member of the cast. */
export interface CastEntry {
  readonly collection: string;
  /** What is special about the record. */
  readonly description: string;
  /** The member that it is in the integration of another tool; its row bears that member's name. */
  readonly like?: { readonly tool: string; readonly name: string };
}

/** Records that people test with, by name: each world that holds the small company has them, under the same ids. */
export const castList = {
  ...peopleCast,
  ...timeCast,
  ...jobsCast,
  ...candidateCast,
  ...assessmentCast,
  ...lmsCast,
  ...aiApplyCast,
  ...customCast,
} as const satisfies Readonly<Record<string, CastEntry>>;

/** The name of a member of the cast. */
export type CastName = keyof typeof castList;
