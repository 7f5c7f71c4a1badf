import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Country, emailOf, personName } from "../people.ts";
import { reviewComment } from "../prose.ts";
import { hrisPerformanceReviewCycleFactory } from "./performance-review-cycles.factory.ts";
import { deletedBefore, midnight, syncedAfter } from "./record-instants.ts";

/** What a review is made from. */
export interface HrisPerformanceReviewInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** How the company rates. */
  readonly scale: "numbers" | "words";
  readonly kind: Entity<"HrisPerformanceReview">["type"];
  /** When the cycle of the review began; null when it is not known. */
  readonly cycleStart: string | null;
}

type Rating = 1 | 2 | 3 | 4 | 5;

/** Words for ratings, from worst to best, as tools suggest them. */
const ratingWords = [
  "Unsatisfactory",
  "Needs improvement",
  "Meets expectations",
  "Exceeds expectations",
  "Outstanding",
];

const inputs: HrisPerformanceReviewInputs = {
  country: "DE",
  date: "2026-01-15",
  scale: "numbers",
  kind: "MANAGER",
  cycleStart: null,
};

/** Most people do their work well, and few do it badly. */
function ratingOf(choices: Choices): Rating {
  const place = choices.integer(1, 100);
  if (place <= 3) return 1;
  if (place <= 12) return 2;
  if (place <= 45) return 3;
  return place <= 84 ? 4 : 5;
}

function ratingIn(rating: Entity<"HrisPerformanceRating"> | null | undefined): Rating | null {
  if (!rating) return null;
  const value =
    rating.type === "NUMERIC" ? rating.value : (rating.ordered_options ?? []).indexOf(rating.value ?? "") + 1;
  return [1, 2, 3, 4, 5].includes(value ?? 0) ? (value as Rating) : null;
}

function someEmployee(choices: Choices, country: Country): Entity<"HrisPerformanceReviewEmployee"> {
  const { firstName, lastName } = personName(choices.at("name"), country);
  return {
    id: choices.at("id").id(),
    remote_id: String(choices.at("remote_id").integer(1_000, 9_999)),
    first_name: firstName,
    last_name: lastName,
    display_full_name: `${firstName} ${lastName}`,
    work_email: emailOf(firstName, lastName, "company.example.com"),
    remote_deleted_at: null,
  };
}

/** Builds a performance review: a manager's, on a scale from 1 to 5, unless told. */
export const hrisPerformanceReviewFactory = defineFactory("HrisPerformanceReview")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(10_000, 99_999)),
    type: ({ input }) => input.kind,
    summary_comment(context) {
      const rating = ratingIn(context.get("summary_rating"));
      return rating === null ? null : reviewComment(context, rating);
    },
    summary_rating(context) {
      const rating = ratingOf(context);
      if (context.input.scale === "numbers") return { type: "NUMERIC", min: 1, max: 5, value: rating };
      return {
        type: "SINGLE_SELECT",
        ordered_options: [...ratingWords],
        value: ratingWords[rating - 1] ?? null,
      };
    },
    changed_at(context) {
      const { date, cycleStart } = context.input;
      const start = (cycleStart ?? "").slice(0, 10);
      // Reviews come in during the half-year after a cycle begins.
      const instant = instantBefore(context, date, { minDays: 1, maxDays: 180 });
      return start < date && instant < start ? syncedAfter(context, midnight(start), date) : instant;
    },
    remote_deleted_at: () => null,
    remote_data: () => null,
    reviewee: (context) => someEmployee(context, context.input.country),
    reviewer(context) {
      if (context.get("type") === null) return null;
      return context.get("type") === "SELF"
        ? context.get("reviewee")
        : someEmployee(context, context.input.country);
    },
    review_cycle: ({ input, id }) =>
      hrisPerformanceReviewCycleFactory.input({ date: input.date }).build({ id: id() }),
  },
  traits: {
    self: { input: { kind: "SELF" } },
    peer: { input: { kind: "PEER" } },
    directReport: { input: { kind: "DIRECT_REPORT" } },
    withoutReviewer: { input: { kind: null } },
    inWords: { input: { scale: "words" } },
    unrated: { fields: { summary_rating: () => null } },
    deleted: {
      fields: {
        remote_deleted_at: (context) => deletedBefore(context, context.input.date),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
