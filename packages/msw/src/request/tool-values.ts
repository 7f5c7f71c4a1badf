import { choicesAt, toolFieldValue } from "@kombo-mock/factories";
import type { CollectionRecipe, StoredRecord } from "@kombo-mock/factories/worlds";
import type { JoinSource } from "./join.ts";

/** A field of the tool that records of a model show. */
interface ToolField {
  readonly id: string;
  readonly key: string;
  readonly type: unknown;
  readonly label: unknown;
}

interface ToolFields {
  /** Fields whose passthrough is on. */
  readonly passed: readonly ToolField[];
  /** Custom fields by their key, with the tool's field that each is mapped to. */
  readonly custom: readonly { readonly key: string; readonly field: ToolField | undefined }[];
}

type Made = (record: StoredRecord, recipe: CollectionRecipe, source: JoinSource) => unknown;

/** Fields that are not stored but made: the values of custom fields, and of the tool's own fields. */
export const toolValues: Readonly<Record<string, Made | undefined>> = {
  custom_fields(record, recipe, source) {
    const given = record["custom_fields"] as Readonly<Record<string, unknown>> | null | undefined;
    const { custom } = toolFieldsOf(recipe, source);
    if (record["bare"] === true || custom.length === 0) return given;
    const made = custom.map(({ key, field }) => [key, field ? toolValueOf(record, field, source) : null]);
    return { ...Object.fromEntries(made), ...given };
  },
  integration_fields(record, recipe, source) {
    if (record["bare"] === true) return [];
    const { passed } = toolFieldsOf(recipe, source);
    return passed.map(({ id, key, type, label }) => ({
      ...{ id, key, type, label },
      value: toolValueOf(record, { id, key, type, label }, source),
    }));
  },
};

/** The keys of the custom fields that records of a collection have. */
export function customFieldsOf(recipe: CollectionRecipe, source: JoinSource): string[] {
  return toolFieldsOf(recipe, source).custom.map(({ key }) => key);
}

function toolValueOf({ id }: StoredRecord, { key }: ToolField, { seed }: JoinSource): unknown {
  return toolFieldValue(choicesAt(seed, id, key), key.replace(/^custom\./, ""));
}

const none: ToolFields = { passed: [], custom: [] };

// Read anew each time, so that an item knows that it depends on how fields are mapped.
function toolFieldsOf({ model }: CollectionRecipe, source: JoinSource): ToolFields {
  if (model === null) return none;
  const fields = source.view("general.integration-fields");
  const fieldOf = (record: StoredRecord): ToolField => ({
    id: record.id,
    key: String(record["key"]),
    type: record["type"],
    label: record["label"],
  });
  return {
    passed: fields
      .withValue("model", model)
      .filter((field) => field["is_passthrough_enabled"] === true)
      .map(fieldOf),
    custom: source
      .view("general.custom-fields")
      .withValue("model", model)
      .map((custom) => {
        const mapped = fields.get(String(custom["integration_field_id"]));
        return { key: String(custom["key"]), field: mapped && fieldOf(mapped) };
      }),
  };
}
