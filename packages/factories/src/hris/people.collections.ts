import { hrisEmployees } from "./employees.collection.ts";
import { hrisEmployments } from "./employments.collection.ts";
import { hrisGroups } from "./groups.collection.ts";
import { hrisLegalEntities } from "./legal-entities.collection.ts";
import { hrisLocations } from "./locations.collection.ts";

/** Employees and what they belong to, each collection after those that its rows are made from. */
export const peopleCollections = [
  hrisLocations,
  hrisLegalEntities,
  hrisGroups,
  hrisEmployees,
  hrisEmployments,
] as const;
