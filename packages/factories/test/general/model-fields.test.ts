import { readModels } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import document from "../../../openapi/generated/openapi.json" with { type: "json" };

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly allOf?: readonly Schema[];
  readonly "x-kombo-models"?: readonly string[];
}

const schemas = document.components.schemas as unknown as Readonly<Record<string, Schema>>;

/** The properties of a schema, with those that it is layered on. */
function propertiesOf({ $ref, properties = {}, allOf = [] }: Schema): string[] {
  const base = $ref ? propertiesOf(schemas[$ref.split("/").at(-1) ?? ""] ?? {}) : [];
  return [...base, ...Object.keys(properties), ...allOf.flatMap(propertiesOf)];
}

const entities = new Map<string, Set<string>>();
for (const schema of Object.values(schemas)) {
  for (const model of schema["x-kombo-models"] ?? []) {
    entities.set(model, new Set([...(entities.get(model) ?? []), ...propertiesOf(schema)]));
  }
}

const models = Object.values(readModels).flat();
const described = models.filter(({ id }) => entities.has(id));

test.each(described)("the fields of $id are those of its entity", ({ id, fields }) => {
  expect(fields.filter((field) => !entities.get(id)?.has(field))).toEqual([]);
});

test("every model but the invented one has an entity in the document", () => {
  expect(models.map(({ id }) => id).filter((id) => !entities.has(id))).toEqual(["assessment_orders"]);
});
