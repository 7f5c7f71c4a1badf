import type { StoredRecord } from "@kombo-mock/factories/worlds";

/** Whether a `remote_deleted_at` says that the tool deleted the record. Collections without the field delete nothing. */
export function isDeleted(deletedAt: unknown): boolean {
  return (deletedAt ?? null) !== null;
}

/** Whether a record is there for others: a deleted one vanishes from their lists, and nothing new leads to it. */
export function isPresent(record: StoredRecord): boolean {
  return !isDeleted(record["remote_deleted_at"]);
}
