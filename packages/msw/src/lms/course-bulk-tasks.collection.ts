import { defineWrittenCollection } from "@kombo-mock/factories/worlds";

/** Upserts of courses that were asked for, with their items, what each came to, and what was chosen for the guesses. */
export const courseBulkTasks = defineWrittenCollection({
  name: "lms.course-bulk-tasks",
  fields: ["status", "created_at", "due_at", "completed_at", "items", "choices", "data", "error"],
  references: {},
});
