import { action, list } from "../request/behaviours.ts";
import { type Filter, partsOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord, liveRecord } from "../request/live-record.ts";
import { blankRecord, touched } from "../request/records.ts";
import { asInTool, visibleFrom } from "../request/write-visibility.ts";
import { interviewValues } from "./interviews.input.ts";

const collection = "ats.interviews";

const forJobs: Filter = {
  fields: ["application_id"],
  ids: (given, { view }) =>
    partsOf(given)
      .flatMap((id) => view("ats.applications").withValue("job_id", id))
      .flatMap(({ id }) => view("ats.interviews").withValue("application_id", id))
      .map(({ id }) => id),
};

/** The interviews of all applications. */
export const listInterviews = list("GET /ats/interviews", { filters: { job_ids: forJobs } });

/** Schedules an interview in the stage that the application is in. */
export const createInterview = action("POST /ats/applications/{application_id}/interviews", (context) => {
  const { body, change, integration } = context;
  const application = liveRecord(context, "ats.applications", "path.application_id");
  const values = interviewValues(context, body);
  const remoteId = change.newRemoteId(integration.id, collection);
  change.insert(
    { integrationId: integration.id, collection, remoteId, visible: visibleFrom(context) },
    blankRecord(context, collection, {
      remote_id: remoteId,
      application_id: application.id,
      stage_id: application["current_stage_id"] ?? null,
      canceled: false,
      ...values,
    }),
  );
  return {};
});

/** Changes an interview of an application, which the body names; everything is sent again. */
export const updateInterview = action("PATCH /ats/applications/{application_id}/interviews", (context) => {
  const { body, change, integration } = context;
  const application = liveRecord(context, "ats.applications", "path.application_id");
  const location = "body.interview_id";
  const interview = findLiveRecord(context, { collection, given: body.interview_id, location });
  if (interview["application_id"] !== application.id) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `${location}: the interview "${interview.id}" belongs to the application "${String(interview["application_id"])}", not to "${application.id}".`,
    );
  }
  const values = interviewValues(context, body);
  const { user_links } = asInTool(context, collection, interview);
  const areSame = JSON.stringify(user_links) === JSON.stringify(values["user_links"]);
  change.patch(
    { integrationId: integration.id, collection, id: interview.id, visible: visibleFrom(context) },
    // The same interviewers again are no change of theirs.
    touched(context, collection, areSame ? { ...values, user_links } : values),
  );
  return {};
});
