import { defineFactory } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import { type Country, companyHost, companyName, emailOf, personName } from "../people.ts";
import { noteContent } from "../prose.ts";
import { daysAfter, deletedSinceUpdate, midnight, someTimeAfter } from "./timeline.ts";

/** What a note is made from. */
export interface AtsNoteInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Since when there is something to remark; some weeks before the date unless told. */
  readonly from: string | null;
}

const inputs: AtsNoteInputs = { country: "DE", date: "2026-01-15", from: null };

const titles = ["First call", "Availability", "Salary", "References", "Feedback of the team"] as const;

/** Builds a note that a recruiter left on an application. */
export const atsNoteFactory = defineFactory("AtsNote")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    candidate_id: ({ id }) => id(),
    changed_at: (context) => someTimeAfter(context, context.get("remote_updated_at"), context.input.date),
    application_id: ({ id }) => id(),
    author_id: ({ id }) => id(),
    title: ({ chance, pick }) => (chance(0.5) ? pick<string>(titles) : null),
    content_html: (context) => `<p>${noteContent(context)}</p>`,
    is_private: () => false,
    remote_created_at(context) {
      const today = midnight(context.input.date);
      return instantBetween(context, context.input.from ?? daysAfter(today, -60), today);
    },
    // Most notes are never touched again.
    remote_updated_at(context) {
      const created = context.get("remote_created_at");
      return context.chance(0.8) ? created : someTimeAfter(context, created, context.input.date);
    },
    remote_deleted_at: () => null,
    author(context) {
      const id = context.get("author_id");
      if (id === null) return null;
      const { country } = context.input;
      const { firstName, lastName } = personName(context.at("name"), country);
      const host = companyHost(companyName(context.at("company"), country));
      return {
        id,
        remote_id: String(context.at("remote_id").integer(1_000, 9_999)),
        first_name: firstName,
        last_name: lastName,
        email: emailOf(firstName, lastName, host),
      };
    },
  },
  traits: {
    private: { fields: { is_private: () => true } },
    withoutAuthor: { fields: { author_id: () => null } },
    deleted: deletedSinceUpdate,
  },
});
