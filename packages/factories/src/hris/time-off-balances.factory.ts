import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import type { Country } from "../people.ts";
import { deletedBefore, midnight, syncedAfter } from "./record-instants.ts";

/** What a time off balance is made from. */
export interface HrisTimeOffBalanceInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** What absences of its type are counted in. */
  readonly unit: Entity<"HrisTimeUnit">;
  /** What the absences of the year have used, in that unit; null when they are not known. */
  readonly used: number | null;
  /** When the last of these absences changed; null when there is none. */
  readonly absencesChangedAt: string | null;
}

/** Days of holiday that contracts in the country grant a year. */
const entitlements: Readonly<Record<Country, readonly number[]>> = {
  DE: [26, 28, 30, 32],
  FR: [25, 28, 30],
  GB: [25, 26, 28, 30],
  NL: [25, 27, 30],
  US: [15, 18, 20, 25],
};

const inputs: HrisTimeOffBalanceInputs = {
  country: "DE",
  date: "2026-01-15",
  unit: "DAYS",
  used: null,
  absencesChangedAt: null,
};

/** Builds a time off balance: the rest of a year's holiday unless told. */
export const hrisTimeOffBalanceFactory = defineFactory("HrisTimeOffBalance")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(10_000, 99_999)),
    employee_id: ({ id }) => id(),
    type_id: ({ id }) => id(),
    balance({ input, get, pick, integer }) {
      const used = get("used");
      if (used === null) return null;
      // Hours are worked before they are taken off; days are granted for the year.
      if (input.unit === "HOURS") return integer(0, 80) / 2;
      const granted = entitlements[input.country].filter((days) => days >= used);
      return granted.length === 0 ? 0 : pick(granted) - used;
    },
    balance_unit: ({ input }) => input.unit,
    used({ input, integer }) {
      if (input.unit === null) return null;
      return input.used ?? integer(0, 30) / 2;
    },
    used_unit: ({ input }) => input.unit,
    changed_at(context) {
      const { date, absencesChangedAt } = context.input;
      const own = instantBefore(context, date, { minDays: 1, maxDays: 90 });
      return absencesChangedAt !== null && absencesChangedAt > own
        ? syncedAfter(context, absencesChangedAt, date)
        : own;
    },
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    exhausted: { fields: { balance: ({ get }) => (get("used") === null ? null : 0) } },
    overdrawn: {
      fields: { balance: ({ get, integer }) => (get("used") === null ? null : -integer(1, 10) / 2) },
    },
    deleted: {
      fields: {
        remote_deleted_at: (context) =>
          deletedBefore(context, context.input.date, context.input.absencesChangedAt),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
