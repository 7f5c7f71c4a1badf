import { defineFactory, type Entity } from "../define-factory.ts";

/** What an integration field is made from. */
export interface IntegrationFieldInputs {
  readonly model: string;
  /** The field's name in the tool. */
  readonly field: string;
  readonly type: Entity<"IntegrationFieldType">;
}

const inputs: IntegrationFieldInputs = { model: "hris_employees", field: "tax_id", type: "DEFAULT" };

/** Builds a field of the connected tool that the unified model lacks and that can be passed through. */
export const integrationFieldFactory = defineFactory("IntegrationField")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    key: ({ input }) => (input.type === "CUSTOM" ? `custom.${input.field}` : input.field),
    model: ({ input }) => input.model,
    type: ({ input }) => input.type,
    label: ({ input }) => labelOf(input.field),
    is_passthrough_enabled: ({ chance }) => chance(0.25),
    is_writable: () => false,
  },
  traits: {
    passedThrough: { fields: { is_passthrough_enabled: () => true } },
    unlabelled: { fields: { label: () => null } },
  },
});

/** A field's name as people read it: `tax_id` → `Tax id`. */
export function labelOf(field: string): string {
  const words = field.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
