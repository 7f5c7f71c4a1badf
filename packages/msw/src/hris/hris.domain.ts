import { hrisAbsenceTypes } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/hris";
import type { Domain } from "../domain.ts";
import { listAbsenceTypes } from "./absence-types.handlers.ts";

/** HR systems: employees, their absences, and what else a company knows of its people. */
export const hris = {
  name: "hris",
  behaviours: [listAbsenceTypes],
  requestValidators,
  collections: [hrisAbsenceTypes],
} satisfies Domain;
