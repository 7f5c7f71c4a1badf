import { type Rows, rowsOfEach } from "../worlds/growing-rows.ts";
import type { RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { isPresent, rowWithId, stagesOf } from "./row-lookup.ts";
import { leapDayBefore } from "./timeline.ts";
import { staffOf } from "./users.rows.ts";

/** The rows of the interviews, each named after its application: `1004-1-2` is the second one of `1004-1`. */
export function interviewRows(source: RowSource): Rows {
  const people = interviewersOf(source);
  if (source.layer === "edge") return edge(source, people);
  return rowsOfEach(source.eachAdded("ats.applications"), (application) =>
    plannedFor(application, source).map((plan, index) =>
      interviewOf(application, index + 1, plan, source, people),
    ),
  );
}

/** What distinguishes an interview from others of its application. */
type Plan = Pick<SkeletonRow, "cast" | "traits">;

const small: Readonly<Record<string, readonly Plan[]>> = {
  "1003-3": [{}],
  "1004-1": [{ cast: "canceledInterview", traits: ["canceled"] }, {}, { traits: ["upcoming"] }],
  "1009-1": [{}],
  "1010-1": [{ cast: "upcomingInterview", traits: ["upcoming"] }],
  "1011-1": [{}, {}, {}],
  "1012-1": [{}, {}],
  "1013-1": [{}],
  "1015-1": [{}, {}],
};

/** One for each stage between the first talk and the decision, and the next one planned for some that are under way. */
function plannedFor(application: SkeletonRow, source: RowSource): readonly Plan[] {
  const { remoteId, relations, traits = [] } = application;
  if (!isPresent(application)) return [];
  if (source.layer === "small") return small[remoteId] ?? [];
  const stageId = relations?.["current_stage_id"];
  const job = rowWithId(source.all("ats.jobs"), relations?.["job_id"] ?? "");
  const passed = stagesOf(job).indexOf(stageId ?? "");
  const decide = source.choices(`interviews/${remoteId}`);
  const held = Array.from({ length: Math.min(3, Math.max(0, passed - 1)) }, (_, index): Plan => {
    const isCanceled = decide.at(`canceled/${index + 1}`).chance(0.08);
    return isCanceled ? { traits: ["canceled"] } : {};
  });
  const isDecided = traits.includes("hired") || traits.includes("rejected");
  return isDecided || passed < 1 || !decide.at("upcoming").chance(0.4)
    ? held
    : [...held, { traits: ["upcoming"] }];
}

function interviewOf(
  application: SkeletonRow,
  number: number,
  plan: Plan,
  source: RowSource,
  people: Interviewers,
): SkeletonRow {
  const remoteId = `${application.remoteId}-${number}`;
  const { job_id, current_stage_id = null } = application.relations ?? {};
  const job = rowWithId(source.all("ats.jobs"), job_id ?? "");
  const stages = stagesOf(job);
  const stage = stages[Math.min(number + 1, stages.indexOf(current_stage_id ?? ""))] ?? null;
  return {
    remoteId,
    relations: { application_id: application.remoteId, stage_id: stage },
    links: { user_links: interviewers(remoteId, source, people(job)) },
    ...plan,
  };
}

/** Who may interview for a job. */
type Interviewers = (job: SkeletonRow | undefined) => readonly string[];

/** The job's team where it has some who still use the tool, else everybody who does; found out once a job. */
function interviewersOf(source: RowSource): Interviewers {
  const { recruiters, others } = staffOf(source.all("ats.users"));
  const staff = [...recruiters, ...others];
  const known = new Map<SkeletonRow | undefined, readonly string[]>();
  const find: Interviewers = (job) => {
    const team = (job?.links?.["hiring_team_links"] ?? []).map((link) => link.remoteId);
    const present = team.filter((id) => staff.includes(id));
    return present.length > 0 ? present : staff;
  };
  return (job) => {
    const people = known.get(job) ?? find(job);
    known.set(job, people);
    return people;
  };
}

/** One or two of the people who may. */
function interviewers(
  remoteId: string,
  { choices }: RowSource,
  people: readonly string[],
): readonly SkeletonLink[] {
  if (people.length === 0) return [];
  const decide = choices(`interviews/${remoteId}/users`);
  const count = decide.at("two").chance(0.4) ? ["first", "second"] : ["first"];
  return [...new Set(count.map((which) => decide.at(which).pick(people)))].map((id) => ({ remoteId: id }));
}

function edge(source: RowSource, people: Interviewers): readonly SkeletonRow[] {
  const applications = source.added("ats.applications");
  const leapDay = leapDayBefore(source.date);
  const of = (remoteId: string, number: number, more: Partial<SkeletonRow>) => {
    const application = rowWithId(applications, remoteId) ?? { remoteId };
    return { ...interviewOf(application, number, {}, source, people), ...more };
  };
  return [
    { remoteId: "30001-1-1", bare: true, values: { remote_id: null } },
    of("30004-1", 1, { traits: ["deleted"] }),
    erasedRow("ats.interviews", "30003-1-1", source),
    of("30004-1", 2, {
      values: { title: "🎤 Vorstellungsgespräch / مقابلة / ריאיון" },
      links: { user_links: [] },
    }),
    of("30005-1", 1, {
      values: { ending_at: null, canceled: null, title: "Very long. ".repeat(300).trim() },
    }),
    // In a far future, over the turn of a year, and of no length.
    of("30006-1", 1, {
      values: { starting_at: "2099-12-31T23:30:00.000Z", ending_at: "2100-01-01T00:30:00.000Z" },
    }),
    of("30007-1", 1, {
      values: {
        starting_at: `${leapDay}T09:00:00.000Z`,
        ending_at: `${leapDay}T09:00:00.000Z`,
        remote_created_at: `${leapDay}T08:00:00.000Z`,
      },
    }),
    // Of an application to a job that was deleted, with everybody.
    of("30004-1", 3, {
      traits: ["upcoming"],
      links: { user_links: people(undefined).map((remoteId) => ({ remoteId })) },
    }),
  ];
}
