import { defineCollection } from "../worlds/collection.ts";
import { links, many, one } from "../worlds/relations.ts";
import { lmsCourseRevisionFactory } from "./course-revisions.factory.ts";
import { revisionBefore, revisionRows, subjectOf } from "./course-revisions.rows.ts";

/** The versions of the courses, which are what people are enrolled in. */
export const lmsCourseRevisions = defineCollection({
  name: "lms.course-revisions",
  model: "lms_course_revisions",
  factory: lmsCourseRevisionFactory,
  relations: {
    course: one("lms.courses", "course_id"),
    skill_assignments: links("lms.skills", "skill_links", {
      model: "lms_join_revisions_skills",
      as: { record: "skill" },
    }),
    course_progressions: many("lms.course-progressions", "course_revision_id"),
  },
  rows: (source) => (source.category === "LMS" ? revisionRows(source) : []),
  inputs({ remoteId, relations }, source) {
    const { date, tool } = source;
    const courseId = relations?.["course_id"];
    const [before, course] = [revisionBefore(remoteId), courseId].map((id, index) => {
      const collection = index === 0 ? "lms.course-revisions" : "lms.courses";
      const created = id ? source.value(collection, id, "remote_created_at") : null;
      return typeof created === "string" ? created : null;
    });
    return {
      date,
      tool,
      remoteId,
      from: before ?? course ?? null,
      subject: courseId ? subjectOf(courseId, source) : null,
    };
  },
});
