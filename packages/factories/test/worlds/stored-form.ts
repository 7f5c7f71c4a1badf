import type { CollectionRecipe, StoredRecord } from "@kombo-mock/factories/worlds";
import json from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

interface ObjectSchema {
  readonly $ref?: string;
  readonly allOf?: readonly ObjectSchema[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly "x-kombo-models"?: readonly string[];
}

const { schemas } = json["components"] as { schemas: Readonly<Record<string, ObjectSchema>> };

// The document's own formats are checked where answers are; here dates and instants are enough.
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: {
    date: /^\d{4}-\d{2}-\d{2}$/,
    "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    time: true,
    email: /^[^\s@]+@[^\s@]+\.[a-z]+$/,
    uri: /^[a-z]+:\S+$/,
    int64: true,
    double: true,
    float: true,
  },
});
ajv.addSchema({ $id: "kombo", components: { schemas } });

/** The vendor's ids of an entity's models, as far as the document tells them. */
export function modelsOf(entity: string): readonly string[] {
  return schemas[entity]?.["x-kombo-models"] ?? [];
}

const validators = new Map<string, ValidateFunction>();

/** What the document has against a stored record, one line each: related records, which answers join in, are no part of it. */
export function faultsIn(recipe: CollectionRecipe, record: StoredRecord): readonly string[] {
  const validate = validators.get(recipe.name) ?? ajv.compile(storedSchema(recipe));
  validators.set(recipe.name, validate);
  const isValid: boolean = validate(record);
  return (isValid ? [] : (validate.errors ?? [])).map(
    ({ instancePath, message }) =>
      `${recipe.name} ${record["remote_id"] ?? record.id} ${instancePath} ${message}`,
  );
}

function storedSchema({ entity, relations }: CollectionRecipe): object {
  const parts = entity === null ? [] : partsOf({ $ref: `#/components/schemas/${entity}` });
  const isStored = (field: string) => !(field in relations);
  const properties = Object.entries(Object.assign({}, ...parts.map((part) => part.properties)));
  const schema = {
    type: "object",
    required: parts.flatMap(({ required = [] }) => required).filter(isStored),
    properties: Object.fromEntries(properties.filter(([field]) => isStored(field))),
  };
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"kombo#/components/')) as object;
}

/** The schemas of which an entity is put together. */
function partsOf(schema: ObjectSchema): readonly ObjectSchema[] {
  const named = schema.$ref === undefined ? [] : partsOf(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  return [...named, ...(schema.allOf ?? []).flatMap(partsOf), schema];
}
