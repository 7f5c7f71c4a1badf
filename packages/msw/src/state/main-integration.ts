import { type Category, readModels } from "@kombo-mock/factories";
import { availabilityOf } from "./availability.ts";
import type { IntegrationState, Root } from "./root.ts";

/**
 * The integration of a category that is meant where none is named: of those that work, the one that covers most
 * models; the first of equals. Never a test card, which is there only for those who name it.
 */
export function mainIntegration(
  { integrations, usedCards }: Pick<Root, "integrations" | "usedCards">,
  category: Category,
  seed: number,
): IntegrationState | undefined {
  let main: IntegrationState | undefined;
  let most = 0;
  for (const integration of Object.values(integrations)) {
    if (integration.inputs.category !== category || !works(integration)) continue;
    if (usedCards.includes(integration.id)) continue;
    const availability = availabilityOf(integration, seed);
    const covered = readModels[category].filter(({ id }) => availability.model(id) === undefined).length;
    if (covered <= most) continue;
    main = integration;
    most = covered;
  }
  return main;
}

function works({ values, qaStatus }: IntegrationState): boolean {
  const { status = "ACTIVE", setup_status = "COMPLETED" } = values;
  return status === "ACTIVE" && setup_status === "COMPLETED" && qaStatus === "PASSED";
}
