import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deletedBefore, midnight } from "./record-instants.ts";

/** What a category of documents is made from. */
export interface HrisEmployeeDocumentCategoryInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

const names = [
  ...["Contracts", "Certificates", "Payslips", "Identity documents", "Sick notes", "Letters of reference"],
  ...["Applications", "Training records", "Visas and permits"],
] as const;

const inputs: HrisEmployeeDocumentCategoryInputs = { date: "2026-01-15" };

/** Builds a category into which employees' documents are put. */
export const hrisEmployeeDocumentCategoryFactory = defineFactory("HrisEmployeeDocumentCategory")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ pick }) => pick<string>(names),
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 60, maxDays: 700 }),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    deleted: {
      fields: {
        remote_deleted_at: (context) => deletedBefore(context, context.input.date),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
