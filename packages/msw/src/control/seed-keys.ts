import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import type { EntityFields } from "@kombo-mock/openapi";
import { fieldsOf } from "../request/join.ts";

/** Fields of answers that nobody gives, with the reason. */
export const derived: Readonly<Record<string, string | undefined>> = {
  id: "it follows from the integration and remote_id, which can be",
  integration_fields: "it is made of the fields in general.integration-fields",
};

/** Everything that can be given of a record. */
export function keysOf(
  { entity, fields, references, relations }: CollectionRecipe,
  around: EntityFields = {},
): string[] {
  const remoteId = fieldsOf(entity)["remote_id"] ? ["remote_id"] : [];
  const all = [
    ...remoteId,
    ...fields,
    ...Object.keys(references),
    ...Object.keys(relations),
    ...Object.keys(around),
  ];
  return [...new Set(all)].filter((key) => !Object.hasOwn(derived, key));
}
