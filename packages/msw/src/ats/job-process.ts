import type { StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isDeleted, isPresent } from "../state/presence.ts";

/** Refuses a job that takes no applications; the day on which it will close does not matter before. */
export function refuseClosed(job: StoredRecord): void {
  const { status, closed_at, remote_deleted_at } = job;
  const isGone = isDeleted(remote_deleted_at);
  // Where the tool tells no status, a day of closing does.
  const isOpen = (status ?? null) === null ? (closed_at ?? null) === null : status === "OPEN";
  if (isOpen && !isGone) return;
  const closed =
    (status ?? null) === null ? `was closed at ${String(closed_at)}` : `has the status "${String(status)}"`;
  const why = isGone ? `was deleted in the tool at ${String(remote_deleted_at)}` : closed;
  throw new KomboError(
    "ATS.JOB_CLOSED",
    `The job "${String(job["name"])}" ("${job.id}") takes no applications: it ${why}. Apply to one of GET /ats/jobs?statuses=OPEN.`,
  );
}

/** The stages of a job's hiring process that the tool still has, in their order. */
export function stagesOf(context: RequestContext, job: StoredRecord): StoredRecord[] {
  const place = ({ index }: StoredLink) => (typeof index === "number" ? index : Number.POSITIVE_INFINITY);
  return linked(context, job["stage_links"], "ats.application-stages", (a, b) => place(a) - place(b));
}

/** The screening questions of a job that the tool still has. */
export function questionsOf(context: RequestContext, job: StoredRecord): StoredRecord[] {
  return linked(context, job["question_links"], "ats.screening-questions");
}

/** The stage of a job with this id; refuses a stage that is none of the job's. */
export function stageOf(
  context: RequestContext,
  job: StoredRecord,
  { given, location }: { readonly given: string; readonly location: string },
): StoredRecord {
  const stages = stagesOf(context, job);
  const found = stages.find(({ id }) => id === given);
  if (found) return found;
  const known = stages.map(({ id, name }) => `"${String(name)}" ("${id}")`).join(", ") || "none";
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `${location}: "${given}" is no stage of the job "${String(job["name"])}". Its stages are ${known}.`,
  );
}

function linked(
  { view }: RequestContext,
  stored: unknown,
  collection: string,
  compare?: (a: StoredLink, b: StoredLink) => number,
): StoredRecord[] {
  // The key of a links relation holds nothing else.
  const links = (stored ?? []) as readonly StoredLink[];
  return (compare ? links.toSorted(compare) : links)
    .flatMap(({ id }) => view(collection).get(id) ?? [])
    .filter(isPresent);
}
