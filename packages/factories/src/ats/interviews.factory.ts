import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import type { Country } from "../people.ts";
import { addressAt } from "../places.ts";
import { interviewTitle } from "../prose.ts";
import { briefCandidate, briefJob } from "./brief-records.ts";
import {
  daysAfter,
  deletedSinceUpdate,
  earliest,
  latest,
  meetingBetween,
  midnight,
  someTimeAfter,
} from "./timeline.ts";

/** What an interview is made from. */
export interface AtsInterviewInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Between when it is arranged and held; the days before the date unless told. */
  readonly from: string | null;
  readonly until: string | null;
  /** Where the company receives candidates; made up unless told. */
  readonly office: Entity<"Address"> | null;
}

const inputs: AtsInterviewInputs = {
  country: "DE",
  date: "2026-01-15",
  from: null,
  until: null,
  office: null,
};

/** When it could be arranged at the earliest. */
const begin = ({ from, date }: AtsInterviewInputs) => from ?? daysAfter(midnight(date), -30);

// Where it takes place agrees with what it is called.
const isOnSite = (title: string) => title.endsWith("on site");
const isByPhone = (title: string) => title.startsWith("Phone") && !isOnSite(title);

const lengths = [30, 45, 60, 60, 90] as const;

/** Builds an interview that was held, by video or in the company's office, unless told. */
export const atsInterviewFactory = defineFactory("AtsInterview")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    title: (context) => interviewTitle(context),
    starting_at(context) {
      const { country, date, until } = context.input;
      return meetingBetween(context, country, { from: begin(context.input), until: until ?? midnight(date) });
    },
    ending_at({ get, pick }) {
      const start = get("starting_at");
      return start === null ? null : daysAfter(start, pick(lengths) / 1_440);
    },
    location(context) {
      const title = context.get("title") ?? "";
      if (context.get("video_conferencing_url") !== null || isByPhone(title)) return null;
      if (!isOnSite(title) && context.chance(0.2)) return null;
      return context.input.office ?? addressAt(context, context.input.country);
    },
    video_conferencing_url({ get, chance, at }) {
      const title = get("title") ?? "";
      const room = String(at("room").integer(100_000_000, 999_999_999));
      return isByPhone(title) || isOnSite(title) || chance(0.4) ? null : `https://meet.example.com/${room}`;
    },
    application_id: ({ id }) => id(),
    stage_id: ({ id }) => id(),
    canceled: () => false,
    remote_created_at(context) {
      const today = midnight(context.input.date);
      const start = earliest(today, context.get("starting_at") ?? today);
      return instantBetween(context, latest(begin(context.input), daysAfter(start, -14)), start);
    },
    remote_updated_at(context) {
      const created = context.get("remote_created_at");
      const held = context.get("ending_at") ?? midnight(context.input.date);
      if (created === null || held >= midnight(context.input.date))
        return someTimeAfter(context, created, context.input.date);
      return instantBetween(context, created, held);
    },
    remote_data: () => null,
    changed_at: (context) => someTimeAfter(context, context.get("remote_updated_at"), context.input.date),
    remote_deleted_at: () => null,
    users: () => [],
    application(context) {
      const id = context.get("application_id");
      if (id === null) return null;
      const remote_id = String(context.at("remote_id").integer(1_000, 9_999));
      const candidate = briefCandidate(context.at("candidate"), context.input.country);
      const job = briefJob(context.at("job"));
      return { id, remote_id, outcome: "PENDING", rejection_reason_name: null, candidate, job };
    },
  },
  traits: {
    upcoming: {
      fields: {
        starting_at(context) {
          const from = midnight(context.input.date);
          return meetingBetween(context, context.input.country, { from, until: daysAfter(from, 15) });
        },
      },
    },
    canceled: { fields: { canceled: () => true } },
    deleted: deletedSinceUpdate,
  },
});
