import { nearestName } from "@kombo-mock/contract/judge";
import { cardOf, testCardList } from "../cards/test-cards.ts";
import type { Root } from "../state/root.ts";
import { KomboError } from "./kombo-error.ts";

const mostTold = 10;

/** The error for an integration id that an environment does not have: which ones it has, and how to add one. */
export function unknownIntegration(
  id: string,
  { integrations }: Pick<Root, "integrations">,
  options: ConstructorParameters<typeof KomboError>[2] = {},
): KomboError {
  const card = cardOf(id);
  if (card) {
    // Any other card is there as soon as it is named, unless somebody deleted it.
    const why =
      card.name === "deleted"
        ? "was deleted for good (a test card that always is)"
        : `was deleted; mock.reset({ integration_id: "${id}" }) puts the test card back`;
    return new KomboError("PLATFORM.INTEGRATION_NOT_FOUND", `"${id}" ${why}.`, options);
  }
  const known = Object.keys(integrations);
  const told = known.slice(0, mostTold).map((one) => `"${one}"`);
  const more = known.length > told.length ? ` and ${known.length - told.length} more` : "";
  const meant = nearestName(id, [...known, ...testCardList.map((one) => one.id)]);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return new KomboError(
    "PLATFORM.INTEGRATION_NOT_FOUND",
    `There is no integration "${id}".${hint} There are ${told.join(", ") || "none"}${more}. Add one with mock.integrations.create({ id: "${id}", … }) or POST /_mock/integrations.`,
    options,
  );
}
