import type { Choices } from "../choices.ts";
import { defineFactory, type Entity, type FieldContext } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import type { Country } from "../people.ts";
import { briefCandidate, briefJob } from "./brief-records.ts";
import { type AskedQuestion, answersTo, commonQuestions } from "./screening-answers.ts";
import { daysAfter, deletedSinceUpdate, earliest, latest, midnight, someTimeAfter } from "./timeline.ts";

/** What an application is made from. */
export interface AtsApplicationInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly tool: string;
  /** The application's id in the tool; made up unless told. */
  readonly remoteId: string | null;
  /** Between when people could apply; null where the job doesn't say, or is still open. */
  readonly jobOpenedAt: string | null;
  readonly jobClosedAt: string | null;
  /** How many stages it went through before the one that it is in. */
  readonly stagesPassed: number;
  /** Why it is rejected if it is, in the tool's words. */
  readonly rejectionReason: string;
  /** The job's screening questions. */
  readonly questions: readonly AskedQuestion[];
}

const inputs: AtsApplicationInputs = {
  country: "DE",
  date: "2026-01-15",
  tool: "greenhouse",
  remoteId: null,
  jobOpenedAt: null,
  jobClosedAt: null,
  stagesPassed: 1,
  rejectionReason: "Not enough experience",
  questions: commonQuestions,
};

type Context = FieldContext<Entity<"AtsApplication">, AtsApplicationInputs>;

/** When nobody can apply any more, if that was before the date. */
const closedBefore = ({ jobClosedAt, date }: AtsApplicationInputs) =>
  jobClosedAt !== null && jobClosedAt < midnight(date) ? jobClosedAt : null;

/** The last instant at which anything happens to it: applications outlive their jobs, but not for long. */
function endOf(input: AtsApplicationInputs): string {
  const closed = closedBefore(input);
  return earliest(midnight(input.date), ...(closed === null ? [] : [daysAfter(closed, 30)]));
}

/** How long it takes to get through that many stages. */
const daysFor = (stages: number) => 3 + 6 * stages;

function appliedAt(choices: Choices, input: AtsApplicationInputs): string {
  const end = endOf(input);
  const opened = earliest(end, latest(input.jobOpenedAt ?? "", daysAfter(end, -150)));
  const inTime = daysAfter(end, -daysFor(input.stagesPassed) - 2);
  const last = earliest(closedBefore(input) ?? end, latest(opened, inTime));
  return instantBetween(choices, opened, latest(opened, last));
}

/** When the last decision was taken: after the time that its stages took, where that is possible. */
function decidedAt(context: Context): string {
  const end = endOf(context.input);
  const applied = context.get("remote_created_at") ?? daysAfter(end, -60);
  const through = daysAfter(applied, daysFor(context.input.stagesPassed));
  return instantBetween(
    context,
    latest(applied, earliest(through, daysAfter(end, -1))),
    latest(applied, end),
  );
}

/** Builds an application in the second stage of its job unless told, with an answer to every question. */
export const atsApplicationFactory = defineFactory("AtsApplication")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    outcome: (): Entity<"AtsApplicationOutcome"> => "PENDING",
    rejection_reason_name: ({ input, get }) => (get("outcome") === "DECLINED" ? input.rejectionReason : null),
    rejected_at: (context) => (context.get("outcome") === "DECLINED" ? decidedAt(context) : null),
    current_stage_id: ({ id }) => id(),
    job_id: ({ id }) => id(),
    candidate_id: ({ id }) => id(),
    screening_question_answers: (context) => answersTo(context, context.input.questions, context.input.date),
    custom_fields: () => null,
    integration_fields: () => [],
    remote_url: ({ input, get }) => {
      const remoteId = get("remote_id");
      return remoteId === null ? null : `https://${input.tool}.example.com/applications/${remoteId}`;
    },
    remote_created_at: (context) => appliedAt(context, context.input),
    remote_updated_at(context) {
      const { get, input } = context;
      if (get("outcome") === "HIRED") return decidedAt(context);
      return get("rejected_at") ?? someTimeAfter(context, get("remote_created_at"), input.date);
    },
    changed_at: (context) => someTimeAfter(context, context.get("remote_updated_at"), context.input.date),
    remote_deleted_at: () => null,
    remote_data: () => null,
    candidate(context) {
      const id = context.get("candidate_id");
      const { country } = context.input;
      if (id === null) return null;
      const brief = { ...briefCandidate(context, country), id };
      const remote_url = `https://${context.input.tool}.example.com/candidates/${brief.remote_id}`;
      return { ...brief, phone_numbers: [], social_media: [], source: "Career site", remote_url, tags: [] };
    },
    current_stage({ get, input, at, pick }) {
      const id = get("current_stage_id");
      if (id === null) return null;
      const remote_id = String(at("remote_id").integer(1_000, 9_999));
      const name = pick<string>(["Phone screen", "First interview", "Interview with the team"]);
      return { id, remote_id, name, index: input.stagesPassed, status: "ACTIVE", custom_fields: null };
    },
    job(context) {
      const id = context.get("job_id");
      return id === null ? null : { ...briefJob(context), id };
    },
    interviews: () => [],
    offers: ({ get, at }) =>
      get("outcome") === "HIRED"
        ? [
            {
              id: at("id").id(),
              remote_id: String(at("remote_id").integer(1_000, 9_999)),
              status: "ACCEPTED",
            },
          ]
        : [],
  },
  traits: {
    hired: { fields: { outcome: () => "HIRED" } },
    rejected: { fields: { outcome: () => "DECLINED" } },
    withoutOutcome: { fields: { outcome: () => null } },
    withoutStage: { fields: { current_stage_id: () => null } },
    withoutAnswers: { input: { questions: [] } },
    deleted: deletedSinceUpdate,
  },
});
