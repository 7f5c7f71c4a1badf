import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Department, departments } from "../work.ts";
import { deletedBefore } from "./record-instants.ts";

/** What a group is made from. */
export interface HrisGroupInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly kind: keyof typeof types;
  /** The department that it is or belongs to; any where there is none. */
  readonly department: Department | null;
}

const types = { department: "DEPARTMENT", team: "TEAM", costCenter: "COST_CENTER", other: null } as const;
const emblems = [
  ...["Albatross", "Badger", "Comet", "Dolphin", "Falcon", "Glacier", "Heron", "Ibex", "Jaguar", "Lynx"],
  ...["Meteor", "Narwhal", "Orca", "Puffin", "Quasar", "Raven", "Sequoia", "Tundra", "Walrus", "Zephyr"],
] as const;
const others = ["Works council", "First aiders", "Mentoring circle", "Safety committee", "Alumni"] as const;

const inputs: HrisGroupInputs = { date: "2026-01-15", kind: "department", department: null };

/** Builds a department, or another group of people. */
export const hrisGroupFactory = defineFactory("HrisGroup")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name(context) {
      const { kind } = context.input;
      const department = context.input.department ?? context.at("department").pick(departments);
      if (kind === "department") return department;
      if (kind === "team") return `${department} ${context.at("emblem").pick(emblems)}`;
      if (kind === "costCenter") return `${context.at("number").integer(41, 89) * 100} ${department}`;
      return context.at("other").pick<string>(others);
    },
    type: ({ input }) => types[input.kind],
    parent_id: () => null,
    changed_at: (context) =>
      context.get("remote_deleted_at") ??
      instantBefore(context, context.input.date, { minDays: 20, maxDays: 900 }),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    team: { input: { kind: "team" }, fields: { parent_id: ({ id }) => id() } },
    costCenter: { input: { kind: "costCenter" } },
    withoutType: { input: { kind: "other" } },
    deleted: {
      fields: { remote_deleted_at: (context) => deletedBefore(context, context.input.date) },
    },
  },
});
