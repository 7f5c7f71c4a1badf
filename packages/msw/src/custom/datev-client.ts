import { makeDatevClient } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { availabilityOf } from "../state/availability.ts";

type Client = ReturnType<typeof makeDatevClient>;

/** The client of a DATEV integration: what its record says, and what was made for it where that says nothing. */
export function clientOf({ view, integration, seed }: RequestContext): Client {
  const made = makeDatevClient({ seed, integrationId: integration.id });
  const record = [...view("custom.datev-clients").from(0)].at(-1)?.record;
  if (!record) return made;
  const text = (key: "eau_error" | "write_error" | "documents_error") => {
    const value = record[key];
    return typeof value === "string" ? value : null;
  };
  const number = (key: "consultant_number" | "client_number") => {
    const value = record[key];
    return typeof value === "number" ? value : made[key];
  };
  const texts = (key: "documents_granted" | "unsynced_employees") => {
    const value = record[key];
    return Array.isArray(value) ? value.map(String) : made[key];
  };
  const { target_system: system } = record;
  return {
    consultant_number: number("consultant_number"),
    client_number: number("client_number"),
    target_system: system === "LODAS" || system === "LuG" ? system : made.target_system,
    eau_error: text("eau_error"),
    write_error: text("write_error"),
    documents_error: text("documents_error"),
    documents_granted: texts("documents_granted"),
    unsynced_employees: texts("unsynced_employees"),
  };
}

/** What DATEV's side has to be set up for. */
export type DatevFeature = "eau" | "write" | "documents";

const features = {
  eau: { error: "eau_error", actions: ["hris_datev_create_eau_request"] },
  documents: {
    error: "documents_error",
    actions: ["hris_datev_download_document", "hris_datev_download_employee_document"],
  },
  write: {
    error: "write_error",
    actions: ["hris_datev_push_general_data", "hris_datev_push_payroll_data", "hris_datev_send_file"],
  },
} as const satisfies Record<DatevFeature, unknown>;

/** What stands in the way of a feature, in the scope config or at DATEV; undefined when nothing does. */
export function obstacleTo(feature: DatevFeature, context: RequestContext): string | undefined {
  const { error, actions } = features[feature];
  const availability = availabilityOf(context.integration, context.seed);
  const off = actions.filter((action) => availability.action(action) !== undefined);
  if (off.length === actions.length) {
    return `The scope config or the customer has switched off ${off.join(", ")}.`;
  }
  return clientOf(context)[error] ?? undefined;
}

/** Refuses what DATEV's side is not set up for, with the status of a missing permission: the family has no code for it. */
export function refuseUnready(feature: DatevFeature, context: RequestContext): void {
  const obstacle = obstacleTo(feature, context);
  if (obstacle === undefined) return;
  context.assume("no-code-for-integration-state");
  throw new KomboError(
    null,
    `${obstacle} To go on, set ${features[feature].error} of "custom.datev-clients" of "${context.integration.id}" to null: PATCH /_mock/records/custom.datev-clients.`,
    { status: 403, assumes: "no-code-for-integration-state" },
  );
}
