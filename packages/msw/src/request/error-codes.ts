import type { components, ErrorFamily } from "@kombo-mock/openapi";

type Envelopes = components["schemas"];

/** An error code that some operation may answer; each family of operations has a closed list of them. */
export type ErrorCode = NonNullable<
  Envelopes[
    | "GeneralErrorEnvelope"
    | "HrisErrorEnvelope"
    | "AtsErrorEnvelope"
    | "AiApplyErrorEnvelope"]["error"]["code"]
>;

interface CodeEntry {
  readonly status: number;
  /** Static for each code, fit to show to an operator. */
  readonly title: string;
}

// Statuses of the first group are published or seen in the official SDKs' tests; the others follow the codes' names.
/** The HTTP status and the title of every code. */
export const errorCodes: Readonly<Record<ErrorCode, CodeEntry>> = {
  "PLATFORM.AUTHENTICATION_INVALID": { status: 401, title: "The API key is not valid" },
  "PLATFORM.INPUT_INVALID": { status: 400, title: "The request is not valid" },
  "PLATFORM.RATE_LIMIT_EXCEEDED": { status: 429, title: "Too many requests" },
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": { status: 429, title: "Too many actions at the same time" },
  "INTEGRATION.PERMISSION_MISSING": { status: 403, title: "The connection lacks a permission in the tool" },
  "INTEGRATION.QA_FAILED": { status: 409, title: "The synced data did not pass its checks" },
  "INTEGRATION.SETUP_SYNC_PENDING": { status: 409, title: "The first sync has not ended" },
  "INTEGRATION.SETUP_INCOMPLETE": { status: 409, title: "The setup is not finished" },
  "ATS.JOB_CLOSED": { status: 400, title: "The job takes no applications" },

  "PLATFORM.INTEGRATION_NOT_FOUND": { status: 404, title: "The integration does not exist" },
  "PLATFORM.IP_NOT_WHITELISTED": { status: 403, title: "The IP address is not allowed" },
  "PLATFORM.TASK_TIMED_OUT": { status: 504, title: "The task took too long" },
  "PLATFORM.UNKNOWN_ERROR": { status: 500, title: "Something unexpected went wrong" },
  "INTEGRATION.AUTHENTICATION_INVALID": { status: 401, title: "The tool rejects the stored credentials" },
  "INTEGRATION.INACTIVE": { status: 409, title: "The integration is switched off" },
  "INTEGRATION.MODEL_NOT_AVAILABLE": { status: 400, title: "The model is not covered for the tool" },
  "INTEGRATION.MODEL_DISABLED": { status: 403, title: "The model is switched off" },
  "INTEGRATION.ACTION_NOT_AVAILABLE": { status: 400, title: "The action is not covered for the tool" },
  "INTEGRATION.ACTION_DISABLED": { status: 403, title: "The action is switched off" },
  "REMOTE.SERVICE_UNAVAILABLE": { status: 503, title: "The tool is not available" },
  "REMOTE.RATE_LIMIT_EXCEEDED": { status: 429, title: "The tool takes no more requests for now" },
  "REMOTE.INPUT_INVALID": { status: 400, title: "The tool rejected the values" },
  "REMOTE.UNKNOWN_HTTP_ERROR": { status: 502, title: "The tool gave an unexpected answer" },
  "HRIS.EMPLOYEE_ALREADY_EXISTS": { status: 409, title: "The employee exists already" },
  "HRIS.STAFFING_ENTITY_CLOSED": { status: 400, title: "The staffing entity is closed" },
  "ATS.APPLICATION_ALREADY_EXISTS": { status: 409, title: "The candidate has already applied" },
  "AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING": { status: 409, title: "An import of the feed is running" },
  "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT": { status: 504, title: "The import took too long" },
};

const groups = {
  general: ["PLATFORM"],
  hris: ["PLATFORM", "INTEGRATION", "REMOTE", "HRIS"],
  ats: ["PLATFORM", "INTEGRATION", "REMOTE", "ATS"],
  "ai-apply": ["PLATFORM", "REMOTE", "AI_APPLY"],
} as const satisfies Readonly<Record<ErrorFamily, readonly string[]>>;

/** Whether operations of a family may answer a code. */
export function familyHas(family: ErrorFamily, code: ErrorCode): boolean {
  return groups[family].some((group) => code.startsWith(`${group}.`));
}

/** The codes that operations of a family may answer. */
export function codesOf(family: ErrorFamily): ErrorCode[] {
  return (Object.keys(errorCodes) as ErrorCode[]).filter((code) => familyHas(family, code));
}
