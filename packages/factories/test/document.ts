import type { Entity, EntityName } from "@kombo-mock/factories";
import { answerValidators } from "@kombo-mock/openapi/answers/general";
import json from "@kombo-mock/openapi/openapi.json" with { type: "json" };

/** What tests read of a schema. */
interface Schema {
  readonly pattern?: string;
  readonly enum?: readonly (string | null)[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The document's schema of an entity. */
export function schemaOf(entity: EntityName): Schema {
  const { schemas } = json["components"] as { schemas: Readonly<Record<string, Schema>> };
  return schemas[entity] ?? {};
}

/** What the document has against the data of an answer, one line each; nothing when it is valid. */
export function faultsIn(operation: string, data: unknown): readonly string[] {
  const validator = answerValidators[operation];
  if (!validator) throw new Error(`The document has no answer to "${operation}".`);
  if (validator.success({ status: "success", data })) return [];
  return (validator.success.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The answer to a list that fits on one page. */
export function page<T>(results: readonly T[]) {
  return { results, next: null, next_cursor: null };
}

/** What has coverage: models and actions by id, their fields as `<id>.<field>`. */
export function datapointsOf({
  read_models,
  write_actions,
}: Pick<Entity<"IntegrationDetails">, "read_models" | "write_actions">) {
  return [...read_models, ...write_actions].flatMap(({ fields, ...own }) => [
    { ...own, parent: null },
    ...fields.map((field) => ({ ...field, id: `${own.id}.${field.id}`, parent: own.id })),
  ]);
}
