import { aiApplyCast } from "../ai-apply/ai-apply.cast.ts";
import { assessmentCast } from "../assessment/assessment.cast.ts";
import { candidateCast } from "../ats/candidates.cast.ts";
import { jobsCast } from "../ats/jobs.cast.ts";
import { peopleCast } from "../hris/people.cast.ts";
import { timeCast } from "../hris/time.cast.ts";
import { lmsCast } from "../lms/lms.cast.ts";

/** Records that people test with, by name: each world that holds the small company has them, under the same ids. */
export const castList = {
  ...peopleCast,
  ...timeCast,
  ...jobsCast,
  ...candidateCast,
  ...assessmentCast,
  ...lmsCast,
  ...aiApplyCast,
} as const;

/** The name of a member of the cast. */
export type CastName = keyof typeof castList;
