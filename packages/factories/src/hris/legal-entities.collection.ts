import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { type LayerCounts, serialIds } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { hrisLegalEntityFactory } from "./legal-entities.factory.ts";
import { siteCountry } from "./sites.ts";

const counts: LayerCounts = { small: 2, demo: 2, edge: 1, large: 4 };

const special: Readonly<Record<string, Omit<SkeletonRow, "remoteId">>> = {
  "1001": { cast: "legalEntity" },
  "30001": { bare: true, values: { remote_id: null } },
};

/** The legal persons that employ the people: the company itself, and those that belong to it. */
export const hrisLegalEntities = defineCollection({
  name: "hris.legal-entities",
  model: "hris_legal_entities",
  factory: hrisLegalEntityFactory,
  relations: { employees: many("hris.employees", "legal_entity_id") },
  rows: ({ layer, category }) =>
    category === "HRIS"
      ? serialIds(layer, counts).map((remoteId) => ({
          remoteId,
          ...(special[remoteId] ?? { traits: ["subsidiary"] }),
        }))
      : [],
  inputs: ({ remoteId }, { seed, date, country, integrationId }) => ({
    date,
    country: siteCountry(remoteId, country),
    company: companyOf(seed, integrationId, country).name,
  }),
});
