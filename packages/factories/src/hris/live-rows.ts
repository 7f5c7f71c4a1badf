import type { SkeletonRow } from "../worlds/skeleton.ts";

/** Whether others may refer to a row's record: neither deleted nor empty. */
export function isLive({ bare, traits = [] }: SkeletonRow): boolean {
  return bare !== true && !traits.includes("deleted");
}

/** The rows of records that others may refer to. */
export function liveRows(rows: readonly SkeletonRow[]): readonly SkeletonRow[] {
  return rows.filter(isLive);
}

const indexes = new WeakMap<readonly SkeletonRow[], ReadonlyMap<string, SkeletonRow>>();

/** The row with an id in the tool; the rows are indexed once. */
export function rowWith(rows: readonly SkeletonRow[], remoteId: string): SkeletonRow | undefined {
  const index = indexes.get(rows) ?? new Map(rows.map((row) => [row.remoteId, row]));
  indexes.set(rows, index);
  return index.get(remoteId);
}
