import { DatabaseSync } from "node:sqlite";

/** Opens what the receiver keeps, in a file or in memory as `:memory:`, and makes the tables that it lacks. */
export function openStore(path: string): DatabaseSync {
  // Whoever else reads the file only makes a write wait, and not fail.
  const store = new DatabaseSync(path, { timeout: 5_000 });
  store.exec(`
    -- Each event is handled once, however often it is delivered.
    CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, type TEXT NOT NULL) STRICT;
    -- There is no call that lists integrations: what webhooks tell of them is all that one has.
    CREATE TABLE IF NOT EXISTS integrations (
      id TEXT PRIMARY KEY, category TEXT NOT NULL, origin_id TEXT, state TEXT, setup_status TEXT, state_at TEXT
    ) STRICT;
    -- A webhook may come late: what is said of an integration that was deleted counts no more.
    CREATE TABLE IF NOT EXISTS deleted (id TEXT PRIMARY KEY) STRICT;
    -- Lists that have to be fetched, what changed or all of it, and how often that was asked for. A row stands here
    -- until a fetch has been written that began after it was last asked for.
    CREATE TABLE IF NOT EXISTS due (
      integration_id TEXT NOT NULL, list TEXT NOT NULL, whole INTEGER NOT NULL, asked INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (integration_id, list)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS records (
      integration_id TEXT NOT NULL, list TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (integration_id, list, id)
    ) STRICT;
    -- From when on a list has to be read next: the start of the last fetch that was written.
    CREATE TABLE IF NOT EXISTS fetches (
      integration_id TEXT NOT NULL, list TEXT NOT NULL, started_at TEXT NOT NULL, PRIMARY KEY (integration_id, list)
    ) STRICT;
  `);
  return store;
}

/** Does all of some changes, or none of them. */
export function inTransaction<Result>(store: DatabaseSync, work: () => Result): Result {
  store.exec("BEGIN");
  try {
    const result = work();
    store.exec("COMMIT");
    return result;
  } catch (error) {
    store.exec("ROLLBACK");
    throw error;
  }
}
