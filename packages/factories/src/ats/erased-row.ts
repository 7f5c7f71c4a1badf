import { instantBefore } from "../instants.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";

/** The row of a record that was deleted more than 14 days before the world's date: only ids and stamps are left. */
export function erasedRow(collection: string, remoteId: string, { choices, date }: RowSource): SkeletonRow {
  const deletedAt = instantBefore(choices(`erased/${collection}/${remoteId}`), date, {
    minDays: 20,
    maxDays: 300,
  });
  return { remoteId, bare: true, values: { remote_deleted_at: deletedAt, changed_at: deletedAt } };
}
