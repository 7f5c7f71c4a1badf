import { action } from "../request/behaviours.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import { awaitJob, forgetJob } from "./avionte.next-sync.ts";

const collection = "custom.avionte-synced-jobs";

/** Puts a job on the list of those that are synced; the next sync brings it. */
export const addSyncedJob = action("POST /ats/custom/avionte/synced-jobs", (context) => {
  const { body, change, integration, now, view } = context;
  const { job_remote_id } = body;
  // Adding a job twice changes nothing.
  if (view(collection).withValue("job_remote_id", job_remote_id).length > 0) return {};
  change.insert(
    { integrationId: integration.id, collection, remoteId: job_remote_id },
    { job_remote_id, created_at: isoString(now) },
  );
  awaitJob(context, job_remote_id);
  return {};
});

/** Takes a job off the list. What was synced of it stays; what no sync has brought yet is not brought any more. */
export const removeSyncedJob = action("DELETE /ats/custom/avionte/synced-jobs/{job_remote_id}", (context) => {
  const { path, change, integration, view } = context;
  const [known] = view(collection).withValue("job_remote_id", path.job_remote_id);
  if (!known) {
    const status = context.assume("unknown-record-status");
    const [first] = view(collection).from(0);
    const example = first ? ` One that is, is "${String(first.record["job_remote_id"])}".` : "";
    throw new KomboError(
      status === 400 ? "PLATFORM.INPUT_INVALID" : null,
      `path.job_remote_id: "${path.job_remote_id}" is not among the synced jobs of "${integration.id}".${example}`,
      { status, assumes: "unknown-record-status" },
    );
  }
  change.purge({ integrationId: integration.id, collection, id: known.id });
  forgetJob(context, path.job_remote_id);
  return {};
});
