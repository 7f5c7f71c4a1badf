import type { Category } from "@kombo-mock/factories";
import type { Condition, ConditionScope } from "./condition.ts";

const model = { HRIS: "hris_absences", ATS: "ats_offers", ASSESSMENT: "assessment_orders" } as const;
const action = {
  HRIS: "hris_create_absence",
  ATS: "ats_reject_application",
  ASSESSMENT: "assessment_update_order_result",
} as const;

/** Coverage and scope in which one datapoint of each category is as said. */
function scopeOf(
  datapoints: Readonly<Partial<Record<Category, string>>>,
  make: (id: string) => ConditionScope,
): NonNullable<Condition["scope"]> {
  return Object.fromEntries(Object.entries(datapoints).map(([category, id]) => [category, make(id)]));
}

const unsupported = (id: string) => ({ coverage: { [id]: "UNSUPPORTED" } }) as const;
const disabled = (id: string) =>
  ({ coverage: { [id]: "SUPPORTED" }, settings: { [id]: "DISABLED" } }) as const;
const optedOut = (id: string) => ({ coverage: { [id]: "SUPPORTED" }, optedOut: [id] }) as const;

/** Models, actions and fields that are not to be had. */
export const availabilityConditions = {
  "model-not-covered": {
    does: `The tool does not have one of the models: ${list(model)}.`,
    tools: { HRIS: "personio", ATS: "pinpoint", ASSESSMENT: "avature" },
    scope: scopeOf(model, unsupported),
  },
  "model-disabled": {
    does: `The scope config switches one of the models off: ${list(model)}.`,
    tools: { HRIS: "humaans", ATS: "lever", ASSESSMENT: "eightfold" },
    scope: scopeOf(model, disabled),
  },
  "model-opted-out": {
    does: `The customer opted out of one of the models: ${list(model)}.`,
    tools: { HRIS: "workday", ATS: "ashby", ASSESSMENT: "jobvite" },
    scope: scopeOf(model, optedOut),
  },
  "action-not-covered": {
    does: `The tool does not have one of the actions: ${list(action)}.`,
    tools: { HRIS: "deel", ATS: "recruitee", ASSESSMENT: "icims" },
    scope: scopeOf(action, unsupported),
  },
  "action-disabled": {
    does: `The scope config switches one of the actions off: ${list(action)}.`,
    tools: { HRIS: "factorial", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    scope: scopeOf(action, disabled),
  },
  "action-opted-out": {
    does: `The customer opted out of one of the actions: ${list(action)}.`,
    tools: { HRIS: "hibob", ATS: "teamtailor", ASSESSMENT: "avature" },
    scope: scopeOf(action, optedOut),
  },
  "field-off": {
    does: "The scope config switches a field off, so that it is null: work_email of employees, phone_numbers of candidates.",
    tools: { HRIS: "bamboohr", ATS: "workable" },
    scope: scopeOf({ HRIS: "hris_employees.work_email", ATS: "ats_candidates.phone_numbers" }, disabled),
  },
} as const satisfies Readonly<Record<string, Condition>>;

function list(datapoints: Readonly<Record<string, string>>): string {
  return Object.values(datapoints).join(", ");
}
