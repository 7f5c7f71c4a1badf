import type { Entity } from "@kombo-mock/factories";
import { type Category, integrationDetailsFactory, readModels } from "@kombo-mock/factories";
import type { IntegrationState } from "./root.ts";

/** Why a model or an action cannot be used: nobody covers it, or the scope config or the customer switched it off. */
export type Unavailable = "not-covered" | "disabled";

/** What an integration can read and do, from the same lists that its details show. */
export interface Availability {
  /** Why a model cannot be read; undefined when it can. */
  model(id: string): Unavailable | undefined;
  /** Why an action cannot be taken; undefined when it can. */
  action(id: string): Unavailable | undefined;
  /** Whether a field of a model that can be read is left out. */
  lacksField(model: string, field: string): boolean;
  /** Whether an action that can be taken passes an input over. */
  lacksInput(action: string, field: string): boolean;
}

type Datapoint = Pick<
  Entity<"WriteAction">,
  "id" | "is_available" | "coverage_status" | "scope_config_setting" | "opted_out_by_customer"
>;

const now = new WeakMap<IntegrationState["inputs"], Availability>();

/** What an integration can read and do by its scope config as it is now: what requests are refused by. */
export function availabilityOf({ inputs }: IntegrationState, seed: number): Availability {
  const known = now.get(inputs) ?? createAvailability(inputs, seed);
  now.set(inputs, known);
  return known;
}

const synced = new WeakMap<IntegrationState["inputs"], WeakMap<IntegrationState["scoped"], Availability>>();

/** What the synced data holds: a changed scope config becomes visible in records with the next sync. */
export function syncedAvailabilityOf({ inputs, scoped }: IntegrationState, seed: number): Availability {
  if (inputs.settings === scoped.settings && inputs.optedOut === scoped.optedOut) {
    return availabilityOf({ inputs } as IntegrationState, seed);
  }
  const byScope = synced.get(inputs) ?? new WeakMap<IntegrationState["scoped"], Availability>();
  synced.set(inputs, byScope);
  const known = byScope.get(scoped) ?? createAvailability({ ...inputs, ...scoped }, seed);
  byScope.set(scoped, known);
  return known;
}

function createAvailability(inputs: IntegrationState["inputs"], seed: number): Availability {
  const factory = integrationDetailsFactory.seed(seed).input(inputs);
  const models = new Map(factory.buildField("read_models").map((model) => [model.id, model]));
  const actions = new Map(factory.buildField("write_actions").map((action) => [action.id, action]));
  const off = new Map(
    [...models.values()].map(({ id, fields }) => [
      id,
      new Set(fields.filter((field) => !field.is_available).map((field) => field.id)),
    ]),
  );
  return {
    model(id) {
      const model = models.get(id);
      if (model) return reasonOf(model);
      // A model of another category is not covered; of models that no integration lists, nothing is known.
      return categoryOfModel(id) === inputs.category && !listed.has(id) ? undefined : "not-covered";
    },
    action(id) {
      const action = actions.get(id);
      return action ? reasonOf(action) : "not-covered";
    },
    lacksField: (model, field) => off.get(model)?.has(field) ?? false,
    lacksInput: (action, field) =>
      actions.get(action)?.fields.find(({ id }) => id === field)?.is_available === false,
  };
}

function reasonOf(datapoint: Datapoint): Unavailable | undefined {
  if (datapoint.is_available) return undefined;
  return datapoint.coverage_status === "SUPPORTED" ? "disabled" : "not-covered";
}

const listed: ReadonlySet<string> = new Set(
  Object.values(readModels).flatMap((models) => models.map(({ id }): string => id)),
);

function categoryOfModel(id: string): Category {
  // Ids of models begin with their category.
  return (id.split("_")[0] ?? "").toUpperCase() as Category;
}
