import { recordId } from "@kombo-mock/factories";
import { KomboError } from "../request/kombo-error.ts";
import type { Change } from "../state/change.ts";
import type { IntegrationState } from "../state/root.ts";
import { assertDatapoints } from "./datapoints.ts";
import type { Input } from "./inputs.ts";

interface Tools {
  readonly change: Change;
  readonly seed: number;
}

/** Sets an integration's state, end user and coverage; what is left out stays. */
export function applySettings(
  integration: IntegrationState,
  input: Input<"updateIntegration">,
  { change, seed }: Tools,
): void {
  const { id, inputs, values, setupSteps, qaStatus } = integration;
  const {
    status,
    setup_status,
    qa_status,
    setup_steps,
    end_user,
    data_expired_at,
    created_at,
    beta,
    coverage,
  } = input;
  assertDatapoints(integration, seed, { "body.coverage": Object.keys(coverage ?? {}) });
  const given = Object.entries({ status, setup_status, data_expired_at, created_at, beta });
  change.patchIntegration(id, {
    inputs: coverage ? { ...inputs, coverage: { ...inputs.coverage, ...coverage } } : inputs,
    values: {
      ...values,
      ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      ...(end_user ? { end_user: { ...values.end_user, ...end_user } } : {}),
    },
    setupSteps: setup_steps ?? setupSteps,
    qaStatus: qa_status ?? qaStatus,
  });
}

/** Replaces what the scope config asks for and what the customer opted out of. */
export function applyScope(
  integration: IntegrationState,
  { id, name, settings = {}, opted_out = [] }: Input<"setScope">,
  { change, seed }: Tools,
): void {
  const { inputs, values } = integration;
  assertDatapoints(integration, seed, {
    "body.settings": Object.keys(settings),
    "body.opted_out": opted_out,
  });
  const scope_config = {
    ...values.scope_config,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
  };
  change.patchIntegration(integration.id, {
    inputs: { ...inputs, settings, optedOut: opted_out },
    values: { ...values, scope_config },
  });
}

/** Replaces the custom fields of an integration. */
export function replaceCustomFields(
  change: Change,
  integrationId: string,
  fields: Input<"setCustomFields">,
): void {
  const collection = "general.custom-fields";
  const integrationFields = change.view(integrationId, "general.integration-fields");
  for (const { record } of [...change.view(integrationId, collection).from(0)]) {
    change.purge({ integrationId, collection, id: record.id });
  }
  fields.forEach(({ key, model, label = null, description = null, integration_field }, index) => {
    const mapped = integration_field
      ? integrationFields.withValue("key", integration_field).find((one) => one["model"] === model)
      : undefined;
    if (integration_field && !mapped) {
      const known = [...integrationFields.from(0)].map(
        ({ record }) => `"${String(record["key"])}" of ${String(record["model"])}`,
      );
      throw new KomboError(
        "PLATFORM.INPUT_INVALID",
        `body[${index}].integration_field: "${integration_field}" is no field of "${model}". There are ${known.join(", ") || "none"}.`,
      );
    }
    const remoteId = `${model}.${key}`;
    const values = { key, model, label, description, integration_field_id: mapped?.id ?? null };
    const id = recordId(integrationId, remoteId);
    if (change.view(integrationId, collection).get(id)) {
      throw new KomboError(
        "PLATFORM.INPUT_INVALID",
        `body[${index}].key: "${key}" of "${model}" is given twice.`,
      );
    }
    change.insert({ integrationId, collection, remoteId }, values);
  });
}
