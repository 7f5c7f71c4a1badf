import type { SkeletonRow } from "../worlds/skeleton.ts";

/** The rows of records that others may refer to: neither deleted nor empty. */
export function liveRows(rows: readonly SkeletonRow[]): readonly SkeletonRow[] {
  return rows.filter(({ bare, traits = [] }) => bare !== true && !traits.includes("deleted"));
}

const indexes = new WeakMap<readonly SkeletonRow[], ReadonlyMap<string, SkeletonRow>>();

/** The row with an id in the tool; the rows are indexed once. */
export function rowWith(rows: readonly SkeletonRow[], remoteId: string): SkeletonRow | undefined {
  const index = indexes.get(rows) ?? new Map(rows.map((row) => [row.remoteId, row]));
  indexes.set(rows, index);
  return index.get(remoteId);
}
