import { DatabaseSync } from "node:sqlite";
import { type ColumnType, modelNames, models } from "./columns.ts";

const storedAs = { TEXT: "TEXT", REAL: "REAL", BOOLEAN: "INTEGER", JSON: "TEXT" } satisfies Record<
  ColumnType,
  string
>;

/** Opens a mirror in a file, or in memory as `:memory:`, and makes the tables that it lacks. */
export function openMirror(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  for (const name of modelNames) {
    const columns = Object.entries(models[name]).map(([field, type]) => `${field} ${storedAs[type]}`);
    const key = "PRIMARY KEY (integration_id, id)";
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${name} (integration_id TEXT NOT NULL, ${columns.join(", ")}, ${key}) STRICT`,
    );
  }
  // Who belongs to which group. Groups that are deleted, or that nobody may read, stay named here.
  database.exec(`CREATE TABLE IF NOT EXISTS employee_groups (
    integration_id TEXT NOT NULL, employee_id TEXT NOT NULL, group_id TEXT NOT NULL,
    PRIMARY KEY (integration_id, employee_id, group_id)
  ) STRICT`);
  // From when on each model has to be read next: the start of the last fetch that was written.
  database.exec(`CREATE TABLE IF NOT EXISTS fetches (
    integration_id TEXT NOT NULL, model TEXT NOT NULL, started_at TEXT NOT NULL,
    PRIMARY KEY (integration_id, model)
  ) STRICT`);
  return database;
}
