import type { DatabaseSync } from "node:sqlite";

/** Writes all of it or nothing: when it throws, or the process ends in the middle, the database is as it was before. */
export function inTransaction<Result>(database: DatabaseSync, write: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = write();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // SQLite has ended the transaction itself after some failures, such as a full disk.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
