import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { create, list, update } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { instantOf, partsOf, reachedBy } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord } from "../request/live-record.ts";
import { availabilityOf } from "../state/availability.ts";
import { isoString } from "../state/clock.ts";
import { isPresent } from "../state/presence.ts";

const collection = "lms.course-progressions";
const completions = "lms.course-completions";

/** Who takes which revision of a course. */
export const listCourseProgressions = list("GET /lms/course-progressions", {
  filters: {
    user_ids: reachedBy("user_id", (given, { view }) =>
      partsOf(given).flatMap((id) => view("lms.users").get(id) ?? []),
    ),
    course_ids: reachedBy("course_revision_id", (given, { view }) =>
      partsOf(given).flatMap((id) => view("lms.course-revisions").withValue("course_id", id)),
    ),
  },
});

/** Enrols somebody in a course revision, as far as the tool still takes learners there. */
export const createCourseProgression = create("POST /lms/course-progressions", (context) => {
  const { body, now } = context;
  const named = (target: string, key: keyof typeof body) =>
    findLiveRecord(context, { collection: target, given: body[key], location: `body.${key}`, remote: true });
  const user = named("lms.users", "user_id");
  const revision = named("lms.course-revisions", "course_revision_id");
  refuseInactive(context, { user, revision });
  refuseSecond(context, { user, revision });
  return {
    user_id: user.id,
    course_revision_id: revision.id,
    status: "ENROLLED",
    enrolled_at: isoString(now),
    completed_at: null,
  };
});

/** Marks a progression as done, now or at a time that is given. */
export const completeCourseProgression = update(
  "POST /lms/course-progressions/{course_progression_id}/complete",
  {
    id: "course_progression_id",
    remote: true,
    set(context, progression) {
      const { body, now } = context;
      const { status } = progression;
      const isOver = status === "COMPLETED" || status === "DROPPED";
      if (isOver && context.assume("completion-of-ended-progression") === "refuse") {
        throw new KomboError(
          "REMOTE.INPUT_INVALID",
          `path.course_progression_id: "${progression.id}" is ${status} already. Enrol the user again with POST /lms/course-progressions.`,
          { assumes: "completion-of-ended-progression" },
        );
      }
      const given = body.completed_at ?? null;
      const completed_at = isoString(given === null ? now : instantOf(given, "body.completed_at"));
      rememberCompletion(context, progression, { completed_at, score: scoreOf(context, body.score ?? null) });
      return { status: "COMPLETED", completed_at };
    },
  },
);

interface Enrolment {
  readonly user: StoredRecord;
  readonly revision: StoredRecord;
}

function refuseInactive(context: RequestContext, { user, revision }: Enrolment): void {
  const refuse = (location: string, fault: string) => {
    if (context.assume("enrolment-of-inactive") === "accept") return;
    throw new KomboError("REMOTE.INPUT_INVALID", `${location}: ${fault}`, {
      assumes: "enrolment-of-inactive",
    });
  };
  if (user["status"] === "INACTIVE")
    refuse("body.user_id", `the account of "${user.id}" is INACTIVE. Enrol a user who is not.`);
  const at = "body.course_revision_id";
  if (revision["status"] === "INACTIVE") {
    refuse(at, `"${revision.id}" is INACTIVE, so that it takes no new learners. Use a revision that is not.`);
  }
  const course = context.view("lms.courses").get(String(revision["course_id"]));
  if (course && !isPresent(course))
    refuse(at, `"${revision.id}" is of the course "${course.id}", which was deleted in the tool.`);
}

/** Whoever has ended a course, one way or the other, may take it again. */
function refuseSecond(context: RequestContext, { user, revision }: Enrolment): void {
  const open = context
    .view(collection)
    .withValue("user_id", user.id)
    .filter(isPresent)
    .find(
      ({ course_revision_id, status }) =>
        course_revision_id === revision.id && status !== "COMPLETED" && status !== "DROPPED",
    );
  if (!open) return;
  const choice = context.assume("duplicate-enrolment");
  if (choice === "accept") return;
  throw new KomboError(
    null,
    `body.user_id: "${user.id}" is enrolled in "${revision.id}" already, by the progression "${open.id}" (${String(open["status"])}). Complete that one, or enrol somebody else.`,
    { status: choice, assumes: "duplicate-enrolment" },
  );
}

/** A score that the tool does not take is left out, and the client is told. */
function scoreOf(context: RequestContext, score: number | null): number | null {
  const { integration, seed } = context;
  const action = "lms_complete_course_progression";
  if (score === null || !availabilityOf(integration, seed).lacksInput(action, "score")) return score;
  context.warn(`body.score is ignored: "${integration.id}" does not take it, as its write_actions tell.`);
  return null;
}

/** What was told of a completion; the API does not show the score again. */
function rememberCompletion(
  { change, integration, view }: RequestContext,
  progression: StoredRecord,
  values: { readonly completed_at: string; readonly score: number | null },
): void {
  const at = { integrationId: integration.id, collection: completions };
  const [known] = view(completions).withValue("course_progression_id", progression.id);
  if (known) change.patch({ ...at, id: known.id }, values);
  else {
    const remoteId = change.newRemoteId(integration.id, completions);
    change.insert({ ...at, remoteId }, { course_progression_id: progression.id, ...values });
  }
}
