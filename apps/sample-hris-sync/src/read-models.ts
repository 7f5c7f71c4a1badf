import type { DatabaseSync } from "node:sqlite";
import type { ModelName } from "./columns.ts";
import { lastFetchStart } from "./fetch-starts.ts";
import type { KomboClient } from "./kombo-client.ts";
import { KomboFailure } from "./kombo-failure.ts";
import { type Changes, readChanges } from "./read-changes.ts";

/** How an integration is read. */
export interface ReadOptions {
  readonly integrationId: string;
  /** Reads everything, not only what changed, and removes from the mirror what is not listed any more. */
  readonly full?: boolean;
  /** How many records a page holds; 250, the most that there is, unless told. */
  readonly pageSize?: number;
  /** By how much this machine's clock may be ahead of the API's, in milliseconds; five minutes unless told. */
  readonly clockSkew?: number;
}

/** The records of a model, or why there are none to be had. */
type ReadModel<Row> = { readonly rows: readonly Row[] } | { readonly unavailable: KomboFailure };

/** Reads what changed in every model since it was last read. Throws when the integration as a whole is refused. */
export async function readModels(database: DatabaseSync, kombo: KomboClient, options: ReadOptions) {
  const { integrationId, full = false, pageSize = 250, clockSkew = 300_000 } = options;
  const since = (model: ModelName) => {
    const start = full ? undefined : lastFetchStart(database, integrationId, model);
    return start && new Date(start.getTime() - clockSkew).toISOString();
  };
  const read = async <Row>(
    list: (kombo: KomboClient, changes: Changes) => Promise<Row[]>,
    from: string | undefined,
  ): Promise<ReadModel<Row>> => {
    try {
      return { rows: await list(kombo, { integrationId, since: from, pageSize }) };
    } catch (error) {
      if (error instanceof KomboFailure && error.meaning === "model-unavailable")
        return { unavailable: error };
      throw error;
    }
  };
  const groups = await read(readChanges.groups, since("groups"));
  // Employees are not listed anew when a group of theirs comes back, though it vanished from them with its deletion.
  const anyReturned = "rows" in groups && hasReturned(database, integrationId, groups.rows);
  const employees = await read(readChanges.employees, anyReturned ? undefined : since("employees"));
  const absences = await read(readChanges.absences, since("absences"));
  return { groups, employees, absences };
}

/** Whether a group is there that the mirror knows as deleted. */
function hasReturned(
  database: DatabaseSync,
  integrationId: string,
  groups: readonly { readonly id: string; readonly remote_deleted_at: string | null }[],
): boolean {
  const query = database.prepare(
    "SELECT 1 FROM groups WHERE integration_id = ? AND id = ? AND remote_deleted_at IS NOT NULL",
  );
  return groups.some(
    ({ id, remote_deleted_at }) => remote_deleted_at === null && query.get(integrationId, id) !== undefined,
  );
}
