import type { CollectionRecipe, Relation, StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import { type EntityFields, entityFields, type FieldEntry } from "@kombo-mock/openapi";
import { syncedAvailabilityOf } from "../state/availability.ts";
import type { CollectionView } from "../state/collection-view.ts";
import { isPresent } from "../state/presence.ts";
import type { IntegrationState } from "../state/root.ts";
import { toolValues } from "./tool-values.ts";

/** What joining looks at: the integration as it is, and its collections. */
export interface JoinSource {
  readonly integration: IntegrationState;
  readonly seed: number;
  view(collection: string): CollectionView;
}

/**
 * A record as answers show it: the fields of an entity, with related records in place of stored keys, and without
 * what the synced data leaves out.
 */
export function join(
  record: StoredRecord,
  view: CollectionView,
  fields: EntityFields,
  source: JoinSource,
): Record<string, unknown> {
  const { recipe } = view;
  const shown: Record<string, unknown> = {};
  for (const [field, entry] of Object.entries(fields)) {
    const relation = relationOf(recipe, field);
    if (relation) shown[field] = related({ record, relation, entry, recipe, source });
    else if (isLeftOut(recipe, field, source))
      shown[field] = emptyOf(narrowed(fields, field) ?? entry, record[field]);
    else if (toolValues[field]) shown[field] = toolValues[field](record, recipe, source) ?? emptyOf(entry);
    else shown[field] = record[field] ?? emptyOf(entry, record[field]);
  }
  return shown;
}

/** Fields in which older SDKs read null and newer ones, with a closed list of values, do not: no answer has null there. */
const neverNull: Readonly<Record<string, readonly string[]>> = { AtsAssignedRole: ["scope"] };

function narrowed(fields: EntityFields, field: string): FieldEntry | undefined {
  const entity = Object.keys(neverNull).find((name) => entityFields[name] === fields);
  const entry = entity && neverNull[entity]?.includes(field) ? fields[field] : undefined;
  return entry && { ...entry, nullable: false };
}

/** The fields of an entity by its name, or those that a field holds. */
export function fieldsOf(of: string | EntityFields | null | undefined): EntityFields {
  if (of === null || of === undefined) return {};
  return typeof of === "string" ? (entityFields[of] ?? {}) : of;
}

/** Whether the synced data has a field at all: not where it is switched off, nor a way to records that are not synced. */
export function isLeftOut(recipe: CollectionRecipe, field: string, source: JoinSource): boolean {
  const available = syncedAvailabilityOf(source.integration, source.seed);
  if (recipe.model !== null && available.lacksField(recipe.model, field)) return true;
  const target = recipe.references[field] ?? linkTarget(recipe, field);
  return target !== undefined && isUnsynced(source.view(target).recipe, source);
}

function linkTarget({ relations }: CollectionRecipe, key: string): string | undefined {
  return Object.values(relations).find((relation) => relation.kind === "links" && relation.key === key)
    ?.collection;
}

/** Whether no record of a collection is synced, by the model that it belongs to. */
export function isUnsynced({ model }: CollectionRecipe, source: JoinSource): boolean {
  return model !== null && syncedAvailabilityOf(source.integration, source.seed).model(model) !== undefined;
}

/** A name that comes from the document must not reach what every object inherits. */
function relationOf({ relations }: CollectionRecipe, field: string): Relation | undefined {
  return Object.hasOwn(relations, field) ? relations[field] : undefined;
}

function related({
  record,
  relation,
  entry,
  recipe,
  source,
}: {
  readonly record: StoredRecord;
  readonly relation: Relation;
  readonly entry: FieldEntry;
  readonly recipe: CollectionRecipe;
  readonly source: JoinSource;
}): unknown {
  const isCut = relation.kind !== "many" && isLeftOut(recipe, relation.key, source);
  const view = source.view(relation.collection);
  // What cannot be empty is shown without all that is not synced of it.
  if ((isCut || isUnsynced(view.recipe, source)) && (entry.nullable || entry.list)) return emptyOf(entry);
  return joins[relation.kind]({
    record,
    relation: relation as never,
    fields: fieldsOf(entry.of),
    view,
    source,
  });
}

interface Joining<Kind extends Relation["kind"]> {
  readonly record: StoredRecord;
  readonly relation: Extract<Relation, { kind: Kind }>;
  readonly fields: EntityFields;
  readonly view: CollectionView;
  readonly source: JoinSource;
}

const joins: { readonly [Kind in Relation["kind"]]: (joining: Joining<Kind>) => unknown } = {
  one({ record, relation, fields, view, source }) {
    const id = record[relation.key];
    const target = typeof id === "string" ? view.get(id) : undefined;
    return target ? join(target, view, fields, source) : null;
  },
  many: ({ record, relation, fields, view, source }) =>
    view
      .withValue(relation.key, record.id)
      .filter(isPresent)
      .map((target) => join(target, view, fields, source)),
  links: ({ record, relation, fields, source }) => joinLinks(record[relation.key], relation, fields, source),
};

function joinLinks(
  stored: unknown,
  relation: Extract<Relation, { kind: "links" }>,
  fields: EntityFields,
  source: JoinSource,
): Record<string, unknown>[] {
  const view = source.view(relation.collection);
  // The key of a links relation holds nothing else.
  return ((stored ?? []) as readonly StoredLink[]).flatMap((link) => {
    const target = view.get(link.id);
    if (!target || !isPresent(target)) return [];
    if (relation.as) {
      const { id, record } = relation.as;
      const nested = join(target, view, fieldsOf(fields[record]?.of), source);
      return [{ ...attributes(link, fields), ...(id ? { [id]: link.id } : {}), [record]: nested }];
    }
    const own = Object.entries(relation.links ?? {}).map(([name, inner]) => [
      name,
      joinLinks(link[inner.key], inner, fieldsOf(fields[name]?.of), source),
    ]);
    return [
      { ...join(target, view, fields, source), ...attributes(link, fields), ...Object.fromEntries(own) },
    ];
  });
}

/** What belongs to the link itself and is shown. */
function attributes({ id: _, ...own }: StoredLink, fields: EntityFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(own).filter(([name]) => Object.hasOwn(fields, name)));
}

/** What stands where there is no value: null, an empty list, or what the document cannot do without. */
export function emptyOf({ nullable, list }: FieldEntry, otherwise: unknown = null): unknown {
  if (nullable) return null;
  return list ? [] : otherwise;
}
