import type { DatabaseSync } from "node:sqlite";
import type { ModelName } from "./columns.ts";
import { noteFetchStart } from "./fetch-starts.ts";
import type { KomboClient } from "./kombo-client.ts";
import { KomboFailure, type Meaning } from "./kombo-failure.ts";
import { type ReadOptions, readModels } from "./read-models.ts";
import { inTransaction } from "./transaction.ts";
import { removeOthers, writeMemberships, writeRows } from "./write-rows.ts";

interface MirrorOptions extends ReadOptions {
  /** Tells the time. */
  readonly now: () => Date;
}

/** What a run did, or why it did nothing. */
export type MirrorReport =
  | { readonly status: "mirrored"; readonly models: Readonly<Record<ModelName, ModelReport>> }
  | {
      readonly status: "skipped";
      readonly reason: Meaning;
      readonly httpStatus: number;
      readonly code: string | null;
      readonly message: string;
      readonly retryAfter: string | null;
    };

/** How many records were read, and how many of them were new to the mirror; or that the model is not to be had. */
type ModelReport =
  | { readonly read: number; readonly changed: number; readonly removed: number }
  | { readonly unavailable: string | null };

/**
 * Brings the mirror of an integration up to date: everything at first, then what changed since the last run began. A
 * refusal of the API is reported; anything else, such as a network that does not carry, is thrown. Nothing is written
 * then, either way.
 */
export async function mirrorIntegration(
  database: DatabaseSync,
  kombo: KomboClient,
  options: MirrorOptions,
): Promise<MirrorReport> {
  // What changes while the pages are read may be missed by them, so the next run begins where this one began.
  const startedAt = options.now();
  try {
    const read = await readModels(database, kombo, options);
    return inTransaction(database, () => writeModels(database, read, { ...options, startedAt }));
  } catch (error) {
    if (!(error instanceof KomboFailure)) throw error;
    const { meaning: reason, status: httpStatus, code, message, retryAfter } = error;
    return { status: "skipped", reason, httpStatus, code, message, retryAfter };
  }
}

function writeModels(
  database: DatabaseSync,
  read: Awaited<ReturnType<typeof readModels>>,
  { integrationId, full = false, startedAt }: MirrorOptions & { readonly startedAt: Date },
): MirrorReport {
  const write = (model: ModelName): ModelReport => {
    const found = read[model];
    if ("unavailable" in found) return { unavailable: found.unavailable.code };
    const at = { model, integrationId };
    const changed = writeRows(database, at, found.rows);
    const removed = full ? removeOthers(database, at, found.rows) : 0;
    noteFetchStart(database, integrationId, { model, startedAt });
    return { read: found.rows.length, changed, removed };
  };
  if ("rows" in read.employees) writeMemberships(database, integrationId, read.employees.rows);
  return {
    status: "mirrored",
    models: { groups: write("groups"), employees: write("employees"), absences: write("absences") },
  };
}
