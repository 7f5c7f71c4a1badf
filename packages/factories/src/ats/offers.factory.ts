import { defineFactory, type Entity } from "../define-factory.ts";
import { timeOf } from "../instant-text.ts";
import { instantBetween } from "../instants.ts";
import type { Country } from "../people.ts";
import { briefCandidate, briefJob } from "./brief-records.ts";
import { daysAfter, deletedSinceUpdate, latest, midnight, someTimeAfter } from "./timeline.ts";

/** What an offer is made from. */
export interface AtsOfferInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** Between when it is drawn up and, but for drafts, answered; the weeks before the date unless told. */
  readonly from: string | null;
  readonly until: string | null;
}

const inputs: AtsOfferInputs = { country: "DE", date: "2026-01-15", from: null, until: null };

const endOf = ({ until, date }: AtsOfferInputs) => until ?? midnight(date);
const beginOf = (input: AtsOfferInputs) => input.from ?? daysAfter(endOf(input), -21);

function middleOf(input: AtsOfferInputs): string {
  const [begin, end] = [beginOf(input), endOf(input)];
  return daysAfter(begin, (timeOf(end) - timeOf(begin)) / 2 / 86_400_000);
}

const status = (value: NonNullable<Entity<"AtsOfferStatus">>) => ({ fields: { status: () => value } });

/** Builds an offer that was sent and not yet answered unless told. */
export const atsOfferFactory = defineFactory("AtsOffer")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    status: (): Entity<"AtsOfferStatus"> => "SENT",
    employment_start_date({ get, chance, at, input }) {
      if (get("status") === "DRAFT" && chance(0.5)) return null;
      const made = get("remote_created_at") ?? endOf(input);
      const month = new Date(Date.parse(made.slice(0, 7)));
      month.setUTCMonth(month.getUTCMonth() + at("notice").integer(1, 4));
      return month.toISOString();
    },
    application_id: ({ id }) => id(),
    custom_fields: () => null,
    integration_fields: () => [],
    changed_at: (context) => someTimeAfter(context, context.get("remote_updated_at"), context.input.date),
    remote_deleted_at: () => null,
    // Drawn up in the first half of the time, answered in the second.
    remote_created_at: (context) => instantBetween(context, beginOf(context.input), middleOf(context.input)),
    remote_updated_at: (context) => {
      const created = context.get("remote_created_at") ?? "";
      return instantBetween(
        context,
        latest(created, middleOf(context.input)),
        latest(created, endOf(context.input)),
      );
    },
    remote_data: () => null,
    application: (context) =>
      context.get("application_id") === null
        ? null
        : {
            candidate: briefCandidate(context.at("candidate"), context.input.country),
            job: briefJob(context.at("job")),
          },
  },
  traits: {
    accepted: status("ACCEPTED"),
    declined: status("DECLINED"),
    approved: status("APPROVED"),
    draft: status("DRAFT"),
    abandoned: status("ABANDONED"),
    withoutStatus: { fields: { status: () => null } },
    deleted: deletedSinceUpdate,
  },
});
