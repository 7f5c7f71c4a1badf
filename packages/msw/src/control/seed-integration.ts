import { nearestName } from "@kombo-mock/contract/judge";
import type { Category } from "@kombo-mock/factories";
import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { mainIntegration } from "../state/main-integration.ts";
import { own } from "../state/own.ts";
import { detailsOf } from "../state/partition.ts";
import type { IntegrationState, Root } from "../state/root.ts";
import { refuse } from "./seed-values.ts";

/** The recipe of a collection by its name, as it comes from outside. */
export function recipeNamed(collection: string, { partitions: { recipes } }: Machinery): CollectionRecipe {
  const found = recipes.get(collection);
  if (found) return found;
  const names = [...recipes.keys()];
  const meant = nearestName(collection, names);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `There is no collection "${collection}".${hint} There are ${names.join(", ")}.`,
  );
}

/** The integration whose records are meant: the named one, or of those of the collection's category the one that covers most. */
export function integrationFor(
  collection: string,
  given: string | undefined,
  root: Root,
  { seed }: Machinery,
): IntegrationState {
  const category = categoryOf(collection);
  const all = Object.values(root.integrations);
  const named = (one: IntegrationState) => {
    const { status, setup_status } = detailsOf(one, seed);
    return `"${one.id}" (${one.inputs.category}, ${status}, ${setup_status})`;
  };
  const known = all.map(named).join(", ") || "none";
  if (given !== undefined) {
    const found = own(root.integrations, given);
    if (!found) {
      throw new KomboError(
        "PLATFORM.INTEGRATION_NOT_FOUND",
        `There is no integration "${given}". There are ${known}.`,
      );
    }
    if (category === undefined || found.inputs.category === category) return found;
    refuse(`options.integration_id: ${named(found)} has no "${collection}".`);
  }
  const usable = (category ? [category] : Object.values(categories))
    .map((one) => mainIntegration(root, one, seed))
    .find((one) => one !== undefined);
  if (usable) return usable;
  const wanted = category === undefined ? "" : ` of the category ${category}`;
  return refuse(
    `No integration${wanted} is ACTIVE and COMPLETED, so say with integration_id which one is meant, or add one with integrations.create. There are ${known}.`,
  );
}

const categories: Readonly<Record<string, Category>> = {
  hris: "HRIS",
  ats: "ATS",
  assessment: "ASSESSMENT",
  lms: "LMS",
};

/** The category of integrations that have a collection; undefined where all do. */
function categoryOf(collection: string): Category | undefined {
  return categories[collection.split(".")[0] ?? ""];
}
