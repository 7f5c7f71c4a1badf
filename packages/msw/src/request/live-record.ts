import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "./context.ts";
import { KomboError } from "./kombo-error.ts";
import { findRecord, recordById } from "./records.ts";

/** The record that a write names and that the tool still has; a deleted one is refused, since writes go to the tool. */
export function liveRecord(
  context: Parameters<typeof recordById>[0],
  collection: string,
  /** Where the request names it: `path.application_id`, `body.stage_id`. */
  location: string,
  options: { readonly remote?: boolean } = {},
): StoredRecord {
  return refuseDeleted(context, recordById(context, collection, location, options), { collection, location });
}

/** The same for an id that stands where no plain path leads, such as in a list. */
export function findLiveRecord(
  context: RequestContext,
  sought: Parameters<typeof findRecord>[1],
): StoredRecord {
  return refuseDeleted(context, findRecord(context, sought), sought);
}

function refuseDeleted(
  context: RequestContext,
  record: StoredRecord,
  { collection, location }: { readonly collection: string; readonly location: string },
): StoredRecord {
  const deletedAt = record["remote_deleted_at"] ?? null;
  if (deletedAt === null) return record;
  const message = `${location}: "${record.id}" of "${collection}" was deleted in the tool at ${String(deletedAt)}, so nothing can be written to it. Use a record without remote_deleted_at.`;
  if (context.assume("write-to-deleted-record") === "REMOTE.INPUT_INVALID") {
    throw new KomboError("REMOTE.INPUT_INVALID", message);
  }
  if (!location.startsWith("path.")) throw new KomboError("PLATFORM.INPUT_INVALID", message);
  const status = context.assume("unknown-record-status");
  throw new KomboError(status === 400 ? "PLATFORM.INPUT_INVALID" : null, message, { status });
}
