import { type IntegrationDetailsInputs, integrationDetailsFactory } from "@kombo-mock/factories";
import { aiApplyPartition, type IntegrationRecipe, type World } from "@kombo-mock/factories/worlds";
import { noWebhooks } from "../webhooks/webhook-state.ts";
import type { ClockState, IntegrationState, Root } from "./root.ts";

/** The root that an environment of a world begins with. */
export function firstRoot(
  world: World,
  options: {
    readonly environment: string;
    readonly clock: ClockState;
    readonly date: string;
    readonly optionalIsAvailable: boolean;
  },
): Root {
  const integrations = world.integrations.map((recipe) => integrationState(recipe, options));
  return {
    environment: options.environment,
    clock: options.clock,
    integrations: Object.fromEntries(integrations.map((integration) => [integration.id, integration])),
    // The tool and the category mean nothing: no collection of theirs is looked for in this partition.
    aiApply: integrationState(
      { id: aiApplyPartition, inputs: { tool: "sandbox", category: "ATS" } },
      options,
    ),
    links: {},
    activations: {},
    queue: [],
    schedule: null,
    lastCalls: {},
    events: [],
    webhooks: noWebhooks,
    faults: [],
    stubs: [],
    passthroughAnswers: [],
    usedCards: [],
    counter: 0,
  };
}

/** An integration as it is before anything happens to it. */
export function integrationState(
  recipe: IntegrationRecipe,
  options: { readonly date: string; readonly optionalIsAvailable: boolean },
): IntegrationState {
  const inputs: IntegrationDetailsInputs = {
    ...integrationDetailsFactory.inputs,
    date: options.date,
    optionalIsAvailable: options.optionalIsAvailable,
    ...recipe.inputs,
  };
  return {
    id: recipe.id,
    inputs,
    scoped: { settings: inputs.settings, optedOut: inputs.optedOut },
    values: recipe.values ?? {},
    setupSteps: recipe.setupSteps ?? [],
    qaStatus: "PASSED",
    sync: null,
    failingSince: null,
    syncsEnd: null,
    scripted: 0,
    restamped: {},
    data: null,
    synced: {},
    pending: [],
    created: {},
  };
}
