import { instantBefore, instantBetween } from "../instants.ts";
import type { JobContext } from "./job-facts.ts";
import { daysAfter, latest, midnight } from "./timeline.ts";

/** A job is opened within days of being created; a draft never was. */
export function openedAt(context: JobContext): string | null {
  const { get } = context;
  if (get("status") === "DRAFT") return null;
  const created = get("remote_created_at") ?? createdAt(context);
  return instantBetween(context, created, daysAfter(created, 10));
}

/** When a job was created that still has time to be opened, closed and changed before the world's date. */
export function createdAt(context: JobContext): string {
  return instantBefore(context, context.input.date, { minDays: 40, maxDays: 540 });
}

/** A job that takes no more applications was closed after some weeks; others are not. */
export function closedAt(context: JobContext): string | null {
  const { get } = context;
  const status = get("status");
  if (status !== "CLOSED" && status !== "ARCHIVED") return null;
  return instantBetween(context, daysAfter(get("opened_at") ?? createdAt(context), 7), lastWrite(context));
}

/** When a job closes that is still open: some weeks after the world's date. */
export function closesLater(context: JobContext): string {
  return midnight(daysAfter(midnight(context.input.date), context.integer(10, 60)).slice(0, 10));
}

/** The last change in the tool: after all that the job's own stamps tell of. */
export function updatedAt(context: JobContext): string {
  const { get } = context;
  const end = lastWrite(context);
  const past = [get("remote_created_at"), get("opened_at"), get("closed_at")].filter(
    (stamp) => stamp !== null && stamp <= end,
  );
  return instantBetween(
    context,
    latest("", ...past.filter((stamp) => stamp !== null)) || createdAt(context),
    end,
  );
}

/** A change is seen by the next sync, within hours. */
export function seenAt(context: JobContext): string {
  const updated = context.get("remote_updated_at") ?? createdAt(context);
  return instantBetween(context, updated, daysAfter(updated, 0.125));
}

// Time is left for a job to be found gone afterwards.
const lastWrite = ({ input }: JobContext) => daysAfter(midnight(input.date), -12);
