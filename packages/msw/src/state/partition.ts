import { type Entity, integrationDetailsFactory } from "@kombo-mock/factories";
import {
  type CollectionRecipe,
  createPartition,
  deepFreeze,
  type Partition,
  type World,
} from "@kombo-mock/factories/worlds";
import { layersOf, masked } from "./data-shape.ts";
import type { IntegrationState } from "./root.ts";

/** Makes partitions and keeps them. */
export interface Partitions {
  readonly recipes: ReadonlyMap<string, CollectionRecipe>;
  of(integration: IntegrationState): Partition;
}

/** A store of partitions over some collections. */
export function createPartitions(
  world: Pick<World, "name" | "layers"> & { readonly seed: number },
  recipes: ReadonlyMap<string, CollectionRecipe>,
): Partitions {
  const partitions = new Map<string, Partition>();
  const known = new WeakMap<IntegrationState, Partition>();
  const make = ({ id, inputs, data }: IntegrationState): Partition => {
    const { tool, category, country, date } = inputs;
    const key = `${id}\n${tool}\n${category}\n${country}\n${date}\n${data}`;
    const found = partitions.get(key);
    if (found) return found;
    const made = createPartition(
      { world: world.name, seed: world.seed, date, integrationId: id, tool, category, country },
      layersOf(data, world),
      recipes,
    );
    const partition = masked(made, data);
    partitions.set(key, partition);
    return partition;
  };
  return {
    recipes,
    of(integration) {
      const found = known.get(integration) ?? make(integration);
      known.set(integration, found);
      return found;
    },
  };
}

const details = new WeakMap<IntegrationState, Entity<"IntegrationDetails">>();

/** The details of an integration as the API gives them; made once for each state that it has. */
export function detailsOf(integration: IntegrationState, seed: number): Entity<"IntegrationDetails"> {
  const known = details.get(integration);
  if (known) return known;
  const made = deepFreeze(
    integrationDetailsFactory
      .seed(seed)
      .key(integration.id)
      .input(integration.inputs)
      .with({ id: integration.id }, integration.values)
      .build(),
  );
  details.set(integration, made);
  return made;
}
