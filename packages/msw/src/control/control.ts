import { toolOf } from "@kombo-mock/factories";
import { applyCondition } from "../cards/apply-condition.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { unknownIntegration } from "../request/unknown-integration.ts";
import type { Change } from "../state/change.ts";
import { advanced, isoString, parseDuration } from "../state/clock.ts";
import type { Environment } from "../state/environment.ts";
import { removeIntegration } from "../state/lifecycle/remove-integration.ts";
import { stateOf } from "../state/lifecycle/syncs.ts";
import { own } from "../state/own.ts";
import { detailsOf } from "../state/partition.ts";
import type { ClockState, IntegrationState } from "../state/root.ts";
import type { Restorable } from "../state/snapshots.ts";
import { noting } from "../variation/noting.ts";
import { exportState } from "../world-file/export-state.ts";
import { importState } from "../world-file/import-state.ts";
import type { WorldFile } from "../world-file/world-file.ts";
import { assessmentOrderCalls } from "./assessment-order-calls.ts";
import { cardShown, conditionCalls } from "./condition-calls.ts";
import { faultCalls } from "./fault-calls.ts";
import { followLink } from "./follow-link.ts";
import { listFormOptions } from "./form-options.ts";
import { checkInput, type Input } from "./inputs.ts";
import { applyScope, applySettings, replaceCustomFields } from "./integration-settings.ts";
import { journalCalls } from "./journal-calls.ts";
import { categoryOf, newIntegration } from "./new-integration.ts";
import { recordCalls } from "./records.ts";
import { followSettings } from "./setup-steps.ts";
import { runSync } from "./sync-calls.ts";
import type { Connected, IntegrationSummary, SyncReport } from "./vocabulary.ts";
import { webhookCalls } from "./webhook-calls.ts";
import { withCards } from "./with-cards.ts";

/** The control calls of one environment, as both transports make them. Inputs are checked here, whoever gives them. */
export type Control = ReturnType<typeof controlOf>;

/** Makes the control calls of an environment. */
export function controlOf(environment: Environment, machinery: Machinery, stamp: () => number) {
  const summaryOf = (integration: IntegrationState): IntegrationSummary =>
    summarise(integration, environment, machinery.seed);
  const summary = (id: string): IntegrationSummary => summaryOf(existingIn(environment, id));

  const calls = {
    ...recordCalls(environment, machinery),
    ...conditionCalls(environment, machinery),
    snapshot: () => environment.snapshot(),
    restore: (snapshot: Restorable): void => environment.restore(snapshot, stamp()),
    ...faultCalls(environment, machinery),
    ...journalCalls(environment),
    ...webhookCalls(environment, machinery),
    ...assessmentOrderCalls(environment, machinery),
    exportState(): WorldFile {
      environment.runDue();
      return exportState(environment.root, machinery);
    },
    importState(given: unknown): void {
      const root = importState(given, machinery, { environment: environment.name });
      environment.restore({ root }, stamp());
    },
    reset(given: unknown = {}): void {
      const { integration_id } = checkInput("reset", given);
      if (integration_id !== undefined && !environment.knows(integration_id)) {
        throw unknownIntegration(integration_id, environment.root);
      }
      environment.reset(stamp(), integration_id);
    },
    listIntegrations(): IntegrationSummary[] {
      environment.runDue();
      return Object.values(environment.root.integrations).map(summaryOf);
    },
    createIntegration(given: unknown): IntegrationSummary {
      const input = checkInput("createIntegration", given);
      const tool = toolOf(input.tool);
      const category = categoryOf(tool, input.category);
      return summary(
        environment.commit((change) => {
          const id = input.id ?? `${tool.id}:${change.newId("integration")}`;
          if (own(change.root.integrations, id)) {
            throw new KomboError(
              "PLATFORM.INPUT_INVALID",
              `body.id: "${id}" exists already; change it with PATCH /_mock/integrations/{id}.`,
            );
          }
          const inputs = { tool: tool.id, category, ...(input.country ? { country: input.country } : {}) };
          change.putIntegration(newIntegration(id, inputs, change, machinery));
          if (input.trait) applyCondition(change, id, input.trait, machinery.seed);
          applySettings(existingIn(change, id), input, { change, seed: machinery.seed });
          if (input.scope) applyScope(existingIn(change, id), input.scope, { change, seed: machinery.seed });
          const { settings, optedOut } = existingIn(change, id).inputs;
          change.patchIntegration(id, { scoped: { settings, optedOut } });
          return id;
        }),
      );
    },
    updateIntegration(id: string, given: unknown): IntegrationSummary {
      const input = checkInput("updateIntegration", given);
      environment.commit((change) => {
        const before = existingIn(change, id);
        if (input.trait) applyCondition(change, id, input.trait, machinery.seed);
        applySettings(existingIn(change, id), input, { change, seed: machinery.seed });
        followSettings(before, input, { change, machinery });
      });
      return summary(id);
    },
    removeIntegration(id: string): void {
      environment.commit((change) => removeIntegration(change, existingIn(change, id), machinery.seed));
    },
    setScope(id: string, given: unknown): IntegrationSummary {
      const input = checkInput("setScope", given);
      environment.commit((change) => {
        applyScope(existingIn(change, id), input, { change, seed: machinery.seed });
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
    sync: (id: string, given: unknown = {}): SyncReport =>
      environment.commit((change) => runSync(existingIn(change, id), given, { change, machinery })),
    listFormOptions: (id: string, key: string) =>
      listFormOptions(existingIn(environment, id), key, machinery),
    setPassthrough(given: unknown): void {
      const { status = 200, headers = {}, data = null, ...where } = checkInput("passthrough", given);
      const answer = { ...where, status, headers, data };
      environment.commit((change) =>
        change.set({ passthroughAnswers: [...change.root.passthroughAnswers, answer] }),
      );
    },
    now: (): string => isoString(environment.now),
    moveClock(given: unknown): string {
      const input = checkInput("clock", given);
      environment.commit((change) => change.set({ clock: movedClock(change.root.clock, change.now, input) }));
      environment.runDue();
      return isoString(environment.now);
    },
  };
  return withCards(machinery.varying ? noting(calls, environment.given) : calls, environment);
}

function movedClock(clock: ClockState, now: number, input: Input<"clock">): ClockState {
  const milliseconds = "advance" in input ? (parseDuration(input.advance) ?? 0) : Date.parse(input.now) - now;
  return advanced(clock, milliseconds);
}

function existingIn({ root }: Pick<Change, "root">, id: string): IntegrationState {
  const found = own(root.integrations, id);
  if (found) return found;
  throw unknownIntegration(id, root);
}

function summarise(
  integration: IntegrationState,
  { root, now }: Pick<Environment, "root" | "now">,
  seed: number,
): IntegrationSummary {
  const details = detailsOf(integration, seed);
  const { sync } = integration;
  const { id, category, status, setup_status, end_user, scope_config, data_expired_at, created_at } = details;
  return {
    ...{ id, tool: details.tool.id, category, status, setup_status },
    qa_status: integration.qaStatus,
    setup_steps: integration.setupSteps,
    ...{ end_user, scope_config, data_expired_at, created_at },
    sync: sync && {
      ...{ id: sync.id, type: sync.type, state: stateOf(sync, now) },
      started_at: sync.startsAt !== null && sync.startsAt <= now ? isoString(sync.startsAt) : null,
    },
    pending_changes: integration.pending.length,
    card: cardShown(id, root),
  };
}
