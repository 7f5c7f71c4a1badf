import { defineCollection } from "../worlds/collection.ts";
import { type LayerCounts, serialIds } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { hrisLocationFactory } from "./locations.factory.ts";
import { siteCountry } from "./sites.ts";

const counts: LayerCounts = { large: 10 };

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "headquarters", traits: ["headquarters"] },
  { remoteId: "1002" },
  { remoteId: "1003", cast: "locationWithoutAddress", traits: ["withoutAddress"] },
];

const demo: readonly SkeletonRow[] = [
  { remoteId: "20001" },
  { remoteId: "20002" },
  { remoteId: "20003", traits: ["warehouse"] },
  { remoteId: "20004" },
];

const edge: readonly SkeletonRow[] = [
  { remoteId: "30001", bare: true, values: { remote_id: null } },
  {
    remoteId: "30002",
    traits: ["deleted"],
    values: { name: "Zürich–Łódź 🏔️ „Außenstelle“", type: "Büro (angemietet)" },
  },
];

const rowsByLayer: Partial<Record<RowSource["layer"], readonly SkeletonRow[]>> = { small, demo, edge };

/** The places at which people work. */
export const hrisLocations = defineCollection({
  name: "hris.locations",
  model: "hris_locations",
  factory: hrisLocationFactory,
  relations: { employees: many("hris.employees", "work_location_id") },
  rows: ({ layer, category }) =>
    category === "HRIS"
      ? (rowsByLayer[layer] ?? serialIds(layer, counts).map((remoteId) => ({ remoteId })))
      : [],
  inputs: ({ remoteId }, { date, country }) => ({ date, country: siteCountry(remoteId, country) }),
});
