import { atsApplicationStages } from "./application-stages.collection.ts";
import { atsJobPostings } from "./job-postings.collection.ts";
import { atsJobs } from "./jobs.collection.ts";
import { atsRejectionReasons } from "./rejection-reasons.collection.ts";
import { atsRoles } from "./roles.collection.ts";
import { atsScreeningQuestions } from "./screening-questions.collection.ts";
import { atsTags } from "./tags.collection.ts";
import { atsUsers } from "./users.collection.ts";

/** Jobs with all that belongs to them, and what recruiters choose from. */
export const jobCollections = [
  atsRoles,
  atsUsers,
  atsApplicationStages,
  atsScreeningQuestions,
  atsTags,
  atsRejectionReasons,
  atsJobs,
  atsJobPostings,
] as const;
