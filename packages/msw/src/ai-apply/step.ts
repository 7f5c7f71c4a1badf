import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { choiceOf } from "../request/assumptions.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import type { ScheduledWork } from "../state/root.ts";
import { collections } from "./collections.ts";

const { postings, applications, submissions } = collections;

/** Reads the postings and submits the applications whose time has come. */
export function stepAiApply(change: Change, _: ScheduledWork, { assume, partitions }: Machinery): void {
  const integrationId = change.root.aiApply.id;
  const updated_at = isoString(change.now);
  for (const posting of waiting(change, postings).filter((one) => dueOf(one) <= change.now)) {
    const isRefused =
      choiceOf(assume, "posting-outcome") === "by-url" && /unavailable/i.test(String(posting["url"]));
    const availability = isRefused ? "UNAVAILABLE" : "APPLYABLE";
    change.patch({ integrationId, collection: postings, id: posting.id }, { availability, updated_at });
  }
  for (const application of waiting(change, applications).filter((one) => dueOf(one) <= change.now)) {
    const status = outcomeOf(change, application, choiceOf(assume, "application-outcome") === "by-email");
    change.patch({ integrationId, collection: applications, id: application.id }, { status, updated_at });
  }
  scheduleStep(change, partitions.recipes);
}

/** Lets the environment go on when the next of what waits is due. What a test or a world left without a time waits for ever. */
export function scheduleStep(change: Change, recipes: Machinery["partitions"]["recipes"]): void {
  if (!recipes.has(postings)) return;
  const dues = [postings, applications].flatMap((collection) => waiting(change, collection).map(dueOf));
  const due = dues.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  if (Number.isFinite(due)) scheduleStepAt(change, due);
}

/** The same at a time that is known. */
export function scheduleStepAt(change: Change, due: number): void {
  const isPlanned = change.root.queue.some((work) => work.kind === "step-ai-apply" && work.due <= due);
  if (!isPlanned) change.schedule({ kind: "step-ai-apply", due, integrationId: null });
}

/** When postings are going to be read: so many at a time, what waits already before those that are counted here. */
export function nextReading(change: Change, seconds: number): (ahead: number) => number {
  const before = waiting(change, postings).filter((one) => Number.isFinite(dueOf(one))).length;
  return (ahead) => change.now + (Math.floor((before + ahead) / readAtOnce) + 1) * seconds * 1_000;
}

/** How many postings are read at the same time, as the vendor's documentation says. */
const readAtOnce = 5;

function waiting(change: Change, collection: string): StoredRecord[] {
  const field = collection === postings ? "availability" : "status";
  return change.view(change.root.aiApply.id, collection).withValue(field, "PENDING");
}

function dueOf({ due_at }: StoredRecord): number {
  const due = Date.parse(String(due_at));
  return Number.isNaN(due) ? Number.POSITIVE_INFINITY : due;
}

/** What becomes of an application: nobody applies twice, nor to a posting that is over by then. */
function outcomeOf(change: Change, application: StoredRecord, byEmail: boolean): string {
  const integrationId = change.root.aiApply.id;
  const posting = change.view(integrationId, postings).get(String(application["job_posting_id"]));
  if (posting?.["availability"] !== "APPLYABLE") return "FAILED";
  const all = change.view(integrationId, submissions);
  const email = all.withValue("application_id", application.id)[0]?.["candidate_email"];
  if (typeof email !== "string") return "SUBMITTED";
  const others = new Set(
    all.withValue("candidate_email", email).map(({ application_id }) => String(application_id)),
  );
  const isSecond = change
    .view(integrationId, applications)
    .withValue("job_posting_id", posting.id)
    .some((one) => one.id !== application.id && others.has(one.id) && one["status"] === "SUBMITTED");
  if (isSecond) return "DUPLICATE";
  return byEmail && /^[^@]*fail/i.test(email) ? "FAILED" : "SUBMITTED";
}
