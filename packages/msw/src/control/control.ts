import { recordId, toolOf } from "@kombo-mock/factories";
import type { Operation } from "@kombo-mock/openapi";
import { choiceOf } from "../request/assumptions.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { advanced, isoString, parseDuration } from "../state/clock.ts";
import type { Change } from "../state/commit.ts";
import type { Environment } from "../state/environment.ts";
import { integrationState } from "../state/first-root.ts";
import { detailsOf } from "../state/partition.ts";
import type { ClockState, IntegrationState } from "../state/root.ts";
import { endSync } from "../state/scheduled-work.ts";
import { followLink } from "./follow-link.ts";
import { checkInput, type Input } from "./inputs.ts";
import type { Connected, IntegrationSummary, SyncReport } from "./vocabulary.ts";

/** The control calls of one environment, as both transports make them. Inputs are checked here, whoever gives them. */
export type Control = ReturnType<typeof controlOf>;

/** Makes the control calls of an environment. */
export function controlOf(environment: Environment, machinery: Machinery, stamp: () => number) {
  const summary = (id: string): IntegrationSummary => summarise(existing(environment, id), machinery.seed);

  return {
    reset(given: unknown = {}): void {
      const { integration_id } = checkInput("reset", given);
      environment.reset(stamp(), integration_id);
    },
    listIntegrations: (): IntegrationSummary[] =>
      Object.values(environment.root.integrations).map((one) => summarise(one, machinery.seed)),
    createIntegration(given: unknown): IntegrationSummary {
      const input = checkInput("createIntegration", given);
      const tool = toolOf(input.tool);
      const category = input.category ?? tool.categories[0] ?? "HRIS";
      return summary(
        environment.commit((change) => {
          const id = input.id ?? `${tool.id}:${change.newId("integration")}`;
          if (change.root.integrations[id]) {
            throw new KomboError(
              "PLATFORM.INPUT_INVALID",
              `body.id: "${id}" exists already; change it with PATCH /_mock/integrations/{id}.`,
            );
          }
          const inputs = { tool: tool.id, category, ...(input.country ? { country: input.country } : {}) };
          change.putIntegration(newIntegration(id, inputs, change, machinery));
          change.patchIntegration(id, settingsOf(existingIn(change, id), input));
          if (input.scope) change.patchIntegration(id, scopeOf(existingIn(change, id), input.scope));
          return id;
        }),
      );
    },
    updateIntegration(id: string, given: unknown): IntegrationSummary {
      const input = checkInput("updateIntegration", given);
      environment.commit((change) => change.patchIntegration(id, settingsOf(existingIn(change, id), input)));
      return summary(id);
    },
    removeIntegration(id: string): void {
      environment.commit((change) => change.removeIntegration(existingIn(change, id).id));
    },
    setScope(id: string, given: unknown): IntegrationSummary {
      const input = checkInput("setScope", given);
      environment.commit((change) => {
        change.patchIntegration(id, scopeOf(existingIn(change, id), input));
        // A changed scope config makes the synced data stale until the next successful sync.
        const { values } = existingIn(change, id);
        change.patchIntegration(id, { values: { ...values, data_expired_at: isoString(change.now) } });
      });
      return summary(id);
    },
    setCustomFields(id: string, given: unknown): void {
      const fields = checkInput("setCustomFields", given);
      environment.commit((change) => replaceCustomFields(change, existingIn(change, id).id, fields));
    },
    connect(token: string, given: unknown = {}): Connected {
      const choice = checkInput("connect", given);
      return environment.commit((change) => followLink(token, choice, { change, machinery }));
    },
    sync(id: string, given: unknown = {}): SyncReport {
      const { type, state = "SUCCEEDED", failed_models } = checkInput("sync", given);
      return environment.commit((change) => {
        const { sync } = existingIn(change, id);
        const sync_id = sync?.id ?? change.newId("sync");
        const ended = { type: type ?? sync?.type ?? "FULL", state };
        endSync(change, id, { ...ended, ...(failed_models ? { failedModels: failed_models } : {}) });
        return { sync_id, ...ended };
      });
    },
    setPassthrough(given: unknown): void {
      const { status = 200, headers = {}, data = null, ...where } = checkInput("passthrough", given);
      const answer = { ...where, status, headers, data };
      environment.commit((change) =>
        change.set({ passthroughAnswers: [...change.root.passthroughAnswers, answer] }),
      );
    },
    requests: (operation?: Operation) => environment.journal.list(operation),
    contract: () => environment.ledger.list(),
    now: (): string => isoString(environment.now),
    moveClock(given: unknown): string {
      const input = checkInput("clock", given);
      environment.commit((change) => change.set({ clock: movedClock(change.root.clock, change.now, input) }));
      environment.runDue();
      return isoString(environment.now);
    },
    settle(): void {
      environment.runDue();
    },
  };
}

function movedClock(clock: ClockState, now: number, input: Input<"clock">): ClockState {
  const milliseconds = "advance" in input ? (parseDuration(input.advance) ?? 0) : Date.parse(input.now) - now;
  return advanced(clock, milliseconds);
}

/** An integration that was not there before; its details come from its id and inputs. */
export function newIntegration(
  id: string,
  inputs: Pick<IntegrationState["inputs"], "tool" | "category"> & Partial<IntegrationState["inputs"]>,
  change: Change,
  machinery: Machinery,
): IntegrationState {
  return integrationState(
    { id, inputs, values: { created_at: isoString(change.now) } },
    {
      date: isoString(change.now).slice(0, 10),
      optionalIsAvailable: choiceOf(machinery.assume, "optional-counts-as-enabled"),
    },
  );
}

function existingIn(change: Change, id: string): IntegrationState {
  return change.root.integrations[id] ?? unknownIntegration(Object.keys(change.root.integrations), id);
}

function existing(environment: Environment, id: string): IntegrationState {
  const { integrations } = environment.root;
  return integrations[id] ?? unknownIntegration(Object.keys(integrations), id);
}

function unknownIntegration(known: readonly string[], id: string): never {
  throw new KomboError(
    "PLATFORM.INTEGRATION_NOT_FOUND",
    `There is no integration "${id}". There are ${known.map((one) => `"${one}"`).join(", ") || "none"}.`,
  );
}

function settingsOf(
  { inputs, values, setupSteps, qaStatus }: IntegrationState,
  input: Input<"updateIntegration">,
): Partial<IntegrationState> {
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
  const given = Object.entries({ status, setup_status, data_expired_at, created_at, beta });
  return {
    inputs: coverage ? { ...inputs, coverage: { ...inputs.coverage, ...coverage } } : inputs,
    values: {
      ...values,
      ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      ...(end_user ? { end_user: { ...values.end_user, ...end_user } } : {}),
    } as IntegrationState["values"],
    setupSteps: setup_steps ?? setupSteps,
    qaStatus: qa_status ?? qaStatus,
  };
}

function scopeOf({ inputs, values }: IntegrationState, input: Input<"setScope">): Partial<IntegrationState> {
  const { id, name, settings = {}, opted_out = [] } = input;
  return {
    inputs: { ...inputs, settings, optedOut: opted_out },
    values: {
      ...values,
      scope_config: {
        ...values.scope_config,
        ...(id === undefined ? {} : { id }),
        ...(name === undefined ? {} : { name }),
      },
    },
  };
}

function replaceCustomFields(change: Change, integrationId: string, fields: Input<"setCustomFields">): void {
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

function summarise(integration: IntegrationState, seed: number): IntegrationSummary {
  const details = detailsOf(integration, seed);
  const { id, category, status, setup_status, end_user, scope_config, data_expired_at, created_at } = details;
  return {
    ...{ id, tool: details.tool.id, category, status, setup_status },
    qa_status: integration.qaStatus,
    setup_steps: integration.setupSteps,
    ...{ end_user, scope_config, data_expired_at, created_at },
    sync: integration.sync,
    pending_changes: integration.pending.length,
  };
}
