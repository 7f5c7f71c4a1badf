import { defineCollection } from "../worlds/collection.ts";
import type { Layer } from "../worlds/layers.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { hrisEmployeeDocumentCategoryFactory } from "./employee-document-categories.factory.ts";
import { erasedStamps } from "./record-instants.ts";

const named = (remoteId: string, name: string): SkeletonRow => ({ remoteId, values: { name } });

const rowsOf: Partial<Readonly<Record<Layer, (date: string) => readonly SkeletonRow[]>>> = {
  small: () => [
    { ...named("1001", "Contracts"), cast: "documentCategory" },
    named("1002", "Certificates"),
    named("1003", "Payslips"),
    named("1004", "Identity documents"),
  ],
  demo: () => [
    named("20001", "Sick notes"),
    named("20002", "Letters of reference"),
    named("20003", "Training records"),
    named("20004", "Visas and permits"),
  ],
  edge: (date) => [
    { remoteId: "30001", bare: true, values: { remote_id: null } },
    named("30002", "Führungszeugnisse & Unbedenklichkeitsbescheinigungen"),
    named("30003", "مستندات الموظف 📄"),
    // The name that another one has already.
    named("30004", "Contracts"),
    { ...named("30005", "Old folder, do not use"), traits: ["deleted"] },
    { remoteId: "30006", bare: true, values: erasedStamps(date) },
  ],
};

/** The categories into which employees' documents are put. */
export const hrisEmployeeDocumentCategories = defineCollection({
  name: "hris.employee-document-categories",
  model: "hris_employee_document_categories",
  factory: hrisEmployeeDocumentCategoryFactory,
  rows: ({ layer, category, date }) => (category === "HRIS" ? (rowsOf[layer]?.(date) ?? []) : []),
  inputs: (_, { date }) => ({ date }),
});
