import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deleted } from "./deleted.ts";

const inputs = {
  /** The world's date, `yyyy-MM-dd`. */
  date: "2026-01-15",
};

/** Names that recruiters give to candidates, the small world's first. */
export const tagNames = [
  "Strong portfolio",
  "Referral",
  "Silver medallist",
  "Relocation needed",
  "Keep warm",
  "Available at once",
  "Met at a fair",
  "Former colleague",
  "Speaks German",
  "Speaks French",
  "Leadership potential",
  "Remote only",
  "Part-time only",
  "Visa needed",
  "Boomerang",
  "Top university",
  "Career changer",
  "Works council",
  "Salary too high",
  "Call back in spring",
] as const;

/** Builds a label that candidates can have. */
export const atsTagFactory = defineFactory("AtsTag")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ pick }) => pick<string>(tagNames),
    remote_data: () => null,
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 12, maxDays: 700 }),
    remote_deleted_at: () => null,
  },
  traits: { deleted },
});
