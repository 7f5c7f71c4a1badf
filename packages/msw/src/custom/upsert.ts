import type { RequestContext } from "../request/context.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes one record for a key: the one that has these values is changed, or else there is a new one. */
export function upsert(context: RequestContext, collection: string, key: Values, values: Values): void {
  const { change, integration } = context;
  const at = { integrationId: integration.id, collection };
  const [[first, wanted] = ["id", undefined], ...rest] = Object.entries(key);
  const known = context
    .view(collection)
    .withValue(first, wanted)
    .find((record) => rest.every(([field, value]) => record[field] === value));
  if (known) change.patch({ ...at, id: known.id }, values);
  else
    change.insert({ ...at, remoteId: change.newRemoteId(integration.id, collection) }, { ...key, ...values });
}
