import type { Entity, Overrides } from "../define-factory.ts";
import type { IntegrationDetailsInputs } from "../general/integration-details.factory.ts";

import type { Layer } from "./layers.ts";

/** A step that the customer goes through after connecting. */
export type SetupStep = "filtering" | "field-mapping";

/** An integration of a world, as it is before anything happens to it. */
export interface IntegrationRecipe {
  readonly id: string;
  readonly inputs: Partial<IntegrationDetailsInputs> & Pick<IntegrationDetailsInputs, "tool" | "category">;
  /** Details that are given and not made. */
  readonly values?: Overrides<Entity<"IntegrationDetails">>;
  readonly setupSteps?: readonly SetupStep[];
}

/** A recipe of everything that an environment begins with. */
export interface World {
  readonly name: string;
  /** What its integrations' records are built of, each layer over those before it. */
  readonly layers: readonly Layer[];
  readonly integrations: readonly IntegrationRecipe[];
}

/** Names the bytes of all worlds: it rises when an existing value changes. */
export const generation = 1;
