import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { SchemaObject } from "../scripts/document.ts";
import { formats } from "../scripts/formats.ts";
import { document, type Exchange } from "./schemas.ts";

const ajv = new Ajv2020({ allErrors: true, strict: false, formats });
ajv.addSchema({ $id: "kombo", components: { schemas: document.components.schemas } });

/** Compiles a schema of the document that has no generated validator. */
export function validatorOf(schema: SchemaObject): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"kombo#/components/');
  return ajv.compile(JSON.parse(text) as AnySchemaObject);
}

/** The example of a body, as JSON. */
export function bodyExample({ requestBody }: Exchange["operation"]): Record<string, unknown> | undefined {
  return exampleOf<Record<string, unknown>>(requestBody?.content["application/json"]);
}

/** The example that stands beside a schema. */
export function exampleOf<T>(media: object = {}): T | undefined {
  return "example" in media ? (media.example as T) : undefined;
}
