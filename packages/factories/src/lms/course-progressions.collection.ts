import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { lmsCourseProgressionFactory } from "./course-progressions.factory.ts";
import { progressionRows } from "./course-progressions.rows.ts";

/** Who takes which revision of a course, and how far each has come. */
export const lmsCourseProgressions = defineCollection({
  name: "lms.course-progressions",
  model: "lms_course_progressions",
  factory: lmsCourseProgressionFactory,
  relations: {
    user: one("lms.users", "user_id"),
    course_revision: one("lms.course-revisions", "course_revision_id"),
  },
  rows: (source) => (source.category === "LMS" ? progressionRows(source) : []),
  inputs({ relations }, { country, date, value }) {
    const createdAt = (collection: string, id: string | null | undefined) => {
      const known = id ? value(collection, id, "remote_created_at") : null;
      return typeof known === "string" ? known : null;
    };
    const known = [
      createdAt("lms.users", relations?.["user_id"]),
      createdAt("lms.course-revisions", relations?.["course_revision_id"]),
    ].filter((instant) => instant !== null);
    return { country, date, from: known.toSorted().at(-1) ?? null };
  },
});
