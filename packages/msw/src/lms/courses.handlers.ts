import { action, list, recordAnswer } from "../request/behaviours.ts";
import { liveRecord } from "../request/live-record.ts";
import { isPresent } from "../state/presence.ts";

const deactivate = "POST /lms/courses/{course_id}/deactivate";
const answer = recordAnswer(deactivate);

/** The courses with their provider and their revisions. */
export const listCourses = list("GET /lms/courses");

/**
 * Closes a course to new learners. A course has no status of its own, so that its revisions tell it; who is enrolled
 * already goes on, and closing it once more changes nothing.
 */
export const deactivateCourse = action(deactivate, (context) => {
  const { change, integration } = context;
  const course = liveRecord(context, "lms.courses", "path.course_id", { remote: true });
  const collection = "lms.course-revisions";
  for (const { id } of context.view(collection).withValue("course_id", course.id).filter(isPresent)) {
    change.patch({ integrationId: integration.id, collection, id }, { status: "INACTIVE" });
  }
  return answer(context, course.id);
});
