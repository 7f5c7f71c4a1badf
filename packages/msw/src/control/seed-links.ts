import type { Links, StoredLink } from "@kombo-mock/factories/worlds";
import type { EntityFields } from "@kombo-mock/openapi";
import { fieldsOf } from "../request/join.ts";
import { own } from "../state/own.ts";
import { listDefaults } from "./seed-defaults.ts";
import { keysOf } from "./seed-keys.ts";
import type { SeedPlan } from "./seed-plan.ts";
import { checkedValue, listAt, objectAt, refuseMore } from "./seed-values.ts";

/** A list of links as it was given. */
interface GivenLinks {
  readonly name: string;
  readonly relation: Links;
  readonly given: readonly unknown[];
  readonly location: string;
  /** The fields that answers show of each. */
  readonly inner: EntityFields;
}

/** Links as they are stored: what belongs to the link stands beside the id of the other record, planned where it is new. */
export function planLinks(plan: SeedPlan, list: GivenLinks): readonly StoredLink[] {
  const { name, relation, inner, location } = list;
  const { collection } = relation;
  const target = plan.recipe(collection);
  return list.given.map((one, index) => {
    const at = `${location}[${index}]`;
    const { record, beside } = sortedOut(plan, list, objectAt(one, at), at);
    const named = plan.named(collection, record, at);
    if (named !== undefined) refuseMore(record, collection, at);
    // A list whose members show an index numbers them, on the link where the record has none of its own.
    const isNumbered = inner["index"] !== undefined;
    if (isNumbered && !target.fields.includes("index")) beside["index"] ??= index;
    const values = { ...listDefaults[name], ...(isNumbered ? { index: beside["index"] ?? index } : {}) };
    return { ...beside, id: named ?? plan.create(collection, record, { location: at, values }) };
  });
}

/** What was given of the other record, and what belongs to the link. */
function sortedOut(
  plan: SeedPlan,
  { relation, inner }: GivenLinks,
  given: Readonly<Record<string, unknown>>,
  location: string,
) {
  const ofRecord = new Set([
    ...keysOf(plan.recipe(relation.collection)),
    "id",
    relation.as?.id,
    relation.as?.record,
  ]);
  const record: Record<string, unknown> = {};
  const beside: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const nested = own(relation.links ?? {}, key);
    const at = `${location}.${key}`;
    if (nested) {
      const list = { name: key, relation: nested, given: listAt(value, at), location: at };
      beside[nested.key] = planLinks(plan, { ...list, inner: fieldsOf(inner[key]?.of) });
    } else if (inner[key] && !ofRecord.has(key)) beside[key] = checkedValue(value, inner[key], at);
    else record[key] = value;
  }
  return { record, beside };
}
