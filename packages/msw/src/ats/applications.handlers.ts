import { action, list, recordAnswer } from "../request/behaviours.ts";
import { compares, equals, oneOf, partsOf, reachedBy } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord, liveRecord } from "../request/live-record.ts";
import { recordById, touched } from "../request/records.ts";
import { asInTool, visibleFrom } from "../request/write-visibility.ts";
import { isoString } from "../state/clock.ts";
import { apply } from "./applications.create.ts";
import { stageOf } from "./job-process.ts";
import { ownRemoteFields } from "./remote-fields.ts";

const collection = "ats.applications";

/** Who applied to which job, and how far it came. */
export const listApplications = list("GET /ats/applications", {
  filters: {
    outcome: equals("outcome"),
    outcomes: oneOf("outcome"),
    job_ids: oneOf("job_id"),
    job_remote_ids: reachedBy("job_id", (given, { view }) =>
      partsOf(given).flatMap((remoteId) => view("ats.jobs").withValue("remote_id", remoteId)),
    ),
    current_stage_ids: oneOf("current_stage_id"),
    remote_created_after: compares("remote_created_at", ">="),
  },
});

const createdApplication = recordAnswer("POST /ats/jobs/{job_id}/applications");

/** Hands in an application to a job. */
export const createApplication = action("POST /ats/jobs/{job_id}/applications", (context) => {
  const { body } = context;
  const job = recordById(context, "ats.jobs", "path.job_id", { remote: true });
  const stage = { given: body.stage_id, location: "body.stage_id" };
  return createdApplication(context, apply(context, { job, body, stage }).applicationId);
});

/** Moves an application to another stage of its job. */
export const moveApplicationToStage = action("PUT /ats/applications/{application_id}/stage", (context) => {
  const { assume, body, change, integration, view } = context;
  const application = liveRecord(context, collection, "path.application_id");
  ownRemoteFields(context, body.remote_fields);
  const job = view("ats.jobs").get(String(application["job_id"]));
  if (!job) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body.stage_id: the job of the application "${application.id}" is not known, so none of its stages is.`,
    );
  }
  const stage = stageOf(context, job, { given: body.stage_id, location: "body.stage_id" });
  const { current_stage_id, outcome } = asInTool(context, collection, application);
  const again = outcome === "DECLINED" && assume("rejected-application-moved");
  if (current_stage_id === stage.id && !again) return {};
  change.patch(
    { integrationId: integration.id, collection, id: application.id, visible: visibleFrom(context) },
    touched(context, collection, {
      current_stage_id: stage.id,
      ...(again ? { outcome: "PENDING", rejection_reason_name: null, rejected_at: null } : {}),
    }),
  );
  return {};
});

/** Turns an application down for one of the tool's reasons. */
export const rejectApplication = action("POST /ats/applications/{application_id}/reject", (context) => {
  const { body, change, integration, now } = context;
  const application = liveRecord(context, collection, "path.application_id");
  ownRemoteFields(context, body.remote_fields);
  const reason = findLiveRecord(context, {
    collection: "ats.rejection-reasons",
    given: body.rejection_reason_id,
    location: "body.rejection_reason_id",
  });
  change.patch(
    { integrationId: integration.id, collection, id: application.id, visible: visibleFrom(context) },
    touched(context, collection, {
      outcome: "DECLINED",
      rejection_reason_name: reason["name"] ?? null,
      rejected_at: isoString(now),
      // The note stays in the tool: no answer shows it.
      rejection_note: body.note ?? null,
    }),
  );
  return {};
});
