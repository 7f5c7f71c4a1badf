import { atsCandidateFactory, choicesAt, recordId } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { blankRecord } from "../request/records.ts";
import { waitingRecords } from "../request/write-visibility.ts";
import { isoString } from "../state/clock.ts";
import { isPresent } from "../state/presence.ts";
import { stagesOf } from "./job-process.ts";
import { type TrackedIds, trackedIds } from "./tracked-applications.ids.ts";

const collection = "ats.tracked-applications";
const applications = "ats.applications";
const candidates = "ats.candidates";

/** Takes in an application that was not created through the API: the next sync brings it. */
export const importTrackedApplication = action("POST /ats/import-tracked-application", (context) => {
  const { body, integration } = context;
  const ids = trackedIds(context, body);
  const tracked_at = body.tracked_at === null ? null : new Date(asInstant(body.tracked_at)).toISOString();
  const known = knownApplication(context, ids);
  const id = known ?? recordId(integration.id, ids.application);
  if (known === undefined && ids.isOwn) awaitApplication(context, ids, tracked_at);
  remember(context, { application_id: id, tracked_at, imported_id: ids.imported });
  return { id, tracked_at, imported_id: ids.imported };
});

/** A day is its midnight, and an instant without a zone is in UTC. */
function asInstant(given: string): string {
  const day = given.replace(/Z$/, "");
  return day.includes("T") ? `${day}Z` : `${day}T00:00:00Z`;
}

/** The id of the application that is meant, where a sync has brought it or will. */
function knownApplication(
  context: RequestContext,
  { application, candidate, job }: TrackedIds,
): string | undefined {
  const all = context.view(applications);
  const byId =
    all.withValue("remote_id", application)[0] ?? all.get(recordId(context.integration.id, application));
  if (byId) return byId.id;
  const waiting = waitingRecords(context, applications).find((one) => one["remote_id"] === application);
  if (waiting) return waiting.id;
  const [person] = candidate === undefined ? [] : context.view(candidates).withValue("remote_id", candidate);
  const [vacancy] = job === undefined ? [] : context.view("ats.jobs").withValue("remote_id", job);
  if (!person || !vacancy) return undefined;
  return all.withValue("candidate_id", person.id).find(({ job_id }) => job_id === vacancy.id)?.id;
}

/** What the next sync brings: the application in the first stage of its job, with its candidate. */
function awaitApplication(context: RequestContext, ids: TrackedIds, trackedAt: string | null): void {
  const { change, integration, now } = context;
  const job =
    ids.job === undefined
      ? anOpenJob(context, ids)
      : context.view("ats.jobs").withValue("remote_id", ids.job)[0];
  if (!job) {
    context.warn(
      `"${integration.id}" has no job ${ids.job === undefined ? "that is open" : `"${ids.job}"`}, so that no sync will bring the application.`,
    );
    return;
  }
  const created = trackedAt ?? isoString(now);
  change.insert(
    {
      integrationId: integration.id,
      collection: applications,
      remoteId: ids.application,
      visible: "after-sync",
    },
    blankRecord(context, applications, {
      remote_id: ids.application,
      outcome: "PENDING",
      job_id: job.id,
      candidate_id: awaitCandidate(context, ids, created),
      current_stage_id: stagesOf(context, job)[0]?.id ?? null,
      screening_question_answers: [],
      remote_url: `https://${integration.inputs.tool}.example.com/applications/${ids.application}`,
      remote_created_at: created,
      remote_updated_at: created,
    }),
  );
}

function anOpenJob(
  { integration, seed, view }: RequestContext,
  { application }: TrackedIds,
): StoredRecord | undefined {
  const jobs = view("ats.jobs");
  const open = jobs.withValue("status", "OPEN").filter(isPresent);
  if (open.length === 0) return undefined;
  return jobs.get(choicesAt(seed, integration.id, `tracked/${application}`).pick(open.map(({ id }) => id)));
}

/** The candidate of a tracked application: the one that is known, or somebody whom the sync brings along. */
function awaitCandidate(context: RequestContext, ids: TrackedIds, created: string): string {
  const { change, integration, seed, view } = context;
  const [known] = ids.candidate === undefined ? [] : view(candidates).withValue("remote_id", ids.candidate);
  if (known) return known.id;
  const { tool, country, date } = integration.inputs;
  const remoteId = ids.candidate ?? `${ids.application}-candidate`;
  const {
    applications: _,
    tags: __,
    ...person
  } = atsCandidateFactory
    .seed(seed)
    .key(`${integration.id}/${remoteId}`)
    .input({ tool, country, date, remoteId, firstAppliedAt: created })
    .build({ remote_created_at: created, remote_updated_at: created, changed_at: created });
  return change.insert(
    { integrationId: integration.id, collection: candidates, remoteId, visible: "after-sync" },
    { ...person, remote_id: remoteId, tag_links: [] },
  );
}

function remember(
  context: RequestContext,
  values: {
    readonly application_id: string;
    readonly tracked_at: string | null;
    readonly imported_id: TrackedIds["imported"];
  },
): void {
  const { change, integration, now, view } = context;
  const at = { integrationId: integration.id, collection };
  const [known] = view(collection).withValue("application_id", values.application_id);
  if (known) {
    change.patch({ ...at, id: known.id }, values);
    return;
  }
  const remoteId = change.newRemoteId(integration.id, collection);
  change.insert({ ...at, remoteId }, { remote_id: remoteId, created_at: isoString(now), ...values });
}
