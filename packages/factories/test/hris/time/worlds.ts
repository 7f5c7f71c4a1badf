import type { Country } from "@kombo-mock/factories";
import {
  type CollectionRecipe,
  createPartition,
  type Layer,
  type Links,
  type Partition,
  type StoredRecord,
} from "@kombo-mock/factories/worlds";
import { entityFields } from "@kombo-mock/openapi";
import { answerValidators } from "@kombo-mock/openapi/answers/hris";
import { peopleCollections } from "../../../src/hris/people.collections.ts";
import { timeCollections } from "../../../src/hris/time.collections.ts";

export const countries: readonly Country[] = ["DE", "FR", "GB", "NL", "US"];

export const recipes: ReadonlyMap<string, CollectionRecipe> = new Map(
  [...peopleCollections, ...timeCollections].map((recipe) => [recipe.name, recipe]),
);

/** The document's name of a list, and of what it lists. */
export const shownEntities: Readonly<Record<string, string>> = {
  "hris.absence-types": "HrisAbsenceType",
  "hris.absences": "HrisAbsenceWithType",
  "hris.time-off-balances": "HrisTimeOffBalanceWithType",
  "hris.timesheets": "HrisTimesheet",
  "hris.employee-document-categories": "HrisEmployeeDocumentCategory",
  "hris.performance-review-cycles": "HrisPerformanceReviewCycle",
  "hris.performance-reviews": "HrisPerformanceReview",
  "hris.skills": "HrisSkill",
  "hris.employee-skill-assignments": "HrisEmployeeSkillAssignment",
  "hris.staffing-entities": "HrisStaffingEntity",
};

interface WorldInputs {
  readonly seed?: number;
  readonly date?: string;
  readonly country?: Country;
  readonly layers?: readonly Layer[];
}

export function partitionOf({
  seed = 1,
  date = "2026-01-15",
  country = "DE",
  layers = ["small"],
}: WorldInputs = {}): Partition {
  const inputs = {
    world: layers.at(-1) ?? "empty",
    seed,
    date,
    integrationId: "bamboohr:7C9M5sXAQx2cNMpVHLojrFpL",
    tool: "bamboohr",
    category: "HRIS",
    country,
  } as const;
  return createPartition(inputs, layers, recipes);
}

/** All records of a collection. */
export function recordsOf(partition: Partition, name: string): readonly StoredRecord[] {
  const collection = partition.collection(name);
  return Array.from({ length: collection.size }, (_, number) => collection.record(number));
}

/** A record with the ones that it leads to, as lists show it. */
export function shown(partition: Partition, name: string, record: StoredRecord): Record<string, unknown> {
  const { relations } = partition.collection(name).recipe;
  const fields = entityFields[shownEntities[name] ?? ""] ?? {};
  const related = Object.entries(relations).flatMap(([relation, way]) => {
    const field = fields[relation];
    if (!field || way.kind === "many") return [];
    if (way.kind === "one") {
      const other = find(partition, way.collection, record[way.key]);
      return [[relation, other ? inShort(other, field.of) : null]];
    }
    return [[relation, linked(partition, record, way, field.of)]];
  });
  return { ...record, ...Object.fromEntries(related) };
}

function linked(partition: Partition, record: StoredRecord, way: Links, of: unknown): unknown[] {
  const list = record[way.key];
  return (Array.isArray(list) ? list : []).map(({ id, ...attributes }) => {
    const other = find(partition, way.collection, id);
    if (!way.as) return { ...(other && inShort(other, of)), ...attributes };
    return { ...(way.as.id ? { [way.as.id]: id } : {}), [way.as.record]: other, ...attributes };
  });
}

/** The record with an id. */
export function find(partition: Partition, name: string, id: unknown): StoredRecord | undefined {
  const collection = partition.collection(name);
  const number = typeof id === "string" ? collection.numberOf(id) : undefined;
  return number === undefined ? undefined : collection.record(number);
}

function inShort(record: StoredRecord, entity: unknown): Record<string, unknown> {
  const fields = entityFields[String(entity)] ?? {};
  return Object.fromEntries(Object.entries(record).filter(([field]) => field in fields));
}

/** What the document has against items of a list, one line each; nothing when they are valid. */
export function faultsIn(name: string, items: readonly unknown[]): readonly string[] {
  const validator = answerValidators[`GET /${name.replace(".", "/")}`];
  if (!validator) throw new Error(`The document has no list of "${name}".`);
  if (validator.success({ status: "success", data: { results: items, next: null } })) return [];
  return (validator.success.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
