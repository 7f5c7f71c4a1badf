import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";

type State = Entity<"DatevUploadJob">["state"];

/** The calls of the two push operations. */
export const pushes = "custom.datev-pushes";

/** The files of pushes. */
export const uploadJobs = "custom.datev-upload-jobs";

const states: ReadonlySet<unknown> = new Set<State>([
  ...(["FAILED", "UPLOADED", "IMPORTED", "CORRUPTED", "DELETED", "AUTO_DELETED"] as const),
]);

/** The files that a push sent. */
export function jobsOf({ view }: RequestContext, push: StoredRecord): StoredRecord[] {
  return view(uploadJobs).withValue("push_id", push.id);
}

/** What became of a file: what was said of it, or else it is uploaded, and imported once the accountant has had time. */
export function stateOf(
  { assume, now }: RequestContext,
  { state }: StoredRecord,
  { created_at }: StoredRecord,
): State {
  // The set holds the states, and nothing else.
  if (states.has(state)) return state as State;
  const sent = typeof created_at === "string" ? Date.parse(created_at) : now;
  return now >= sent + assume("datev-import-hours") * 3_600_000 ? "IMPORTED" : "UPLOADED";
}
