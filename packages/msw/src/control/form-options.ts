import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { IntegrationState } from "../state/root.ts";

/** The options of a select of which the form of employees has nothing but a link. */
export function listFormOptions(
  integration: IntegrationState,
  key: string,
  { behaviours, partitions }: Machinery,
): readonly object[] {
  const view = (collection: string) => viewCollection(integration, collection, partitions);
  const found = behaviours.get("GET /hris/employees/form")?.linked?.({ view }, key);
  if (found) return found;
  throw new KomboError(
    null,
    `The form of "${integration.id}" links to no options of "${key}". GET /hris/employees/form holds the links.`,
    { status: 404 },
  );
}
