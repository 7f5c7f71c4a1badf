import type { DatabaseSync } from "node:sqlite";
import type { ModelName } from "./columns.ts";

/** When the last fetch of a model began whose records were written; undefined before the first. */
export function lastFetchStart(
  database: DatabaseSync,
  integrationId: string,
  model: ModelName,
): Date | undefined {
  const query = "SELECT started_at FROM fetches WHERE integration_id = ? AND model = ?";
  const found = database.prepare(query).get(integrationId, model)?.["started_at"];
  return typeof found === "string" ? new Date(found) : undefined;
}

/** Notes when a fetch began whose records are written. */
export function noteFetchStart(
  database: DatabaseSync,
  integrationId: string,
  fetched: { readonly model: ModelName; readonly startedAt: Date },
): void {
  database
    .prepare("INSERT OR REPLACE INTO fetches VALUES (?, ?, ?)")
    .run(integrationId, fetched.model, fetched.startedAt.toISOString());
}
