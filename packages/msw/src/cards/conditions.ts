import { availabilityConditions } from "./availability.conditions.ts";
import type { Condition } from "./condition.ts";
import { failingConditions } from "./failing.conditions.ts";

/** Everything that test cards, traits and scenarios can bring about, by name. One place says it all; READMEs and lists are made from it. */
export const conditions = {
  // Lifecycle
  active: {
    does: "Everything works: it is ACTIVE, set up and synced. As a trait or scenario it ends what others began.",
    tools: { HRIS: "humaans", ATS: "ashby", ASSESSMENT: "jobvite" },
    ...{ status: "ACTIVE", setup_status: "COMPLETED", qa_status: "PASSED", setup_steps: [] },
    ...{ data_expired: false, isWell: true },
  },
  invalid: {
    does: "The tool rejects the stored credentials: reads serve the last synced data, writes are refused, until it is connected again (relink).",
    tools: { HRIS: "factorial", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    status: "INVALID",
  },
  inactive: {
    does: "Syncing is switched off, and everything is refused, until PUT /integrations/{integration_id}/enabled.",
    tools: { HRIS: "personio", ATS: "lever", ASSESSMENT: "icims" },
    status: "INACTIVE",
  },
  "setup-incomplete": {
    does: "Steps of the setup are open: everything is refused until they are gone through (setup link).",
    tools: { HRIS: "workday", ATS: "ashby", ASSESSMENT: "avature" },
    ...{ setup_status: "INCOMPLETE", setup_steps: ["filtering", "field-mapping"] },
  },
  "final-sync-pending": {
    does: "The setup is done, and its last sync has not ended: everything is refused until mock.sync(id).",
    tools: { HRIS: "hibob", ATS: "recruitee" },
    setup_status: "FINAL_SYNC_PENDING",
  },
  "first-sync-pending": {
    does: "The first sync has not ended: everything is refused until mock.sync(id).",
    tools: { HRIS: "hibob", ATS: "teamtailor", ASSESSMENT: "jobvite" },
    qa_status: "PENDING",
  },
  "qa-failed": {
    does: "The data of the first sync did not pass the vendor's checks: everything is refused.",
    tools: { HRIS: "humaans", ATS: "workable", ASSESSMENT: "eightfold" },
    qa_status: "FAILED",
  },
  "credentials-failing": {
    does: "The tool has begun to reject the stored credentials: regular syncs end AUTHENTICATION_FAILED, and after three days it is INVALID.",
    tools: { HRIS: "successfactors", ATS: "pinpoint" },
    syncs_end: "AUTHENTICATION_FAILED",
  },
  "sync-failing": {
    does: "Regular syncs end FAILED: reads serve what the last good one brought.",
    tools: { HRIS: "humaans", ATS: "greenhouse" },
    syncs_end: "FAILED",
  },
  "sync-partially-failing": {
    does: "Regular syncs end PARTIALLY_FAILED: one of the models stays as it was.",
    tools: { HRIS: "factorial", ATS: "lever" },
    syncs_end: "PARTIALLY_FAILED",
  },
  "data-expired": {
    does: "The scope config was changed after the last sync: data_expired_at is set until a sync succeeds.",
    tools: { HRIS: "deel", ATS: "onlyfy" },
    data_expired: true,
  },
  deleted: {
    does: "It was connected once and is deleted for good: its id is unknown.",
    tools: { HRIS: "bamboohr", ATS: "jazzhr", ASSESSMENT: "icims" },
    isDeleted: true,
  },
  ...availabilityConditions,
  ...failingConditions,
  // Data
  empty: {
    does: "There are no records at all: every list is empty.",
    tools: { HRIS: "sandbox", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    data: "empty",
  },
  "edge-cases": {
    does: "Beside the small company there are empty, unmapped, extreme, deleted and erased records, as in the world edge.",
    tools: { HRIS: "sandbox", ATS: "lever", ASSESSMENT: "icims" },
    data: "edge",
  },
  "all-null": {
    does: "Every value that may be null is null.",
    tools: { HRIS: "sandbox", ATS: "ashby", ASSESSMENT: "jobvite" },
    data: "bare",
  },
  "all-deleted": {
    does: "Every record is deleted in the tool: lists are empty unless they are asked for deleted records.",
    tools: { HRIS: "sandbox", ATS: "recruitee" },
    data: "deleted",
  },
  large: {
    does: "There are 10,000 employees, or as many candidates, as in the world large.",
    tools: { HRIS: "sandbox", ATS: "workable" },
    data: "large",
  },
} as const satisfies Readonly<Record<string, Condition>>;

/** The name of something that can be the matter with an integration. */
export type ConditionName = keyof typeof conditions;

/** Every name, in the order of the table. */
export const conditionNames = Object.keys(conditions) as [ConditionName, ...ConditionName[]];

/** The name of what can be the matter with an integration that is there. */
type TraitName = Exclude<ConditionName, "deleted">;

/** Every such name. */
export const traitNames = conditionNames.filter((name): name is TraitName => name !== "deleted");

/** What stands behind a name. */
export function conditionNamed(name: ConditionName): Condition {
  return conditions[name];
}

/** Whether a text that comes from outside is such a name. */
export function isConditionName(name: string): name is ConditionName {
  return Object.hasOwn(conditions, name);
}
