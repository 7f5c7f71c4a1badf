import { KomboError } from "../request/kombo-error.ts";
import { detailsOf } from "../state/partition.ts";
import type { IntegrationState } from "../state/root.ts";

/** Fails when a scope, an opt-out or a coverage names a model, action or field that the integration does not list. */
export function assertDatapoints(
  integration: IntegrationState,
  seed: number,
  given: Readonly<Record<string, readonly string[]>>,
): void {
  const { read_models, write_actions } = detailsOf(integration, seed);
  const listed = [...read_models, ...write_actions];
  for (const [location, ids] of Object.entries(given)) {
    for (const id of ids) {
      const [parentId = "", field] = id.split(".");
      const parent = listed.find((one) => one.id === parentId);
      const names = parent ? parent.fields.map((one) => one.id) : listed.map((one) => one.id);
      if (parent && (field === undefined || names.includes(field))) continue;
      const what = parent
        ? `"${parentId}" has no field "${field}"`
        : `"${parentId}" is no model or action of ${integration.inputs.category}`;
      throw new KomboError("PLATFORM.INPUT_INVALID", `${location}: ${what}. There are ${names.join(", ")}.`);
    }
  }
}
