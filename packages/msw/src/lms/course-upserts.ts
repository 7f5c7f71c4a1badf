import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { Choice } from "../request/assumptions.ts";
import { errorCodes } from "../request/error-codes.ts";
import type { Change } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import { own } from "../state/own.ts";
import type { IntegrationState, ScheduledCourseUpsert } from "../state/root.ts";
import { CourseWriter } from "./course-writer.ts";

/** The collection of the tasks. */
export const tasks = "lms.course-bulk-tasks";

/** What was chosen for the guesses when the upsert was asked for: it is carried out by them. */
export interface UpsertChoices {
  readonly updates: Choice<"course-updates">;
  readonly deactivated: Choice<"upsert-of-deactivated-course">;
  readonly revision: Choice<"updated-course-revision">;
  readonly address: Choice<"course-without-web-address">;
}

/** A task as it is stored. */
export interface CourseBulkTask extends StoredRecord {
  readonly status: Entity<"LmsCourseBulkTask">["status"];
  readonly created_at: string;
  readonly due_at: string;
  readonly completed_at: string | null;
  readonly items: readonly Entity<"LmsCourseUpsert">[];
  readonly choices: UpsertChoices;
  readonly data: readonly Result[] | null;
  readonly error: Entity<"LmsCourseBulkTaskError"> | null;
}

type Result = Entity<"LmsCourseUpsertResult">;
type Code = NonNullable<Entity<"LmsCourseBulkTaskErrorCode">>;

/** Goes through the items of a task when its time has come, one after the other: one that fails stops none. */
export function carryOutUpsert(change: Change, { integrationId, taskId }: ScheduledCourseUpsert): void {
  const integration = own(change.root.integrations, integrationId);
  // Only tasks are stored here; one may have been taken away, or ended by a control call.
  const task = change.view(integrationId, tasks).get(taskId) as CourseBulkTask | undefined;
  if (!integration || task?.status !== "PENDING") return;
  const completed_at = isoString(change.now);
  const at = { integrationId, collection: tasks, id: taskId };
  const error = obstacleOf(integration);
  if (error) change.patch(at, { status: "FAILED", completed_at, error });
  else {
    const data = task.items.map((item) => upsert(change, integration, item, task.choices));
    change.patch(at, { status: "COMPLETED", completed_at, data });
  }
}

/** What keeps a whole task from being done: the integration as it is by then. */
function obstacleOf({ id, values }: IntegrationState): CourseBulkTask["error"] {
  if (values.status === "INACTIVE") return errorOf("INTEGRATION.INACTIVE", `"${id}" is INACTIVE.`);
  if (values.status !== "INVALID") return null;
  return errorOf(
    "INTEGRATION.AUTHENTICATION_INVALID",
    `The tool rejects the stored credentials of "${id}" (its status is INVALID).`,
  );
}

/** Tools of the catalogue that add courses and cannot change them. No list is published. */
const toolsThatOnlyAdd: ReadonlySet<string> = new Set(["talentlms", "moodle"]);

function upsert(
  change: Change,
  { id: integrationId, inputs }: IntegrationState,
  { origin_id, course }: Entity<"LmsCourseUpsert">,
  choices: UpsertChoices,
): Result {
  const fail = (code: Code, message: string): Result => ({
    origin_id,
    status: "FAILED",
    error: errorOf(code, message),
  });
  const astray = [course.course_url, course.thumbnail_url].find((url) => url && !isWebAddress(url));
  if (choices.address === "fail" && astray) {
    return fail(
      "REMOTE.INPUT_INVALID",
      `"${astray}" is no web address: it has to begin with https or http and name a host.`,
    );
  }
  const writer = new CourseWriter(change, integrationId, inputs.tool);
  const known = writer.withOriginId(origin_id);
  const onlyAdds =
    choices.updates === "none" || (choices.updates === "some" && toolsThatOnlyAdd.has(inputs.tool));
  if (known && onlyAdds) {
    return fail(
      "LMS.COURSE_UPDATE_NOT_SUPPORTED",
      `The course "${known.id}" has the origin_id "${origin_id}" already, and "${inputs.tool}" cannot update courses.`,
    );
  }
  const id = known ? writer.update(known, course, choices) : writer.add(origin_id, course);
  return { origin_id, status: "SUCCEEDED", data: { id } };
}

const isWebAddress = (text: string) => /^https?:\/\/[^\s/]/i.test(text);

function errorOf(code: Code, message: string): Entity<"LmsCourseBulkTaskError"> {
  // Of all codes only this one comes in no answer of its own.
  const title = code === "LMS.COURSE_UPDATE_NOT_SUPPORTED" ? updateTitle : errorCodes[code].title;
  return { code, title, message, log_url: null };
}

const updateTitle = "The tool cannot update courses";
