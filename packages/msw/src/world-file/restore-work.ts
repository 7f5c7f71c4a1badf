import { scheduleStep } from "../ai-apply/step.ts";
import { tasks } from "../lms/course-upserts.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";

/** Schedules what the records of a file wait for: a file tells pending tasks, and no queue. */
export function restoreWork(change: Change, { partitions }: Machinery): void {
  scheduleStep(change, partitions.recipes);
  if (!partitions.recipes.has(tasks)) return;
  for (const integrationId of Object.keys(change.root.integrations)) {
    const pending = change.view(integrationId, tasks).withValue("status", "PENDING");
    for (const { id, due_at } of pending) {
      const due = Date.parse(String(due_at));
      // A task that somebody wrote by hand need not say when it ends; it waits for ever.
      if (!Number.isNaN(due)) change.schedule({ kind: "upsert-courses", due, integrationId, taskId: id });
    }
  }
}
