import { daysAfter, latest, midnight, someTimeAfter } from "../ats/timeline.ts";
import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import { type Country, companyHost, companyName, emailOf, personName } from "../people.ts";
import { courseSubjects } from "./course-subjects.ts";

/** What a course progression is made from. */
export interface LmsCourseProgressionInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Since when there are both the user and the revision; some months before the date unless told. */
  readonly from: string | null;
}

const inputs: LmsCourseProgressionInputs = { country: "DE", date: "2026-01-15", from: null };

type Status = Entity<"LmsCourseProgression">["status"];

const status = (value: NonNullable<Status>) => ({ fields: { status: () => value } });
const remoteIdOf = (choices: Choices) => String(choices.at("remote_id").integer(1_000, 9_999));

/** Builds how far somebody has come in a course: enrolled and not begun unless told. */
export const lmsCourseProgressionFactory = defineFactory("LmsCourseProgression")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    user_id: ({ id }) => id(),
    course_revision_id: ({ id }) => id(),
    status: (): Status => "ENROLLED",
    enrolled_at(context) {
      const today = midnight(context.input.date);
      return instantBetween(context, context.input.from ?? daysAfter(today, -120), today);
    },
    completed_at(context) {
      const { date } = context.input;
      return context.get("status") === "COMPLETED"
        ? someTimeAfter(context, context.get("enrolled_at"), date)
        : null;
    },
    changed_at(context) {
      const last = context.get("completed_at") ?? context.get("enrolled_at");
      return someTimeAfter(context, last, context.input.date);
    },
    remote_deleted_at: () => null,
    remote_data: () => null,
    user(context) {
      const { country } = context.input;
      const { firstName, lastName } = personName(context.at("name"), country);
      const host = companyHost(companyName(context.at("company"), country));
      return {
        id: context.get("user_id"),
        remote_id: remoteIdOf(context),
        first_name: firstName,
        last_name: lastName,
        work_email: emailOf(firstName, lastName, host),
      };
    },
    course_revision: (context) => ({
      id: context.get("course_revision_id"),
      remote_id: remoteIdOf(context),
      title: context.at("title").pick(courseSubjects).title,
      course: { id: context.at("course").id(), remote_id: remoteIdOf(context.at("course")) },
    }),
  },
  traits: {
    inProgress: status("IN_PROGRESS"),
    completed: status("COMPLETED"),
    dropped: status("DROPPED"),
    deleted: {
      fields: {
        // Any earlier, and it would have been erased by now.
        changed_at(context) {
          const today = midnight(context.input.date);
          const last = context.get("completed_at") ?? context.get("enrolled_at") ?? "";
          const from = latest(last, daysAfter(today, -10));
          return instantBetween(context, from, latest(from, today));
        },
        remote_deleted_at: ({ get }) => get("changed_at"),
      },
    },
  },
});
