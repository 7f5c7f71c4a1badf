import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { Change } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { Partitions } from "../state/partition.ts";
import type { IntegrationState, WebhookData } from "../state/root.ts";
import { collections } from "./collections.ts";

type Values = Readonly<Record<string, unknown>>;

/** Announces each posting and application that moved, whoever moved it. For the PENDING that they begin with, nobody is told. */
export function announceMoves(change: Change, before: IntegrationState, partitions: Partitions): void {
  for (const [id, then, now] of moved(change, before, partitions, collections.postings, "availability")) {
    patchPosting(change, id, then, now);
    change.emit("ai-apply-job-posting-status-updated", null, postingPayload(change, id));
  }
  for (const [id, then, now] of moved(change, before, partitions, collections.applications, "status")) {
    const at = { integrationId: before.id, collection: collections.applications, id };
    change.patch(at, stamp(change, then, now));
    change.emit("ai-apply-application-status-updated", null, applicationPayload(change, id));
  }
}

/** The records that are in another state than before, other than PENDING; those that are new were in none. */
function moved(
  change: Change,
  before: IntegrationState,
  partitions: Partitions,
  collection: string,
  field: string,
): (readonly [string, StoredRecord, StoredRecord])[] {
  const [was, is] = [before, change.root.aiApply].map(({ synced }) => synced[collection] ?? {});
  if (was === is || !is) return [];
  return Object.entries(is).flatMap(([id, changed]) => {
    const now = changed.record;
    if (!now || was?.[id] === changed || now[field] === "PENDING") return [];
    const then = viewCollection(before, collection, partitions).get(id);
    return then && then[field] !== now[field] ? [[id, then, now] as const] : [];
  });
}

/** A control call may say no more than that a posting is archived, or is so no longer. */
function patchPosting(change: Change, id: string, then: StoredRecord, now: StoredRecord): void {
  const isArchived = now["availability"] === "ARCHIVED";
  const archived = isArchived
    ? {
        archived_at: now["archived_at"] ?? isoString(change.now),
        archived_reason: now["archived_reason"] ?? "MANUAL_ARCHIVE",
      }
    : { archived_at: null, archived_reason: null };
  const at = { integrationId: change.root.aiApply.id, collection: collections.postings, id };
  change.patch(at, { ...stamp(change, then, now), ...archived });
}

function stamp(change: Change, then: StoredRecord, now: StoredRecord): Values {
  return now["updated_at"] === then["updated_at"] ? { updated_at: isoString(change.now) } : {};
}

/** A posting as webhooks tell it, and answers show it. */
export function postingPayload(
  change: Pick<Change, "view" | "root">,
  id: string,
): WebhookData<"ai-apply-job-posting-status-updated"> {
  const partition = change.root.aiApply.id;
  const posting = change.view(partition, collections.postings).get(id);
  const site = change.view(partition, collections.careerSites).get(String(posting?.["career_site_id"]));
  const { url, job_code, created_at, updated_at, archived_at, archived_reason, availability }: Values =
    posting ?? {};
  return {
    id,
    career_site: { id: site?.id, label: site?.["label"] },
    ...{ url, job_code, created_at, updated_at, archived_at, archived_reason, availability },
    // Stored records have the values that the document gives them.
  } as WebhookData<"ai-apply-job-posting-status-updated">;
}

/** An application as webhooks tell it. */
export function applicationPayload(
  change: Pick<Change, "view" | "root">,
  id: string,
): WebhookData<"ai-apply-application-status-updated"> {
  const found = change.view(change.root.aiApply.id, collections.applications).get(id);
  const { job_posting_id, status, created_at, updated_at }: Values = found ?? {};
  // Stored records have the values that the document gives them.
  return {
    ...{ id, job_posting_id, status, created_at, updated_at },
  } as WebhookData<"ai-apply-application-status-updated">;
}
