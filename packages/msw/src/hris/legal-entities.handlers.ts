import { list } from "../request/behaviours.ts";
import { contains } from "../request/filters.ts";

/** The companies that employ people. */
export const listLegalEntities = list("GET /hris/legal-entities", {
  filters: { name_contains: contains("name") },
});
