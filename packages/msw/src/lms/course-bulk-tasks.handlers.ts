import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { Data } from "@kombo-mock/openapi";
import { action } from "../request/behaviours.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import { type CourseBulkTask, tasks, type UpsertChoices } from "./course-upserts.ts";

/** Asks for courses to be added or updated, which happens some time later. */
export const upsertCourses = action("POST /lms/courses/bulk", (context) => {
  const { body, change, integration, now } = context;
  const due = now + context.assume("course-upsert-seconds") * 1_000;
  const choices: UpsertChoices = {
    updates: context.assume("course-updates"),
    deactivated: context.assume("upsert-of-deactivated-course"),
    revision: context.assume("updated-course-revision"),
    address: context.assume("course-without-web-address"),
  };
  const task: Omit<CourseBulkTask, "id"> = {
    status: "PENDING",
    created_at: isoString(now),
    due_at: isoString(due),
    completed_at: null,
    items: body.items,
    choices,
    data: null,
    error: null,
  };
  if (body.items.length === 0) context.warn("body.items is empty, so that there is nothing to do.");
  const integrationId = integration.id;
  const at = { integrationId, collection: tasks, remoteId: change.newRemoteId(integrationId, tasks) };
  const taskId = change.insert(at, { ...task });
  change.schedule({ kind: "upsert-courses", due, integrationId, taskId });
  return { task_id: taskId };
});

/** How an upsert stands, for as long as it is remembered. */
export const getCourseBulkTask = action("GET /lms/courses/bulk/{task_id}", (context) => {
  const { now, path, view } = context;
  const found = view(tasks).get(path.task_id);
  const ended = found?.["completed_at"];
  const hours = typeof ended === "string" ? context.assume("course-task-hours") : null;
  const isForgotten = hours !== null && Date.parse(String(ended)) + hours * 3_600_000 <= now;
  if (found && isTask(found) && !isForgotten) return shown(found);
  const reason = isForgotten
    ? `ended at ${String(ended)}, and is remembered for ${hours} hours`
    : "is no task of this integration. Use the task_id that POST /lms/courses/bulk answered";
  const status = context.assume("unknown-record-status");
  throw new KomboError(
    status === 400 ? "PLATFORM.INPUT_INVALID" : null,
    `path.task_id: "${path.task_id}" ${reason}.`,
    { status, assumes: "unknown-record-status" },
  );
});

/** A record that a test made by hand may lack what makes it a task. */
function isTask(record: StoredRecord): record is CourseBulkTask {
  return typeof record["created_at"] === "string" && typeof record["status"] === "string";
}

function shown(task: CourseBulkTask): Data<"GET /lms/courses/bulk/{task_id}"> {
  const { id: task_id, created_at, completed_at } = task;
  const told = { task_id, created_at };
  if (completed_at === null || task.status === "PENDING")
    return { ...told, status: "PENDING", completed_at: null };
  return task.status === "FAILED" && task.error
    ? { ...told, status: "FAILED", error: task.error, completed_at }
    : { ...told, status: "COMPLETED", data: [...(task.data ?? [])], completed_at };
}
