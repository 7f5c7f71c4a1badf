import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";

const indexes = new WeakMap<readonly SkeletonRow[], ReadonlyMap<string, SkeletonRow>>();

/** The row with this id in the tool; the rows are indexed once. */
export function rowWithId(rows: readonly SkeletonRow[], remoteId: string): SkeletonRow | undefined {
  const known = indexes.get(rows) ?? new Map(rows.map((row) => [row.remoteId, row]));
  indexes.set(rows, known);
  return known.get(remoteId);
}

/** Whether the tool still has the record and tells of it: neither deleted nor bare. */
export function isPresent({ bare, traits }: SkeletonRow): boolean {
  return !bare && !traits?.includes("deleted");
}

/** The ids in the tool of what this layer and those below have of a collection, without what is gone. */
export function presentIds(source: RowSource, collection: string): readonly string[] {
  return source
    .all(collection)
    .filter(isPresent)
    .map(({ remoteId }) => remoteId);
}

/** The stages of a job, in their order. */
export function stagesOf(job: SkeletonRow | undefined): readonly string[] {
  return (job?.links?.["stage_links"] ?? []).map(({ remoteId }) => remoteId);
}
