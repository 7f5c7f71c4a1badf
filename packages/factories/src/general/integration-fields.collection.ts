import { defineCollection } from "../worlds/collection.ts";
import { integrationFieldFactory } from "./integration-field.factory.ts";
import { toolFields } from "./tool-fields.ts";

/** The fields of the connected tool that the unified models lack. */
export const integrationFields = defineCollection({
  name: "general.integration-fields",
  model: null,
  factory: integrationFieldFactory,
  rows: ({ category, layer }) =>
    (layer === "base" ? toolFields[category] : []).map(({ model, field }) => ({
      remoteId: `${model}.${field}`,
    })),
  inputs: ({ remoteId }, { category }) =>
    toolFields[category].find(({ model, field }) => `${model}.${field}` === remoteId) ?? {},
});
