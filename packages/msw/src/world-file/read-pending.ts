import * as v from "valibot";
import { inputFaults, instant } from "../control/inputs.ts";
import { listAt, refuse } from "../control/seed-values.ts";
import type { PendingChange } from "../state/root.ts";
import { blank, integrationOf, type RecordTools, recipeIn, type Unplanned } from "./read-records.ts";
import { readValues } from "./read-values.ts";

const pendingChange = v.strictObject({
  kind: v.picklist(["insert", "patch", "delete"]),
  collection: v.string(),
  /** May be left out of an insert, whose values are a seed then. */
  id: v.optional(v.pipe(v.string(), v.minLength(1))),
  values: v.optional(v.record(v.string(), v.unknown())),
  /** From when on a sync brings it. */
  due_at: v.optional(instant),
});

/** Takes down what waits for a sync, by its id; new records without one are left for later. */
export function readPending(
  given: unknown,
  location: string,
  tools: RecordTools,
): Pick<Unplanned, "seeds" | "references"> {
  const { change, faults, integrationId } = tools;
  const left: Pick<Unplanned, "seeds" | "references"> = { seeds: [], references: [] };
  const changes: PendingChange[] = [];
  const list = faults.attempt(() => listAt(given, location)) ?? [];
  list.forEach((entry, index) => {
    const at = `${location}[${index}]`;
    const wrong = inputFaults(pendingChange, entry, at);
    faults.add(...wrong);
    if (wrong.length > 0) return;
    const { kind, collection, id, values = {}, due_at } = v.parse(pendingChange, entry);
    faults.attempt(
      () => {
        const recipe = recipeIn(collection, `${at}.collection`, tools);
        const where = `${at}.values`;
        if (id === undefined) {
          if (kind !== "insert") refuse(`${at}.id is missing; it says which record is meant.`);
          left.seeds.push({ collection, given: values, location: where });
          return;
        }
        if (kind !== "insert") left.references.push({ collection, id, location: `${at}.id` });
        const before = kind === "patch" ? change.view(integrationId, collection).get(id) : undefined;
        const read = readValues(values, where, { integrationId, recipe, before, faults });
        const nested = Object.keys(read.relations)[0];
        if (nested !== undefined)
          refuse(
            `${where}.${nested} cannot be given: a change of one record is waited for, by its stored values.`,
          );
        left.references.push(...read.references);
        const due = due_at === undefined ? change.now : Date.parse(due_at);
        const all = kind === "insert" ? { ...blank(recipe, change.now), ...read.values } : read.values;
        changes.push({ kind, collection, id, values: all, due });
      },
      (message) => message.replace(/^options\.integration_id/, `${at}.collection`),
    );
  });
  const { pending } = integrationOf(tools);
  change.patchIntegration(integrationId, { pending: [...pending, ...changes] });
  return left;
}
