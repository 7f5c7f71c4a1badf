import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore, instantBetween } from "../instants.ts";
import type { Country } from "../people.ts";
import { jobDescription, jobDescriptionHtml } from "../prose.ts";
import { type Department, departments, jobTitle, type Level } from "../work.ts";
import { expectedLevel, proficiencyScale } from "./proficiency-scale.ts";
import { deletedBefore, midnight, syncedAfter } from "./record-instants.ts";
import { skillLevels } from "./skills.factory.ts";

/** What a job, position or requisition is made from. */
export interface HrisStaffingEntityInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly tool: string;
  /** The id in the tool, which its page there has in its address; null for any. */
  readonly remoteId: string | null;
  /** The name of the company. */
  readonly company: string;
  readonly kind: Entity<"HrisStaffingEntity">["model_type"];
  readonly status: Entity<"HrisStaffingEntity">["status"];
  /** The title of what it was made from, which it has too; null when it stands alone. */
  readonly parentName: string | null;
  /** When that was created; null when it is not known. */
  readonly parentCreatedAt: string | null;
  readonly department: Department | null;
  readonly level: Level | null;
}

type EmploymentType = Entity<"HrisStaffingEntityEmploymentType">;

/** What tools call kinds of employment in each country. */
const employmentLabels: Readonly<Record<Country, Readonly<Record<"FULL_TIME" | "PART_TIME", string>>>> = {
  DE: { FULL_TIME: "Vollzeit", PART_TIME: "Teilzeit" },
  FR: { FULL_TIME: "Temps plein", PART_TIME: "Temps partiel" },
  GB: { FULL_TIME: "Full-time", PART_TIME: "Part-time" },
  NL: { FULL_TIME: "Voltijd", PART_TIME: "Deeltijd" },
  US: { FULL_TIME: "Full Time", PART_TIME: "Part Time" },
};

const levels: readonly Level[] = [1, 2, 3, 4];

const inputs: HrisStaffingEntityInputs = {
  country: "DE",
  date: "2026-01-15",
  tool: "bamboohr",
  remoteId: null,
  company: "Example Company",
  kind: "POSITION",
  status: "OPEN_LIMITED",
  parentName: null,
  parentCreatedAt: null,
  department: null,
  level: null,
};

function employmentTypes(choices: Choices, country: Country): EmploymentType[] {
  const labelled = (unified_type: "FULL_TIME" | "PART_TIME"): EmploymentType => ({
    remote_label: employmentLabels[country][unified_type],
    unified_type,
  });
  return choices.chance(0.3) ? [labelled("FULL_TIME"), labelled("PART_TIME")] : [labelled("FULL_TIME")];
}

function someSkill(choices: Choices): Entity<"HrisStaffingEntitySkill"> {
  const remote_id = String(choices.integer(1_000, 9_999));
  const id = choices.at("id").id();
  return {
    skill_id: id,
    skill: {
      id,
      remote_id,
      name: "Project management",
      proficiency_scale: proficiencyScale("", remote_id, skillLevels.general),
    },
    expected_proficiency: expectedLevel("", remote_id, 2),
  };
}

const reference = (choices: Choices, name: string) => ({
  id: choices.at("id").id(),
  remote_id: String(choices.integer(1_000, 9_999)),
  name,
});

/** Builds what people are hired into: a position with places to fill unless told. */
export const hrisStaffingEntityFactory = defineFactory("HrisStaffingEntity")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    name(context) {
      const { parentName, department, level } = context.input;
      if (parentName !== null) return parentName;
      return jobTitle(
        context,
        department ?? context.at("department").pick(departments),
        level ?? context.at("level").pick(levels),
      );
    },
    model_type: ({ input }) => input.kind,
    description(context) {
      const title = context.get("name") ?? "colleague";
      const write = context.at("html").chance(0.5) ? jobDescriptionHtml : jobDescription;
      return write(context, title, context.input.company);
    },
    status: ({ input }) => input.status,
    employment_types: (context) => employmentTypes(context, context.input.country),
    number_of_openings: ({ get, integer }) => (get("status") === "OPEN_LIMITED" ? integer(1, 4) : null),
    parent_id: ({ input, id }) => (input.kind === "REQUISITION" ? id() : null),
    remote_url: ({ input, get }) => `https://${input.tool}.example.com/positions/${get("remote_id")}`,
    remote_created_at(context) {
      const { date, parentCreatedAt } = context.input;
      if (parentCreatedAt !== null) return instantBetween(context, parentCreatedAt, midnight(date));
      return instantBefore(context, date, { minDays: 20, maxDays: 500 });
    },
    remote_updated_at(context) {
      const { date } = context.input;
      return instantBetween(context, context.get("remote_created_at") ?? midnight(date), midnight(date));
    },
    changed_at: (context) =>
      syncedAfter(
        context,
        context.get("remote_updated_at") ?? midnight(context.input.date),
        context.input.date,
      ),
    remote_deleted_at: () => null,
    custom_fields: () => null,
    integration_fields: () => [],
    remote_data: () => null,
    locations: (context) => [{ ...reference(context, "Headquarters"), type: "Office" }],
    legal_entities: (context) => [reference(context, context.input.company)],
    groups: (context) => [
      { ...reference(context, context.input.department ?? "Operations"), type: "DEPARTMENT" },
    ],
    skills: (context) => [someSkill(context)],
  },
  traits: {
    job: { input: { kind: "JOB", status: "OPEN_UNLIMITED" } },
    requisition: { input: { kind: "REQUISITION" } },
    pending: { input: { status: "PENDING" } },
    frozen: { input: { status: "FROZEN" } },
    filled: { input: { status: "FILLED" } },
    closed: { input: { status: "CLOSED" } },
    deleted: {
      fields: {
        remote_deleted_at: (context) =>
          deletedBefore(context, context.input.date, context.get("remote_updated_at")),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
