import { defineFactory } from "../define-factory.ts";
import { labelOf } from "./integration-field.factory.ts";

/** What a custom field is made from. */
export interface CustomFieldInputs {
  readonly model: string;
  /** The key under which its value appears among a record's `custom_fields`. */
  readonly field: string;
}

const inputs: CustomFieldInputs = { model: "hris_employees", field: "tshirt_size" };

/** Builds a custom field as it is defined for all integrations, mapped to no field of the tool unless told. */
export const customFieldFactory = defineFactory("CustomField")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    key: ({ input }) => input.field,
    integration_field: () => null,
    model: ({ input }) => input.model,
    label: ({ input }) => labelOf(input.field),
    description: ({ input }) => `Map this to the field that holds the ${labelOf(input.field).toLowerCase()}.`,
  },
});
