import { list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";

/** Jobs, positions and requisitions that people are hired for. */
export const listStaffingEntities = list("GET /hris/staffing-entities", {
  filters: { model_types: oneOf("model_type"), statuses: oneOf("status") },
});
