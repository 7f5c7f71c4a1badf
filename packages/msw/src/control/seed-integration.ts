import { nearestName } from "@kombo-mock/contract/judge";
import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { ownTools } from "../request/own-tools.ts";
import { unknownIntegration } from "../request/unknown-integration.ts";
import { categoriesByDomain, categoryOfCollection } from "../state/domain-category.ts";
import { mainIntegration } from "../state/main-integration.ts";
import { own } from "../state/own.ts";
import { detailsOf } from "../state/partition.ts";
import { isOfEnvironment } from "../state/partition-state.ts";
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
  if (isOfEnvironment(collection)) return environmentFor(collection, given, root);
  const category = categoryOfCollection(collection);
  const tools = ownTools(collection);
  const isOfTool = ({ inputs }: IntegrationState) => tools === undefined || tools.includes(inputs.tool);
  const named = (one: IntegrationState) => {
    const { status, setup_status } = detailsOf(one, seed);
    return `"${one.id}" (${one.inputs.category}, ${status}, ${setup_status})`;
  };
  if (given !== undefined) {
    const found = own(root.integrations, given);
    if (!found) throw unknownIntegration(given, root);
    if ((category === undefined || found.inputs.category === category) && isOfTool(found)) return found;
    refuse(`options.integration_id: ${named(found)} has no "${collection}".`);
  }
  if (tools) {
    const own = Object.values(root.integrations).find(isOfTool);
    return own ?? refuse(`No integration is of ${tools.join(" or ")}; add one with integrations.create.`);
  }
  const usable = (category ? [category] : Object.values(categoriesByDomain))
    .map((one) => mainIntegration(root, one, seed))
    .find((one) => one !== undefined);
  if (usable) return usable;
  // Told only now: the details of all integrations cost more than the seed.
  const known = Object.values(root.integrations).map(named).join(", ") || "none";
  const wanted = category === undefined ? "" : ` of the category ${category}`;
  return refuse(
    `No integration${wanted} is ACTIVE and COMPLETED, so say with integration_id which one is meant, or add one with integrations.create. There are ${known}.`,
  );
}

/** What belongs to no integration; its own name may be given, as the cast tells it. */
function environmentFor(collection: string, given: string | undefined, { aiApply }: Root): IntegrationState {
  if (given === undefined || given === aiApply.id) return aiApply;
  return refuse(
    `options.integration_id: "${collection}" belongs to no integration. Leave integration_id out, or say "${aiApply.id}".`,
  );
}
