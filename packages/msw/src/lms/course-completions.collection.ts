import { defineWrittenCollection } from "@kombo-mock/factories/worlds";

/** What was told of completed progressions, one for each: the API takes a score and shows it nowhere. */
export const courseCompletions = defineWrittenCollection({
  name: "lms.course-completions",
  fields: ["completed_at", "score"],
  references: { course_progression_id: "lms.course-progressions" },
});
