import { lmsCollections } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/lms";
import type { Domain } from "../domain.ts";
import { courseBulkTasks } from "./course-bulk-tasks.collection.ts";
import { getCourseBulkTask, upsertCourses } from "./course-bulk-tasks.handlers.ts";
import { courseCompletions } from "./course-completions.collection.ts";
import {
  completeCourseProgression,
  createCourseProgression,
  listCourseProgressions,
} from "./course-progressions.handlers.ts";
import { deactivateCourse, listCourses } from "./courses.handlers.ts";
import { listSkills } from "./skills.handlers.ts";
import { listUsers } from "./users.handlers.ts";

/** Learning systems: users, courses, and how far everybody has come. */
export const lms = {
  name: "lms",
  behaviours: [
    listUsers,
    listCourses,
    upsertCourses,
    getCourseBulkTask,
    deactivateCourse,
    listSkills,
    listCourseProgressions,
    createCourseProgression,
    completeCourseProgression,
  ],
  requestValidators,
  collections: [...lmsCollections, courseBulkTasks, courseCompletions],
} satisfies Domain;
