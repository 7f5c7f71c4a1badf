import { defineWrittenCollection } from "../worlds/collection.ts";
import type { RowSource } from "../worlds/skeleton.ts";
import { hasDatevPast, makeDatevClient } from "./datev-clients.collection.ts";
import { datevFile } from "./datev-file.ts";

interface PlannedPush {
  readonly remoteId: string;
  readonly type: "GENERAL" | "PAYROLL";
  /** How many days before the world's date it was made. */
  readonly days: number;
  /** What became of its file; null where the clock decides. */
  readonly state: "FAILED" | "UPLOADED" | "IMPORTED" | "CORRUPTED" | "DELETED" | "AUTO_DELETED" | null;
  readonly cast?: string;
}

const pushes: readonly PlannedPush[] = [
  { remoteId: "1001", type: "PAYROLL", days: 75, state: "IMPORTED" },
  { remoteId: "1002", type: "PAYROLL", days: 45, state: "IMPORTED", cast: "importedPush" },
  { remoteId: "1003", type: "GENERAL", days: 40, state: "AUTO_DELETED", cast: "autoDeletedPush" },
  { remoteId: "1004", type: "GENERAL", days: 33, state: "DELETED", cast: "deletedPush" },
  { remoteId: "1005", type: "PAYROLL", days: 17, state: "CORRUPTED", cast: "corruptedPush" },
  { remoteId: "1006", type: "PAYROLL", days: 16, state: "FAILED", cast: "failedPush" },
  { remoteId: "1007", type: "PAYROLL", days: 15, state: null },
  { remoteId: "1008", type: "GENERAL", days: 1, state: "UPLOADED", cast: "uploadedPush" },
];

/** The calls of the two push operations. */
export const datevPushes = defineWrittenCollection({
  name: "custom.datev-pushes",
  fields: ["type", "created_at", "payroll_month", "rows"],
  references: {},
  kinds: {
    type: { is: ["GENERAL", "PAYROLL"], nullable: true },
    created_at: { is: "date-time", nullable: true },
    payroll_month: { is: "date", nullable: true },
    rows: { is: "string", list: true, nullable: true },
  },
  rows: (source) =>
    rowsOf(source, ({ remoteId, type, month, created_at, cast, rows }) => ({
      remoteId,
      ...(cast && { cast }),
      values: { type, created_at, payroll_month: type === "PAYROLL" ? `${month}-01` : null, rows },
    })),
});

/** The files of pushes. A state that is null follows the clock: uploaded, and imported some time later. */
export const datevUploadJobs = defineWrittenCollection({
  name: "custom.datev-upload-jobs",
  fields: ["file_name", "file", "state"],
  references: { push_id: "custom.datev-pushes" },
  kinds: {
    file_name: { is: "string", nullable: true },
    file: { is: "string", nullable: true },
    state: {
      is: ["FAILED", "UPLOADED", "IMPORTED", "CORRUPTED", "DELETED", "AUTO_DELETED"],
      nullable: true,
    },
  },
  rows: (source) =>
    rowsOf(source, ({ remoteId, type, month, state, rows }) => ({
      remoteId: `${remoteId}-1`,
      relations: { push_id: remoteId },
      values: {
        file_name: `${type.toLowerCase()}-${month}.txt`,
        file: datevFile(makeDatevClient(source), month, rows),
        state,
      },
    })),
});

interface MadePush extends PlannedPush {
  readonly created_at: string;
  /** `yyyy-MM`. */
  readonly month: string;
  readonly rows: readonly string[];
}

function rowsOf<Row>(source: RowSource, make: (push: MadePush) => Row): Row[] {
  const { layer, date, all } = source;
  if (layer !== "small" || !hasDatevPast(source)) return [];
  const people = all("hris.employees").slice(0, 3);
  return pushes.map((push) => {
    const { type, days } = push;
    const created_at = new Date(Date.parse(`${date}T09:30:00.000Z`) - days * 86_400_000).toISOString();
    const month = created_at.slice(0, 7);
    const rows = people.map((one, index) =>
      type === "PAYROLL"
        ? `${one.remoteId};200;1;${index + 2},5`
        : `${one.remoteId};${month}-01;3${index}50,00;EUR`,
    );
    return make({ ...push, created_at, month, rows });
  });
}
