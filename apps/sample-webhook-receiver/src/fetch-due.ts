import type { DatabaseSync } from "node:sqlite";
import type { KomboClient } from "./kombo-client.ts";
import { KomboFailure } from "./kombo-failure.ts";
import { inTransaction } from "./open-store.ts";
import { type ListName, readLists } from "./read-lists.ts";

/** What fetching needs. */
export interface FetchTools {
  readonly store: DatabaseSync;
  readonly kombo: KomboClient;
  /** Tells the time. */
  readonly now: () => Date;
  /** By how much this machine's clock may be ahead of the API's, in milliseconds; five minutes unless told. */
  readonly clockSkew?: number;
}

/** A list that was due and was not fetched. */
export interface Unfetched {
  readonly integrationId: string;
  readonly list: ListName;
  readonly failure: KomboFailure;
}

/**
 * Fetches every list that is due, and says which could not be. One that may work later stays due; one that is not to
 * be had does not. Anything but a refusal of the API is thrown, and leaves due what was.
 */
export async function fetchDue(tools: FetchTools): Promise<Unfetched[]> {
  const unfetched: Unfetched[] = [];
  for (const due of dueLists(tools.store)) {
    try {
      await fetchList(tools, due);
    } catch (failure) {
      if (!(failure instanceof KomboFailure)) throw failure;
      if (!failure.isPassing) drop(tools.store, due);
      unfetched.push({ integrationId: due.integrationId, list: due.list, failure });
    }
  }
  return unfetched;
}

interface DueList {
  readonly integrationId: string;
  readonly list: ListName;
  /** Whether all of it is read, and not only what changed. */
  readonly whole: boolean;
  readonly asked: number;
}

function dueLists(store: DatabaseSync): DueList[] {
  return store
    .prepare("SELECT integration_id, list, whole, asked FROM due ORDER BY integration_id, list")
    .all()
    .map((row) => ({
      integrationId: String(row["integration_id"]),
      // Only names of lists were put there.
      list: row["list"] as ListName,
      whole: row["whole"] === 1,
      asked: Number(row["asked"]),
    }));
}

/** Fetches a list, or what changed in it since the last fetch began, and writes it whole. */
async function fetchList(tools: FetchTools, due: DueList): Promise<void> {
  const { integrationId, list, whole } = due;
  const { store, kombo, now, clockSkew = 300_000 } = tools;
  const startedAt = now().toISOString();
  const last = whole ? undefined : lastFetch(store, integrationId, list);
  const since = last && new Date(last.getTime() - clockSkew).toISOString();
  const records = await readLists[list](kombo, { integrationId, since });
  inTransaction(store, () => {
    // It is due no more when the integration was deleted meanwhile: nothing of it is kept.
    if (!isDue(store, due)) return;
    if (whole) {
      store.prepare("DELETE FROM records WHERE integration_id = ? AND list = ?").run(integrationId, list);
    }
    const insert = store.prepare("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)");
    for (const record of records) insert.run(integrationId, list, record.id, JSON.stringify(record));
    store.prepare("INSERT OR REPLACE INTO fetches VALUES (?, ?, ?)").run(integrationId, list, startedAt);
    drop(store, due);
  });
}

function lastFetch(store: DatabaseSync, integrationId: string, list: ListName): Date | undefined {
  const found = store
    .prepare("SELECT started_at FROM fetches WHERE integration_id = ? AND list = ?")
    .get(integrationId, list);
  return typeof found?.["started_at"] === "string" ? new Date(found["started_at"]) : undefined;
}

function isDue(store: DatabaseSync, { integrationId, list }: DueList): boolean {
  const found = store
    .prepare("SELECT 1 FROM due WHERE integration_id = ? AND list = ?")
    .get(integrationId, list);
  return found !== undefined;
}

/** A list that was asked for again meanwhile stays due. */
function drop(store: DatabaseSync, { integrationId, list, asked }: DueList): void {
  store
    .prepare("DELETE FROM due WHERE integration_id = ? AND list = ? AND asked = ?")
    .run(integrationId, list, asked);
}
