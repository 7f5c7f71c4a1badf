import { defineCollection } from "../worlds/collection.ts";
import { many } from "../worlds/relations.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { hrisAbsenceTypeFactory, type HrisAbsenceTypeInputs } from "./absence-types.factory.ts";

const kindOf: Readonly<Record<string, HrisAbsenceTypeInputs["kind"]>> = {
  "1001": "vacation",
  "1002": "sick",
  "1003": "hours",
  "1004": "parental",
  "1005": "unpaid",
};

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "vacation" },
  { remoteId: "1002", cast: "sickLeave" },
  { remoteId: "1003", cast: "timeInLieu" },
  { remoteId: "1004" },
  { remoteId: "1005", cast: "absenceTypeWithoutUnit" },
];

/** The kinds of absence that the company grants. */
export const hrisAbsenceTypes = defineCollection({
  name: "hris.absence-types",
  model: "hris_absence_types",
  factory: hrisAbsenceTypeFactory,
  relations: {
    absences: many("hris.absences", "type_id"),
    time_off_balances: many("hris.time-off-balances", "type_id"),
  },
  rows: ({ layer, category }) => (category === "HRIS" && layer === "small" ? small : []),
  inputs: ({ remoteId }, { date }) => ({ date, kind: kindOf[remoteId] ?? "vacation" }),
});
