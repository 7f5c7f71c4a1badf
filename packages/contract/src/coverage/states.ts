import { type OperationEntry, operations } from "@kombo-mock/openapi";

/** A category of integrations that has test cards. */
type Category = "HRIS" | "ATS" | "ASSESSMENT";

/** What can be the matter with an integration, and by which error code a consumer meets it. */
interface State {
  readonly code: string;
  /** The tool of the test card, by category; the card is `tool:name`. */
  readonly tools: Readonly<Partial<Record<Category, string>>>;
  /** Its card is about one datapoint only, so that it does not help every operation. */
  readonly isPartial?: true;
}

/** The states that answers tell of, by the name of their test card. */
export const states = {
  "rate-limited": {
    code: "PLATFORM.RATE_LIMIT_EXCEEDED",
    tools: { HRIS: "bamboohr", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
  },
  "concurrency-limited": {
    code: "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED",
    tools: { HRIS: "workday", ATS: "ashby" },
  },
  "unknown-error": {
    code: "PLATFORM.UNKNOWN_ERROR",
    tools: { HRIS: "hibob", ATS: "recruitee", ASSESSMENT: "avature" },
  },
  "timed-out": { code: "PLATFORM.TASK_TIMED_OUT", tools: { HRIS: "factorial", ATS: "teamtailor" } },
  deleted: {
    code: "PLATFORM.INTEGRATION_NOT_FOUND",
    tools: { HRIS: "bamboohr", ATS: "jazzhr", ASSESSMENT: "icims" },
  },
  invalid: {
    code: "INTEGRATION.AUTHENTICATION_INVALID",
    tools: { HRIS: "factorial", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
  },
  inactive: {
    code: "INTEGRATION.INACTIVE",
    tools: { HRIS: "personio", ATS: "lever", ASSESSMENT: "icims" },
  },
  "setup-incomplete": {
    code: "INTEGRATION.SETUP_INCOMPLETE",
    tools: { HRIS: "workday", ATS: "ashby", ASSESSMENT: "avature" },
  },
  "first-sync-pending": {
    code: "INTEGRATION.SETUP_SYNC_PENDING",
    tools: { HRIS: "hibob", ATS: "teamtailor", ASSESSMENT: "jobvite" },
  },
  "qa-failed": {
    code: "INTEGRATION.QA_FAILED",
    tools: { HRIS: "humaans", ATS: "workable", ASSESSMENT: "eightfold" },
  },
  "permission-missing": {
    code: "INTEGRATION.PERMISSION_MISSING",
    tools: { HRIS: "successfactors", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
  },
  "model-not-covered": {
    code: "INTEGRATION.MODEL_NOT_AVAILABLE",
    tools: { HRIS: "personio", ATS: "pinpoint", ASSESSMENT: "avature" },
    isPartial: true,
  },
  "model-disabled": {
    code: "INTEGRATION.MODEL_DISABLED",
    tools: { HRIS: "humaans", ATS: "lever", ASSESSMENT: "eightfold" },
    isPartial: true,
  },
  "action-not-covered": {
    code: "INTEGRATION.ACTION_NOT_AVAILABLE",
    tools: { HRIS: "deel", ATS: "recruitee", ASSESSMENT: "icims" },
    isPartial: true,
  },
  "action-disabled": {
    code: "INTEGRATION.ACTION_DISABLED",
    tools: { HRIS: "factorial", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    isPartial: true,
  },
  "remote-down": {
    code: "REMOTE.SERVICE_UNAVAILABLE",
    tools: { HRIS: "workday", ATS: "lever", ASSESSMENT: "icims" },
  },
  "remote-rate-limited": {
    code: "REMOTE.RATE_LIMIT_EXCEEDED",
    tools: { HRIS: "hibob", ATS: "teamtailor", ASSESSMENT: "avature" },
  },
  "remote-input-invalid": {
    code: "REMOTE.INPUT_INVALID",
    tools: { HRIS: "personio", ATS: "recruitee", ASSESSMENT: "jobvite" },
  },
  "remote-unknown-error": {
    code: "REMOTE.UNKNOWN_HTTP_ERROR",
    tools: { HRIS: "factorial", ATS: "workable", ASSESSMENT: "eightfold" },
  },
} as const satisfies Readonly<Record<string, State>>;

const byCode = new Map<string, [string, State]>(
  Object.entries<State>(states).map(([name, state]) => [state.code, [name, state]]),
);

/** The state that a code tells of; undefined for one about the request. */
export function stateOfCode(code: string): string | undefined {
  return byCode.get(code)?.[0];
}

/** The test card by which an operation answers a code; undefined where none does. */
export function cardOfCode(code: string, operation: string): string | undefined {
  const [name, state] = byCode.get(code) ?? [];
  const tool = state?.isPartial ? undefined : state?.tools[categoryOf(operation)];
  return tool === undefined ? undefined : `${tool}:${name}`;
}

const ofData = {
  empty: { HRIS: "sandbox", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
  "all-null": { HRIS: "sandbox", ATS: "ashby", ASSESSMENT: "jobvite" },
  "edge-cases": { HRIS: "sandbox", ATS: "lever", ASSESSMENT: "icims" },
} as const satisfies Readonly<Record<string, Readonly<Record<Category, string>>>>;

/** The test card whose integration has such records; undefined where the operation is about no such integration. */
export function cardOfData(name: keyof typeof ofData, operation: string): string | undefined {
  const category = categoryOf(operation);
  const entry = entryOf(operation);
  return entry?.integrationHeader && categories.includes(category)
    ? `${ofData[name][category]}:${name}`
    : undefined;
}

const categories: readonly string[] = ["HRIS", "ATS", "ASSESSMENT"] satisfies Category[];

/** Of a domain that is no category, no card is found. */
function categoryOf(operation: string): Category {
  return (entryOf(operation)?.domain.toUpperCase() ?? "") as Category;
}

function entryOf(operation: string): OperationEntry | undefined {
  return Object.entries(operations).find(([name]) => name === operation)?.[1];
}
