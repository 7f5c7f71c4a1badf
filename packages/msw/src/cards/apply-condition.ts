import { base58Id, type Category, writeActions } from "@kombo-mock/factories";
import type { Operation } from "@kombo-mock/openapi";
import { KomboError } from "../request/kombo-error.ts";
import type { Change } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import type { Fault } from "../state/fault.ts";
import { removeIntegration } from "../state/lifecycle/remove-integration.ts";
import { cancelSync } from "../state/lifecycle/syncs.ts";
import { own } from "../state/own.ts";
import type { IntegrationState } from "../state/root.ts";
import type { Condition, ConditionFault } from "./condition.ts";
import { type ConditionName, conditionNamed, conditionNames } from "./conditions.ts";

/** Brings about for an integration what stands behind a name. Others that were brought about before stay, where both can be. */
export function applyCondition(
  change: Change,
  integrationId: string,
  name: ConditionName,
  seed: number,
): void {
  const condition = conditionNamed(name);
  const integration = own(change.root.integrations, integrationId);
  if (!integration) throw new Error(`There is no integration "${integrationId}".`);
  if (condition.isDeleted) {
    removeIntegration(change, integration, seed);
    return;
  }
  const { category } = integration.inputs;
  if (condition.scope && !condition.scope[category]) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `"${name}" is about integrations of ${Object.keys(condition.scope).join(", ")}; "${integrationId}" is one of ${category}.`,
    );
  }
  if (condition.isWell) end(change, integrationId);
  if (condition.status === "INACTIVE") cancelSync(change, integrationId, seed);
  change.patchIntegration(integrationId, stateOf(condition, current(change, integrationId), change.now));
  addFaults(change, name, { integrationId, category });
}

/** Brings about for every request what stands behind a name. */
export function applyToEnvironment(change: Change, name: ConditionName): void {
  addFaults(change, name, {});
}

/** Takes away what conditions brought to every request. */
export function endInEnvironment(change: Change): void {
  keepFaults(change, ({ from, integrationId }) => from === null || integrationId !== undefined);
}

function current(change: Change, id: string): IntegrationState {
  // Looked up by the caller.
  return own(change.root.integrations, id) as IntegrationState;
}

function stateOf(
  condition: Condition,
  integration: IntegrationState,
  now: number,
): Partial<IntegrationState> {
  const { inputs, values } = integration;
  const { status, setup_status, qa_status, setup_steps, data_expired, data, syncs_end } = condition;
  const scope = condition.scope?.[inputs.category];
  const next: IntegrationState["inputs"] = scope
    ? {
        ...inputs,
        coverage: { ...inputs.coverage, ...scope.coverage },
        settings: { ...inputs.settings, ...scope.settings },
        optedOut: [...new Set([...inputs.optedOut, ...(scope.optedOut ?? [])])],
      }
    : inputs;
  return {
    inputs: next,
    ...(scope ? { scoped: { settings: next.settings, optedOut: next.optedOut } } : {}),
    values: {
      ...values,
      ...(status ? { status } : {}),
      ...(setup_status ? { setup_status } : {}),
      ...(data_expired === undefined ? {} : { data_expired_at: data_expired ? isoString(now) : null }),
    },
    ...(qa_status ? { qaStatus: qa_status } : {}),
    ...(setup_steps ? { setupSteps: setup_steps } : {}),
    ...(status === "ACTIVE" ? { failingSince: null, syncsEnd: null } : {}),
    ...(syncs_end === "AUTHENTICATION_FAILED" ? { failingSince: now } : {}),
    ...(syncs_end ? { syncsEnd: syncs_end } : {}),
    // Other records than before: what was changed in those is gone with them.
    ...(data ? { data, ...noChanges } : {}),
  };
}

const noChanges = { synced: {}, pending: [], created: {} } as const;

/** Takes away what conditions brought to an integration, as far as it can be told apart from what others set. */
function end(change: Change, integrationId: string): void {
  keepFaults(change, ({ from, integrationId: about }) => from === null || about !== integrationId);
  const { inputs, data } = current(change, integrationId);
  const brought = new Set(
    conditionNames.flatMap((name) => {
      const { coverage, settings, optedOut } = conditionNamed(name).scope?.[inputs.category] ?? {};
      return [...Object.keys({ ...coverage, ...settings }), ...(optedOut ?? [])];
    }),
  );
  const without = <Value>(all: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !brought.has(id)));
  const settings = without(inputs.settings);
  const optedOut = inputs.optedOut.filter((id) => !brought.has(id));
  change.patchIntegration(integrationId, {
    inputs: { ...inputs, coverage: without(inputs.coverage), settings, optedOut },
    scoped: { settings, optedOut },
    ...(data === null ? {} : { data: null, ...noChanges }),
  });
}

function addFaults(
  change: Change,
  name: ConditionName,
  { integrationId, category }: { readonly integrationId?: string; readonly category?: Category },
): void {
  const { faults = [] } = conditionNamed(name);
  if (faults.length === 0) return;
  keepFaults(change, (one) => one.from !== name || one.integrationId !== integrationId);
  const added = faults.flatMap((fault) =>
    operationsOf(fault, category).map((operation, index): Fault => {
      const { stage, effect, times = null, every = 1 } = fault;
      return {
        // Named by what it is, so that it takes no number from what tests make.
        id: base58Id(`${integrationId ?? change.root.environment}\nfault\n${name}\n${stage}\n${index}`),
        ...(operation ? { operation } : {}),
        ...(integrationId === undefined ? {} : { integrationId }),
        ...{ stage, effect, times, every, after: 0, rate: null, seen: 0, met: 0, from: name },
      };
    }),
  );
  change.set({ faults: [...change.root.faults, ...added] });
}

/** Undefined stands for all operations. */
function operationsOf(
  { perWrite }: ConditionFault,
  category: Category | undefined,
): (Operation | undefined)[] {
  if (!perWrite) return [undefined];
  const actions = category ? writeActions[category] : Object.values(writeActions).flat();
  return actions.map(({ operation }) => operation).filter((operation) => !operation.startsWith("GET "));
}

function keepFaults(change: Change, keeps: (fault: Fault) => boolean): void {
  const faults = change.root.faults.filter(keeps);
  if (faults.length < change.root.faults.length) change.set({ faults });
}
