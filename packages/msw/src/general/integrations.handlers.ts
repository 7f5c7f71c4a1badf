import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { removeIntegration } from "../state/lifecycle/remove-integration.ts";
import { cancelSync, startSync } from "../state/lifecycle/syncs.ts";
import { createLink } from "./links.ts";

/** Deletes the integration at once and for good; its id is unknown from then on. */
export const deleteIntegration = action(
  "DELETE /integrations/{integration_id}",
  ({ change, integration, seed }) => {
    removeIntegration(change, integration, seed);
    return {};
  },
);

/** Switches syncing off, which ends a running sync, or on again, which starts one. */
export const setIntegrationEnabled = action("PUT /integrations/{integration_id}/enabled", (context) => {
  const { assume, body, change, integration, seed } = context;
  const { id, values } = integration;
  const enabled = values.status !== "INACTIVE";
  if (body.value === enabled) return {};
  change.patchIntegration(id, { values: { ...values, status: body.value ? "ACTIVE" : "INACTIVE" } });
  // The steps of a setup come before the first sync.
  if (body.value && values.setup_status === "INCOMPLETE") return {};
  if (body.value) startSync(change, id, { type: "FULL", seconds: assume("sync-seconds") });
  else cancelSync(change, id, seed);
  return {};
});

/** A link by which the customer connects the same integration again. */
export const relinkIntegration = action("POST /integrations/{integration_id}/relink", (context) => {
  const { body } = context;
  return createLink(context, {
    ...linkOf(context, "relink"),
    scopeConfigId: body.scope_config_id ?? null,
    language: body.language ?? "en",
    linkType: body.link_type ?? "EMBEDDED",
  });
});

/** A link by which the customer goes through the setup steps that are open. */
export const createSetupLink = action("POST /integrations/{integration_id}/setup-link", (context) => {
  const { body, integration } = context;
  if (integration.setupSteps.length === 0) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `"${integration.id}" has no setup step switched on. Connect it with enable_filtering or enable_field_mapping, or switch one on with mock.integrations.update("${integration.id}", { setup_steps: ["filtering"] }).`,
    );
  }
  return createLink(context, {
    ...linkOf(context, "setup"),
    scopeConfigId: null,
    language: body.language ?? "en",
    linkType: body.link_type,
  });
});

function linkOf({ integration }: RequestContext, kind: "relink" | "setup") {
  const { id, inputs, setupSteps } = integration;
  return { kind, integrationId: id, category: inputs.category, tool: inputs.tool, setupSteps } as const;
}
