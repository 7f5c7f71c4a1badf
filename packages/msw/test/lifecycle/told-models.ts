import type { CollectionName, Mock } from "@kombo-mock/msw";
import { expect } from "vitest";
import { fieldOf } from "./office.ts";

/** The models that a life changes, by the collection that shows them. */
const models = {
  "hris.employees": "hris_employees",
  "hris.groups": "hris_teams",
  "hris.locations": "hris_locations",
  "hris.legal-entities": "hris_legal_entities",
  "hris.absences": "hris_absences",
  "hris.absence-types": "hris_absence_types",
  "hris.time-off-balances": "hris_time_off_balances",
} as const satisfies Partial<Record<CollectionName, string>>;

const collections = Object.keys(models) as (keyof typeof models)[];

/** Which records each model has, and when each changed; null for an integration that is gone. */
type Stamps = ReadonlyMap<string, string> | null;

/** Reads the stamps of an integration. */
export async function stampsOf(mock: Mock, integrationId: string): Promise<Stamps> {
  if (!(await mock.integrations.list()).some(({ id }) => id === integrationId)) return null;
  const stamps = new Map<string, string>();
  for (const name of collections) {
    const rows: readonly object[] = await mock.find(name, {}, { integration_id: integrationId });
    stamps.set(
      models[name],
      rows.map((row) => `${fieldOf(row, "id")} ${fieldOf(row, "changed_at")}`).join("\n"),
    );
  }
  return stamps;
}

/** The models whose records changed between two looks. */
export function changedBetween(before: Stamps, after: Stamps): string[] {
  if (before === null || after === null) return [];
  return [...before].flatMap(([model, stamp]) => (after.get(model) === stamp ? [] : [model])).sort();
}

/** The models that `data-changed` events name, each as often as it is named; of others nothing is said here. */
export function toldModels(events: readonly { readonly type: string; readonly data: unknown }[]): string[] {
  const known = new Set<string>(Object.values(models));
  return events
    .filter(({ type }) => type === "data-changed")
    .flatMap(({ data }) => (data as { changed_models: { name: string }[] }).changed_models)
    .flatMap(({ name }) => (known.has(name) ? [name] : []))
    .sort();
}

/** Fails unless each changed model was told, and by one event when it changed at one moment. */
export function assertTold(
  { changed, told }: { readonly changed: readonly string[]; readonly told: readonly string[] },
  { atOnce, all, where }: { readonly atOnce: boolean; readonly all: boolean; readonly where: string },
): void {
  // Time that moves brings several changes of a model, each with an event of its own.
  const names = atOnce ? told : [...new Set(told)];
  // When an integration becomes readable, or other records come into its scope, all of a model is new to the client.
  if (all) expect(names, where).toEqual(expect.arrayContaining([...changed]));
  else expect(names, where).toEqual(changed);
  if (atOnce) expect(new Set(told).size, where).toBe(told.length);
}
