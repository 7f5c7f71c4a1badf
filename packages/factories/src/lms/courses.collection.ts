import { defineCollection } from "../worlds/collection.ts";
import { many, one } from "../worlds/relations.ts";
import { lmsCourseFactory } from "./courses.factory.ts";
import { courseRows } from "./courses.rows.ts";

/** What there is to learn. What learners see of a course stands on its revisions. */
export const lmsCourses = defineCollection({
  name: "lms.courses",
  model: "lms_courses",
  factory: lmsCourseFactory,
  relations: {
    provider: one("lms.course-providers", "provider_id"),
    revisions: many("lms.course-revisions", "course_id"),
  },
  rows: (source) => (source.category === "LMS" ? courseRows(source) : []),
  inputs: (_, { date }) => ({ date }),
});
