import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { customFieldFactory } from "./custom-field.factory.ts";
import { definedCustomFields } from "./tool-fields.ts";

/** The custom fields of the environment, with what each is mapped to in one integration. */
export const customFields = defineCollection({
  name: "general.custom-fields",
  model: null,
  factory: customFieldFactory,
  relations: { integration_field: one("general.integration-fields", "integration_field_id") },
  rows: ({ category, layer }) =>
    (layer === "base" ? definedCustomFields[category] : []).map(({ model, field, mappedTo }) => ({
      remoteId: `${model}.${field}`,
      relations: { integration_field_id: mappedTo ? `${model}.${mappedTo}` : null },
    })),
  inputs: ({ remoteId }, { category }) =>
    definedCustomFields[category].find(({ model, field }) => `${model}.${field}` === remoteId) ?? {},
});
