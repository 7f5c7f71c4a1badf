import { deleted } from "../ats/deleted.ts";
import { daysAfter, midnight, someTimeAfter } from "../ats/timeline.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import { type CourseSubject, courseSubjects } from "./course-subjects.ts";

/** What a course revision is made from. */
export interface LmsCourseRevisionInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Since when there is the course; some months before the date unless told. */
  readonly from: string | null;
  /** What the course is about; anything unless told. */
  readonly subject: CourseSubject | null;
  readonly tool: string;
  /** Its id in the tool, which its page is made from; null for any. */
  readonly remoteId: string | null;
}

const inputs: LmsCourseRevisionInputs = {
  date: "2026-01-15",
  from: null,
  subject: null,
  tool: "sandbox",
  remoteId: null,
};

/** Builds a version of a course that learners can take. */
export const lmsCourseRevisionFactory = defineFactory("LmsCourseRevision")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    course_id: ({ id }) => id(),
    title: ({ input, pick }) => (input.subject ?? pick(courseSubjects)).title,
    description: ({ get, input }) =>
      (input.subject ?? courseSubjects.find(({ title }) => title === get("title")))?.description ?? null,
    remote_url: ({ get, input }) => `https://${input.tool}.example.com/learn/${get("remote_id")}`,
    status: (): Entity<"LmsCourseRevision">["status"] => "ACTIVE",
    remote_created_at(context) {
      const today = midnight(context.input.date);
      const from = context.input.from ?? daysAfter(today, -400);
      return instantBetween(context, from, daysAfter(today, -60));
    },
    remote_deleted_at: () => null,
    changed_at: (context) => someTimeAfter(context, context.get("remote_created_at"), context.input.date),
    remote_data: () => null,
    custom_fields: () => null,
    integration_fields: () => [],
    skill_assignments({ get, id, integer }) {
      const name = courseSubjects.find(({ title }) => title === get("title"))?.skill ?? null;
      return name === null ? [] : [{ skill: { id: id(), remote_id: String(integer(1_000, 9_999)), name } }];
    },
  },
  traits: {
    inactive: { values: { status: "INACTIVE" } },
    withoutSkills: { fields: { skill_assignments: () => [] } },
    deleted,
  },
});
