import { expect, test } from "vitest";
import { resolve, type SchemaObject } from "../scripts/document.ts";
import { document, schemas } from "./schemas.ts";

interface Discriminator {
  readonly propertyName: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

const unions = schemas.flatMap(({ place, schema }) => {
  const { discriminator } = schema as { readonly discriminator?: Discriminator };
  const branches = schema.oneOf ?? schema.anyOf ?? [];
  return discriminator ? [{ place, schema, branches, ...discriminator }] : [];
});

/** A property of a schema or of what it is made of, and whether it is always there. */
function propertyOf(
  given: SchemaObject,
  key: string,
): { readonly schema?: SchemaObject; readonly always: boolean } {
  const schema = resolve(document, given);
  const parts = [schema, ...(schema.allOf ?? []).map((part) => resolve(document, part))];
  const found = parts.map(({ properties }) => properties?.[key]).find((one) => one);
  return {
    ...(found ? { schema: found } : {}),
    always: parts.some(({ required }) => required?.includes(key)),
  };
}

test("the unions that are told apart by a property are these", () => {
  expect(unions.map(({ place, propertyName }) => `${place} by ${propertyName}`).sort()).toEqual([
    "AiApplyFormBlock by block_type",
    "AssessmentResultAttribute by type",
    "AtsQuestionFormat by type",
    "AtsTrackedApplicationIds.erecruiter by id_type",
    "HrisExpectedProficiency by type",
    "HrisFormOptions by type",
    "HrisFormProperty by type",
    "HrisPerformanceRating by type",
    "HrisProficiencyScale by type",
    "LmsCourseBulkTask by status",
    "LmsCourseUpsert.course by type",
    "LmsCourseUpsertResult by status",
  ]);
});

// Ajv lets everything but objects pass a discriminator, so that null would fit a nullable union twice.
test.each(unions)("$place says that it is an object", ({ schema }) => {
  expect(schema.type).toBe("object");
});

test.each(unions)("$place: $propertyName has one value in each branch, and is always there", (union) => {
  const { branches, mapping, propertyName } = union;
  const told = branches.map((branch) => {
    const { schema = {}, always } = propertyOf(branch, propertyName);
    return [(schema as { readonly const?: string }).const, always ? branch.$ref : "at times"];
  });
  expect(branches).not.toEqual([]);
  expect(Object.fromEntries(told)).toEqual(mapping);
});
