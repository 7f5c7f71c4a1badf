import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import type { RequestValidators } from "@kombo-mock/openapi";
import type { AnyBehaviour } from "./request/context.ts";

/** A part of the API that can be had without the others: its behaviours, validators and collections. */
export interface Domain {
  readonly name: string;
  readonly behaviours: readonly AnyBehaviour[];
  readonly requestValidators: RequestValidators;
  readonly collections: readonly CollectionRecipe[];
}
