import type { Root } from "../state/root.ts";
import { KomboError } from "./kombo-error.ts";

const mostTold = 10;

/** The error for an integration id that an environment does not have: which ones it has, and how to add one. */
export function unknownIntegration(
  id: string,
  { integrations }: Pick<Root, "integrations">,
  options: ConstructorParameters<typeof KomboError>[2] = {},
): KomboError {
  const known = Object.keys(integrations);
  const told = known.slice(0, mostTold).map((one) => `"${one}"`);
  const more = known.length > told.length ? ` and ${known.length - told.length} more` : "";
  return new KomboError(
    "PLATFORM.INTEGRATION_NOT_FOUND",
    `There is no integration "${id}". There are ${told.join(", ") || "none"}${more}. Add one with mock.integrations.create({ id: "${id}", … }) or POST /_mock/integrations.`,
    options,
  );
}
