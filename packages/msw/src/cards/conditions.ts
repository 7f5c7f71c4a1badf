import type { Category } from "@kombo-mock/factories";
import { answering, type Condition, type ConditionScope, failing } from "./condition.ts";

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

const html = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
`;

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
  // Availability
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
  // Faults of the platform
  "rate-limited": {
    does: "Every request is refused with PLATFORM.RATE_LIMIT_EXCEEDED.",
    tools: { HRIS: "bamboohr", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.RATE_LIMIT_EXCEEDED", "The quota of requests is used up.")],
  },
  "rate-limited-twice": {
    does: "The first two requests are refused with PLATFORM.RATE_LIMIT_EXCEEDED, then all is well.",
    tools: { HRIS: "personio", ATS: "lever", ASSESSMENT: "icims" },
    about: "environment",
    faults: [
      failing("platform", "PLATFORM.RATE_LIMIT_EXCEEDED", "The quota of requests is used up for now.", {
        times: 2,
      }),
    ],
  },
  "concurrency-limited": {
    does: "Every request is refused with PLATFORM.CONCURRENCY_LIMIT_EXCEEDED.",
    tools: { HRIS: "workday", ATS: "ashby" },
    faults: [
      failing("platform", "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "Too many actions are under way at once."),
    ],
  },
  "unknown-error": {
    does: "Every request fails with PLATFORM.UNKNOWN_ERROR, status 500.",
    tools: { HRIS: "hibob", ATS: "recruitee", ASSESSMENT: "avature" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.UNKNOWN_ERROR", "Something unexpected went wrong.")],
  },
  "timed-out": {
    does: "Every request fails with PLATFORM.TASK_TIMED_OUT, status 504.",
    tools: { HRIS: "factorial", ATS: "teamtailor" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.TASK_TIMED_OUT", "The request took too long.")],
  },
  "bad-gateway": {
    does: "Every request is answered by a load balancer: 502 with a page of HTML.",
    tools: { HRIS: "deel", ATS: "workable", ASSESSMENT: "eightfold" },
    about: "environment",
    faults: [
      {
        stage: "platform",
        effect: { kind: "response", status: 502, headers: { "content-type": "text/html" }, body: html },
      },
    ],
  },
  flaky: {
    does: "Every third request fails with PLATFORM.UNKNOWN_ERROR.",
    tools: { HRIS: "humaans", ATS: "onlyfy", ASSESSMENT: "jobvite" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.UNKNOWN_ERROR", "It fails now and then.", { every: 3 })],
  },
  slow: {
    does: "Every answer takes two seconds.",
    tools: { HRIS: "successfactors", ATS: "pinpoint" },
    about: "environment",
    faults: [{ stage: "platform", effect: { kind: "latency", milliseconds: 2_000 } }],
  },
  hanging: {
    does: "No request is ever answered: only a time limit of the client ends it.",
    tools: { HRIS: "workday", ATS: "lever" },
    about: "environment",
    faults: [{ stage: "platform", effect: { kind: "abort", how: "hang" } }],
  },
  "connection-reset": {
    does: "The connection breaks before anything is answered, or done.",
    tools: { HRIS: "bamboohr", ATS: "greenhouse" },
    about: "environment",
    faults: [{ stage: "platform", effect: { kind: "abort", how: "reset" } }],
  },
  "truncated-body": {
    does: "Every answer breaks off in the middle of its body.",
    tools: { HRIS: "personio", ATS: "ashby" },
    about: "environment",
    faults: [answering({ kind: "abort", how: "truncate" })],
  },
  "malformed-body": {
    does: "The body of every answer is no JSON, although its header says so.",
    tools: { HRIS: "hibob", ATS: "recruitee" },
    about: "environment",
    faults: [answering({ kind: "abort", how: "malformed" })],
  },
  // Faults of the tool, which only valid writes reach
  "permission-missing": {
    does: "The stored credentials lack a permission in the tool: valid writes fail with INTEGRATION.PERMISSION_MISSING.",
    tools: { HRIS: "successfactors", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    faults: [
      failing(
        "remote",
        "INTEGRATION.PERMISSION_MISSING",
        "The user of the connection lacks a permission in the tool.",
      ),
    ],
  },
  "remote-down": {
    does: "The tool is down: valid writes fail with REMOTE.SERVICE_UNAVAILABLE.",
    tools: { HRIS: "workday", ATS: "lever", ASSESSMENT: "icims" },
    faults: [failing("remote", "REMOTE.SERVICE_UNAVAILABLE", "The tool does not answer.")],
  },
  "remote-rate-limited": {
    does: "The tool takes no more requests for now: valid writes fail with REMOTE.RATE_LIMIT_EXCEEDED.",
    tools: { HRIS: "hibob", ATS: "teamtailor", ASSESSMENT: "avature" },
    faults: [failing("remote", "REMOTE.RATE_LIMIT_EXCEEDED", "The tool takes no more requests for now.")],
  },
  "remote-input-invalid": {
    does: "The tool rejects what it is sent: valid writes fail with REMOTE.INPUT_INVALID.",
    tools: { HRIS: "personio", ATS: "recruitee", ASSESSMENT: "jobvite" },
    faults: [failing("remote", "REMOTE.INPUT_INVALID", "The tool rejected a value.")],
  },
  "remote-unknown-error": {
    does: "The tool answers what nobody expects: valid writes fail with REMOTE.UNKNOWN_HTTP_ERROR.",
    tools: { HRIS: "factorial", ATS: "workable", ASSESSMENT: "eightfold" },
    faults: [failing("remote", "REMOTE.UNKNOWN_HTTP_ERROR", "The tool answered 418.")],
  },
  "answer-lost": {
    does: "The first write of each kind is done, but the connection breaks before its answer: trying again writes a second time.",
    tools: { HRIS: "bamboohr", ATS: "ashby", ASSESSMENT: "avature" },
    faults: [{ ...answering({ kind: "abort", how: "reset" }), times: 1, perWrite: true }],
  },
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

function list(datapoints: Readonly<Record<string, string>>): string {
  return Object.values(datapoints).join(", ");
}

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
