import { defineCollection } from "../worlds/collection.ts";
import type { Layer } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { type AbsenceKind, hrisAbsenceTypeFactory } from "./absence-types.factory.ts";
import { erasedStamps } from "./record-instants.ts";

const kindOf: Readonly<Record<string, AbsenceKind>> = {
  "1001": "vacation",
  "1002": "sick",
  "1003": "hours",
  "1004": "parental",
  "1005": "unpaid",
  "20001": "study",
  "20002": "volunteering",
  "20003": "bereavement",
  "20004": "appointment",
  "30003": "hours",
};

const rowsOf: Partial<Readonly<Record<Layer, (date: string) => readonly SkeletonRow[]>>> = {
  small: () => [
    { remoteId: "1001", cast: "vacation" },
    { remoteId: "1002", cast: "sickLeave" },
    { remoteId: "1003", cast: "timeInLieu" },
    { remoteId: "1004" },
    { remoteId: "1005", cast: "absenceTypeWithoutUnit" },
  ],
  demo: () => ["20001", "20002", "20003", "20004"].map((remoteId) => ({ remoteId })),
  edge: (date) => [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", values: { name: "إجازة سنوية 🌴" } },
    {
      remoteId: "30003",
      values: { name: `Überstundenausgleich ${"nach Betriebsvereinbarung ".repeat(40)}` },
    },
    { remoteId: "30004", traits: ["deleted"] },
    { remoteId: "30005", bare: true, values: erasedStamps(date) },
    // Two types of one name, as after a migration from another tool.
    { remoteId: "30006", values: { name: "Sonderurlaub", half_days_supported: false } },
    { remoteId: "30007", values: { name: "Sonderurlaub", half_days_supported: null } },
  ],
};

/** The kinds of absence that the company grants. */
export const hrisAbsenceTypes = defineCollection({
  name: "hris.absence-types",
  model: "hris_absence_types",
  factory: hrisAbsenceTypeFactory,
  relations: {
    absences: many("hris.absences", "type_id"),
    time_off_balances: many("hris.time-off-balances", "type_id"),
  },
  rows: ({ layer, category, date }) => (category === "HRIS" ? (rowsOf[layer]?.(date) ?? []) : []),
  inputs: ({ remoteId }, { date }) => ({ date, kind: kindOf[remoteId] ?? "vacation" }),
});
