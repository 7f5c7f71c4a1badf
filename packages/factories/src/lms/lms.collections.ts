import { lmsCourseProgressions } from "./course-progressions.collection.ts";
import { lmsCourseProviders } from "./course-providers.collection.ts";
import { lmsCourseRevisions } from "./course-revisions.collection.ts";
import { lmsCourses } from "./courses.collection.ts";
import { lmsSkills } from "./skills.collection.ts";
import { lmsUsers } from "./users.collection.ts";

/** What learning systems hold: who learns, what there is to learn, and how far everybody has come. */
export const lmsCollections = [
  lmsUsers,
  lmsCourseProviders,
  lmsSkills,
  lmsCourses,
  lmsCourseRevisions,
  lmsCourseProgressions,
] as const;
