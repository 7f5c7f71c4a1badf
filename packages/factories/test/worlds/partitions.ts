import { type Category, type Country, integrationDetailsFactory } from "@kombo-mock/factories";
import {
  assessmentCollections,
  type CollectionRecipe,
  candidateCollections,
  createPartition,
  customFields,
  type IntegrationRecipe,
  integrationFields,
  jobCollections,
  lmsCollections,
  type Partition,
  type PartitionCollection,
  peopleCollections,
  type StoredRecord,
  timeCollections,
  type World,
  type WorldName,
  worlds,
} from "@kombo-mock/factories/worlds";

/** Every collection of every domain. */
export const collections: readonly CollectionRecipe[] = [
  integrationFields,
  customFields,
  ...peopleCollections,
  ...timeCollections,
  ...jobCollections,
  ...candidateCollections,
  ...assessmentCollections,
  ...lmsCollections,
];

/** The collections by name, as a mock of the whole API has them. */
export const recipes: ReadonlyMap<string, CollectionRecipe> = new Map(
  collections.map((recipe) => [recipe.name, recipe]),
);

/** The categories whose integrations have records of their own. */
export const categories = ["HRIS", "ATS", "ASSESSMENT", "LMS"] as const;

/** The integration of each category that has the cast. */
const mainTools: Readonly<Record<Category, string>> = {
  HRIS: "sandbox",
  ATS: "sandbox",
  ASSESSMENT: "smartrecruiters",
  LMS: "sandbox",
};

interface WorldChoice {
  readonly world?: WorldName;
  readonly category?: Category;
  readonly seed?: number;
  readonly date?: string;
  readonly country?: Country;
  readonly changed?: ReadonlyMap<string, CollectionRecipe>;
}

/** The main integration of a category in a world, made anew. */
export function partitionOf({
  world: name = "small",
  category = "HRIS",
  seed = 1,
  date = integrationDetailsFactory.inputs.date,
  country,
  changed = recipes,
}: WorldChoice = {}): Partition {
  const world = worlds[name];
  const integration = world.integrations.find(
    ({ inputs }) => inputs.category === category && inputs.tool === mainTools[category],
  );
  if (!integration) throw new Error(`The world "${name}" has no integration of the category ${category}.`);
  const inputs = { ...integration.inputs, ...(country ? { country } : {}), date };
  return integrationPartition(world, { ...integration, inputs }, seed, changed);
}

/** An integration of a world, made anew. */
export function integrationPartition(
  { name, layers }: World,
  { id, inputs }: IntegrationRecipe,
  seed = 1,
  changed = recipes,
): Partition {
  const { date, country } = { ...integrationDetailsFactory.inputs, ...inputs };
  const { tool, category } = inputs;
  return createPartition(
    { world: name, seed, date, integrationId: id, tool, category, country },
    layers,
    changed,
  );
}

/** The collections in which a partition has records. */
export function filled(partition: Partition): PartitionCollection[] {
  return collections.map(({ name }) => partition.collection(name)).filter(({ size }) => size > 0);
}

/** All records of a collection, in the order of creation. */
export function recordsIn(collection: PartitionCollection): StoredRecord[] {
  return Array.from({ length: collection.size }, (_, number) => collection.record(number));
}

/** The record with an id, or undefined. */
export function recordWith(collection: PartitionCollection, id: string): StoredRecord | undefined {
  const number = collection.numberOf(id);
  return number === undefined ? undefined : collection.record(number);
}
