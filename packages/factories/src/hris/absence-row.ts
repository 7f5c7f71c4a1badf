import type { SkeletonRow } from "../worlds/skeleton.ts";

/** What kind of absence a row is of. */
export interface AbsenceRowKind {
  /** The id of its type in the tool. */
  readonly type: string;
  readonly traits: readonly string[];
  readonly cast?: string;
}

/** The row of an absence in a slot. Whoever manages the employee answers for it, where somebody has to. */
export function absenceIn(
  employee: SkeletonRow,
  slot: number | string,
  { type, traits, cast }: AbsenceRowKind,
): SkeletonRow {
  const isAnswered = !traits.includes("requested") && !traits.includes("sick");
  return {
    remoteId: `${employee.remoteId}-${slot}`,
    relations: {
      employee_id: employee.remoteId,
      type_id: type,
      approver_id: isAnswered ? (employee.relations?.["manager_id"] ?? null) : null,
    },
    traits,
    ...(cast === undefined ? {} : { cast }),
  };
}
