import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Country, companyName, workEmail } from "../people.ts";
import { type DatapointInputs, listReadModels, listWriteActions } from "./datapoints.ts";
import { drawIcon, drawLogo } from "./icon.ts";
import { toolOf } from "./tool-of.ts";

/** What the details of an integration are made from, beyond seed and key. */
export interface IntegrationDetailsInputs extends DatapointInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`; everything happened before it. */
  readonly date: string;
}

const scopeConfigNames = ["Default scope", "Core HR", "Recruiting", "Payroll export", "Everything"] as const;

const inputs: IntegrationDetailsInputs = {
  category: "HRIS",
  tool: "bamboohr",
  country: "DE",
  date: "2026-01-15",
  settings: {},
  optedOut: [],
  coverage: {},
  optionalIsAvailable: true,
};

/** A model, a field and an action of each category; those of other categories do not matter. */
const someDatapoints = [
  ...["hris_absences", "hris_employees.date_of_birth", "hris_create_absence"],
  ...["ats_offers", "ats_candidates.phone_numbers", "ats_reject_application"],
  ...["assessment_orders", "assessment_orders.candidate", "assessment_update_order_result"],
  ...["lms_course_progressions", "lms_users.work_email", "lms_complete_course_progression"],
] as const;

function each<const Value>(value: Value): Record<string, Value> {
  return Object.fromEntries(someDatapoints.map((id) => [id, value]));
}

function endUser(choices: Choices, country: Country): Entity<"EndUser"> {
  const organization_name = companyName(choices.at("organization_name"), country);
  return {
    organization_name,
    creator_email: workEmail(choices.at("creator_email"), country, organization_name),
    origin_id: choices.at("origin_id").id(),
  };
}

/**
 * Builds the details of an integration: ACTIVE and COMPLETED, of a BambooHR customer in Germany unless told.
 *
 * @example
 * integrationDetailsFactory.with("inactive").input({ tool: "personio" }).build();
 */
export const integrationDetailsFactory = defineFactory("IntegrationDetails")({
  inputs,
  fields: {
    id: ({ input, id }) => `${input.tool}:${id()}`,
    tool({ input }) {
      const tool = toolOf(input.tool);
      return {
        id: tool.id,
        label: tool.label,
        internal_label: tool.internal_label ?? null,
        logo_url: drawLogo(tool.label, tool.color),
        icon_url: drawIcon(tool.label, tool.color),
      };
    },
    category: ({ input }) => input.category,
    status: () => "ACTIVE",
    setup_status: () => "COMPLETED",
    end_user: (context) => endUser(context, context.input.country),
    scope_config: (context) => ({
      id: context.at("id").id(),
      name: context.at("name").pick<string>(scopeConfigNames),
    }),
    data_expired_at: () => null,
    created_at: (context) => instantBefore(context, context.input.date, { minDays: 30, maxDays: 900 }),
    beta: ({ input }) => toolOf(input.tool).beta ?? false,
    read_models: ({ input }) => listReadModels(input),
    write_actions: ({ input }) => listWriteActions(input),
  },
  traits: {
    invalid: { fields: { status: () => "INVALID" } },
    inactive: { fields: { status: () => "INACTIVE" } },
    setupIncomplete: { fields: { setup_status: () => "INCOMPLETE" } },
    finalSyncPending: { fields: { setup_status: () => "FINAL_SYNC_PENDING" } },
    invalidSetupIncomplete: { fields: { status: () => "INVALID", setup_status: () => "INCOMPLETE" } },
    invalidFinalSyncPending: {
      fields: { status: () => "INVALID", setup_status: () => "FINAL_SYNC_PENDING" },
    },
    inactiveSetupIncomplete: { fields: { status: () => "INACTIVE", setup_status: () => "INCOMPLETE" } },
    inactiveFinalSyncPending: {
      fields: { status: () => "INACTIVE", setup_status: () => "FINAL_SYNC_PENDING" },
    },
    expiredData: {
      fields: {
        data_expired_at: (context) => instantBefore(context, context.input.date, { minDays: 1, maxDays: 3 }),
      },
    },
    optedOut: { input: { optedOut: someDatapoints } },
    disabledByScope: { input: { settings: each("DISABLED") } },
    optional: { input: { settings: each("OPTIONAL") } },
    unsupported: { input: { coverage: each("UNSUPPORTED") } },
    notImplemented: { input: { coverage: each("NOT_IMPLEMENTED") } },
    unknownCoverage: { input: { coverage: each("UNKNOWN") } },
    beta: { fields: { beta: () => true } },
    withoutCreatorEmail: { values: { end_user: { creator_email: null } } },
    hris: { input: { category: "HRIS", tool: "bamboohr" } },
    ats: { input: { category: "ATS", tool: "greenhouse" } },
    assessment: { input: { category: "ASSESSMENT", tool: "smartrecruiters" } },
    lms: { input: { category: "LMS", tool: "talentlms" } },
  },
});
