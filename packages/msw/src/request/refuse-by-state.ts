import type { MatchedOperation } from "@kombo-mock/contract/judge";
import { type Category, toolActions, writeActions } from "@kombo-mock/factories";
import type { Operation } from "@kombo-mock/openapi";
import { availabilityOf, type Unavailable } from "../state/availability.ts";
import { isoString } from "../state/clock.ts";
import { categoryOfDomain } from "../state/domain-category.ts";
import { mainIntegration } from "../state/main-integration.ts";
import type { AssumptionName } from "./assumptions.ts";
import type { RequestContext } from "./context.ts";
import { type ErrorCode, errorCodes } from "./error-codes.ts";
import { KomboError } from "./kombo-error.ts";
import { ownTools, useOtherTool } from "./own-tools.ts";

/**
 * Refuses what the integration's state does not allow: by its lifecycle first, then by what its details say of the
 * model or action. Both come from what `GET /integrations/{integration_id}` shows.
 */
export function refuseByState(operation: MatchedOperation, context: RequestContext): void {
  if (operation.entry.domain === "general") return;
  refuseByLifecycle(operation, context);
  refuseByScope(operation, context);
}

const actions: ReadonlyMap<string, string> = new Map([
  ...Object.values(writeActions).flatMap((all) =>
    all.map(({ operation, id }): [string, string] => [operation, id]),
  ),
  ...toolActions.flatMap(({ actions: all }) =>
    all.map(({ operation, id }): [string, string] => [operation, id]),
  ),
  // What describes an action, or answers what it asked, goes with it.
  ["GET /custom/datev/available-documents", "hris_datev_download_document"],
  ["GET /custom/datev/eau-requests/{eau_id}", "hris_datev_create_eau_request"],
  ["GET /hris/employees/form", "hris_create_employee_with_form"],
  ["GET /ats/actions/ats_create_candidate", "ats_create_candidate"],
  ["GET /ats/actions/ats_create_application", "ats_create_application"],
  ["GET /ats/actions/ats_add_application_attachment", "ats_add_application_attachment"],
  ["GET /ats/actions/ats_add_candidate_attachment", "ats_add_candidate_attachment"],
]);

/** Reads of a model that are sent as POST, with their input in the body. */
export const readThroughPost: ReadonlyMap<string, string> = new Map([
  ["POST /hris/provisioning-groups/{group_id}/diff", "hris_employees"],
]);

/** The write action that an operation takes or describes; undefined for reads of a model. */
function actionOf(operation: Operation): string | undefined {
  return actions.get(operation);
}

function refuseByLifecycle({ name, entry }: MatchedOperation, context: RequestContext): void {
  const { integration } = context;
  const { id } = integration;
  const { status, setup_status } = integration.values;
  const isAction =
    actionOf(name) !== undefined ||
    // What only some tools have is asked of the tool.
    ownTools(entry.collection) !== undefined ||
    (entry.method !== "GET" && !readThroughPost.has(name));
  const refuse = (code: ErrorCode, message: string, guess?: "inactive-status" | "invalid-status") => {
    const told = guess ? { status: Number(context.assume(guess)), assumes: guess } : {};
    throw stateError(entry.errors, code, message, told, context);
  };
  if (status === "INACTIVE") {
    refuse(
      "INTEGRATION.INACTIVE",
      `"${id}" is INACTIVE. Enable it with PUT /integrations/${id}/enabled and {"value": true}.`,
      "inactive-status",
    );
  }
  if (setup_status === "INCOMPLETE") {
    refuse(
      "INTEGRATION.SETUP_INCOMPLETE",
      `The setup of "${id}" is not finished (setup_status INCOMPLETE). Go through its steps with mock.integrations.update("${id}", { setup_steps: [] }) or PATCH /_mock/integrations/${id} with {"setup_steps": []}; one more sync then brings its data. To skip that too, send {"setup_status": "COMPLETED", "qa_status": "PASSED"}.`,
    );
  }
  if (setup_status === "FINAL_SYNC_PENDING" || integration.qaStatus === "PENDING") {
    refuse(
      "INTEGRATION.SETUP_SYNC_PENDING",
      `The first sync of "${id}" has not ended${endOf(context)}. End it with mock.sync("${id}") or POST /_mock/integrations/${id}/syncs.`,
    );
  }
  if (integration.qaStatus === "FAILED") {
    refuse(
      "INTEGRATION.QA_FAILED",
      `The synced data of "${id}" did not pass its checks. Let it pass: mock.integrations.update("${id}", { qa_status: "PASSED" }) or PATCH /_mock/integrations/${id} with {"qa_status": "PASSED"}.`,
    );
  }
  if (status !== "INVALID") return;
  if (!isAction && context.assume("reads-while-invalid")) return;
  refuse(
    "INTEGRATION.AUTHENTICATION_INVALID",
    `The tool rejects the stored credentials of "${id}" (its status is INVALID). The customer has to reconnect: POST /integrations/${id}/relink, then mock.connect(link).`,
    "invalid-status",
  );
}

/** Where the sync ends by itself, when. */
function endOf({ change: { root }, integration: { id } }: RequestContext): string {
  const due = root.queue.find((work) => work.kind === "end-sync" && work.integrationId === id)?.due;
  return due === undefined ? "" : `; it ends by itself at ${isoString(due)}`;
}

function refuseByScope({ name, entry }: MatchedOperation, context: RequestContext): void {
  const { integration, seed } = context;
  const availability = availabilityOf(integration, seed);
  const action = actionOf(name);
  const read = readThroughPost.get(name);
  const model = action === undefined ? (read ?? modelOf(entry.collection, context)) : null;
  const kind = action !== undefined || (entry.method !== "GET" && !read) ? "ACTION" : "MODEL";
  const category = categoryOfDomain(entry.domain);
  const isOther = category !== undefined && category !== integration.inputs.category;
  const tools = ownTools(entry.collection);
  const isOtherTool = tools !== undefined && !tools.includes(integration.inputs.tool);
  const reason =
    (isOther || isOtherTool ? "not-covered" : undefined) ??
    (action === undefined ? undefined : availability.action(action)) ??
    (model === null ? undefined : availability.model(model));
  if (!reason) return;
  const what = action ?? model ?? `operations on ${entry.domain}`;
  const { code, remedy } = refusals[kind][reason];
  const advice = isOther
    ? useAnother(category, context)
    : isOtherTool
      ? useOtherTool(tools, context.change.root)
      : remedy;
  const told =
    reason === "not-covered"
      ? { status: context.assume("not-available-status"), assumes: "not-available-status" as const }
      : {};
  const where = `"${integration.id}" (${integration.inputs.category}, ${integration.inputs.tool})`;
  throw stateError(entry.errors, code, `${what}: ${where} ${advice}`, told, context);
}

const refusals: Readonly<
  Record<
    "MODEL" | "ACTION",
    Readonly<Record<Unavailable, { readonly code: ErrorCode; readonly remedy: string }>>
  >
> = {
  MODEL: {
    "not-covered": {
      code: "INTEGRATION.MODEL_NOT_AVAILABLE",
      remedy:
        "does not cover this model. Its read_models list what it covers; set `coverage` to change that.",
    },
    disabled: {
      code: "INTEGRATION.MODEL_DISABLED",
      remedy:
        "has this model switched off, by its scope config or its customer. Set its scope to change that.",
    },
  },
  ACTION: {
    "not-covered": {
      code: "INTEGRATION.ACTION_NOT_AVAILABLE",
      remedy:
        "does not cover this action. Its write_actions list what it covers; set `coverage` to change that.",
    },
    disabled: {
      code: "INTEGRATION.ACTION_DISABLED",
      remedy:
        "has this action switched off, by its scope config or its customer. Set its scope to change that.",
    },
  },
};

/** An error about an integration's state, as the operation's family can tell it: without a code where it has none. */
function stateError(
  family: string,
  code: ErrorCode,
  message: string,
  options: { readonly status?: number; readonly assumes?: AssumptionName },
  context: RequestContext,
): KomboError {
  const { status = errorCodes[code].status, assumes } = options;
  if (family !== "general") return new KomboError(code, message, { status, ...(assumes ? { assumes } : {}) });
  context.assume("no-code-for-integration-state");
  return new KomboError(null, message, { status, ...(assumes ? { assumes } : {}) });
}

/** No setting makes an integration one of another category. */
function useAnother(category: Category, { change, seed }: RequestContext): string {
  const main = mainIntegration(change.root, category, seed);
  const example = main ? `, such as "${main.id}"` : "; add one with POST /_mock/integrations";
  return `is of another category. Name an integration of the category ${category} in X-Integration-Id${example}.`;
}

/** The model of a collection; null where it has none, or where no domain that is loaded fills it. */
function modelOf(collection: string, { recipes }: RequestContext): string | null {
  return recipes.get(collection)?.model ?? null;
}
