import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { isPresent } from "../state/presence.ts";
import { daysAfter } from "./calendar.ts";
import { type Finding, feedback } from "./datev-eau-requests.feedback.ts";

type Feedback = Entity<"DatevEauFeedback">;
type Request = StoredRecord & { readonly start_work_incapacity: string };

/** What an insurer finds where a test decides it, by the name in `outcome`. */
const outcomes: Readonly<Record<string, Partial<Finding>>> = {
  unknown: { flag: 0 },
  "other-insurer": { flag: 1 },
  certified: { flag: 2 },
  hospital: { flag: 3 },
  "not-found": { flag: 4 },
  rehabilitation: { flag: 5 },
  inpatient: { flag: 6 },
  checking: { flag: 7 },
  "other-evidence": { flag: 8 },
  "passed-on": { flag: 9 },
  rejected: { flag: null, error: "The insured person is not known to this health insurer." },
};

/** The answers to a request until now: given ones, those of a given outcome, or what the employee's absences say. */
export function feedbacksOf(context: RequestContext, request: Request): Feedback[] {
  const { outcome, feedbacks } = request;
  // Whoever gives the answers themselves is trusted with their form.
  if (Array.isArray(feedbacks)) return feedbacks as Feedback[];
  if (outcome === "unanswered") return [];
  const answered = answerTime(context, request["created_at"]);
  const found =
    typeof outcome === "string" && Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  const findings = found
    ? [{ at: answered, finding: { ...oneWeek(request), ...found } }]
    : findingsOf(context, request, answered);
  return findings
    .filter(({ at }) => at <= context.now)
    .map(({ finding }, index) => feedback(context, request, { ...finding, index }));
}

interface Timed {
  readonly at: number;
  readonly finding: Omit<Finding, "index">;
}

/**
 * A sick note for each sick leave that covers the day or follows on it without a gap. While there is none, the insurer
 * says so, and corrects itself when one comes in.
 */
function findingsOf(context: RequestContext, request: Request, answered: number): Timed[] {
  if (context.assume("datev-sick-notes") === "always") {
    return [{ at: answered, finding: { ...oneWeek(request), flag: 2 } }];
  }
  const notes = sickLeaves(context, request).map(
    ({ from, until, since }, index): Timed => ({
      at: Math.max(answered, answerTime(context, since)),
      finding: { flag: 2, from, until, isInitial: index === 0, error: null },
    }),
  );
  const isLate = notes.every(({ at }) => at > answered);
  const none = { at: answered, finding: { ...oneWeek(request), flag: 4 as const } };
  return [...(isLate ? [none] : []), ...notes].sort((a, b) => a.at - b.at);
}

const oneWeek = ({ start_work_incapacity: from }: Request): Omit<Finding, "index"> => ({
  ...{ flag: 2, from, until: daysAfter(from, 6), isInitial: true, error: null },
});

function answerTime({ assume }: RequestContext, since: unknown): number {
  const asked = typeof since === "string" ? Date.parse(since) : 0;
  return asked + assume("datev-eau-answer-hours") * 3_600_000;
}

interface SickLeave {
  readonly from: string;
  readonly until: string;
  /** When it was reported. */
  readonly since: unknown;
}

/** What such absence types are called. */
const sick = /sick|illness|krank|maladie|ziek/i;
const void_ = new Set<unknown>(["DECLINED", "CANCELLED", "DELETED"]);

/** The sick leave on the day that was asked about, and those that extend it. */
function sickLeaves(context: RequestContext, request: Request): SickLeave[] {
  const { recipes, view } = context;
  if (!recipes.has("hris.absences")) return [];
  const types = [...view("hris.absence-types").from(0)].filter(({ record }) =>
    sick.test(String(record["name"])),
  );
  const ids = new Set<unknown>(types.map(({ record }) => record.id));
  const leaves = view("hris.absences")
    .withValue("employee_id", request["employee_id"])
    .filter((one) => isPresent(one) && ids.has(one["type_id"]) && !void_.has(one["status"]))
    .flatMap((one): SickLeave[] => {
      const { start_date: from, end_date: until } = one;
      if (typeof from !== "string") return [];
      return [{ from, until: typeof until === "string" ? until : from, since: one["remote_created_at"] }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const day = request.start_work_incapacity;
  const chain: SickLeave[] = [];
  for (const leave of leaves) {
    const last = chain.at(-1);
    const isNext = last
      ? leave.from <= daysAfter(last.until, 1) && leave.until > last.until
      : leave.from <= day && day <= leave.until;
    if (isNext) chain.push(leave);
  }
  return chain;
}
