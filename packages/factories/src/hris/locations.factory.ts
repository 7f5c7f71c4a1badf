import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import type { Country } from "../people.ts";
import { addressAt } from "../places.ts";
import { deletedBefore } from "./record-instants.ts";

/** What a location is made from. */
export interface HrisLocationInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly kind: keyof typeof kinds;
}

// The tool's own word for the kind, and what follows the city in the name.
const kinds = {
  headquarters: { type: "HEADQUARTERS", endings: ["Headquarters", "HQ"] },
  office: { type: "OFFICE", endings: ["Office", "Hub"] },
  warehouse: { type: "WAREHOUSE", endings: ["Warehouse", "Distribution Center"] },
  remote: { type: "REMOTE", endings: ["Remote"] },
} as const;

const inputs: HrisLocationInputs = { country: "DE", date: "2026-01-15", kind: "office" };

/** Builds a place of work: an office in a German city unless told. */
export const hrisLocationFactory = defineFactory("HrisLocation")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name({ get, input, pick }) {
      const ending = pick<string>(kinds[input.kind].endings);
      const city = get("address")?.city;
      return city ? `${city} ${ending}` : ending;
    },
    address: (context) =>
      context.input.kind === "remote" ? null : addressAt(context, context.input.country),
    type: ({ input }) => kinds[input.kind].type,
    changed_at: (context) =>
      context.get("remote_deleted_at") ??
      instantBefore(context, context.input.date, { minDays: 30, maxDays: 900 }),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    headquarters: { input: { kind: "headquarters" } },
    warehouse: { input: { kind: "warehouse" } },
    withoutAddress: { input: { kind: "remote" } },
    deleted: {
      fields: { remote_deleted_at: (context) => deletedBefore(context, context.input.date) },
    },
  },
});
