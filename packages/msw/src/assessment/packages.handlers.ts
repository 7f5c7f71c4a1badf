import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import { isPresent } from "../state/presence.ts";

const collection = "assessment.packages";

/** What customers can order. */
export const getPackages = action("GET /assessment/packages", (context) => ({
  packages: presentPackages(context).map(shownFields),
}));

/** Replaces all packages; those that are left out are deleted. */
export const setPackages = action("PUT /assessment/packages", (context) => {
  const { body, change, integration } = context;
  refuseTwice(body.packages.map(({ id }) => id));
  const known = new Map([...context.view(collection).from(0)].map(({ record }) => [idOf(record), record]));
  const updated_at = isoString(context.now);
  for (const { id, type, name, description } of body.packages) {
    const record = known.get(id);
    const values = { own_id: id, type, name, description };
    if (!record) {
      const at = { integrationId: integration.id, collection, remoteId: `package ${id}` };
      change.insert(at, { ...values, updated_at, remote_deleted_at: null });
    } else if (differs(record, { ...values, remote_deleted_at: null })) {
      const at = { integrationId: integration.id, collection, id: record.id };
      change.patch(at, { ...values, updated_at, remote_deleted_at: null });
    }
  }
  const kept = new Set(body.packages.map(({ id }) => id));
  for (const record of presentPackages(context)) {
    if (!kept.has(idOf(record)))
      change.markDeleted({ integrationId: integration.id, collection, id: record.id });
  }
  return {};
});

/** The package that an id of the customer's, or of the world, stands for. */
function idOf(record: StoredRecord): string {
  const own = record["own_id"];
  return typeof own === "string" ? own : record.id;
}

function shownFields(record: StoredRecord): Entity<"AssessmentPackage"> {
  // The collection holds packages only, with all their fields.
  const { name, description, updated_at, type } = record as StoredRecord & Entity<"AssessmentPackage">;
  return { id: idOf(record), name, description, updated_at, type };
}

function presentPackages({ view }: Pick<RequestContext, "view">): StoredRecord[] {
  return [...view(collection).from(0)].map(({ record }) => record).filter(isPresent);
}

function differs(record: StoredRecord, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).some(([field, value]) => (record[field] ?? null) !== value);
}

function refuseTwice(ids: readonly string[]): void {
  const at = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (at < 0) return;
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `body.packages[${at}].id: "${ids[at]}" is given twice. Each package has an id of its own.`,
  );
}
