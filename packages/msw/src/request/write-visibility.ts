import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "./context.ts";

/** When reads show what a write does that answers no record: the `visible` of a change. */
export function visibleFrom(context: RequestContext): "now" | "after-sync" {
  return context.assume("write-visibility");
}

/** A record as the tool has it: with the changes that no sync has brought yet. */
export function asInTool(
  { integration }: RequestContext,
  collection: string,
  record: StoredRecord,
): StoredRecord {
  const patches = integration.pending.filter(
    (one) => one.kind === "patch" && one.collection === collection && one.id === record.id,
  );
  return Object.assign({}, record, ...patches.map(({ values }) => values), { id: record.id });
}

/** Records that the tool has and no sync has brought yet. */
export function waitingRecords({ integration }: RequestContext, collection: string): StoredRecord[] {
  return integration.pending
    .filter((one) => one.kind === "insert" && one.collection === collection)
    .map(({ id, values }) => ({ ...values, id }));
}
