import type { SkeletonRow } from "../worlds/skeleton.ts";
import { type AbsenceRowKind, absenceIn } from "./absence-row.ts";

type Planned = readonly [slot: number, kind: AbsenceRowKind];

const vacation = (cast: string, ...traits: readonly string[]): AbsenceRowKind => ({
  type: "1001",
  traits,
  cast,
});
const week: AbsenceRowKind = { type: "1001", traits: ["week", "approved"] };

/** The absences of the small company's employees whose absences are told by name, by their ids in the tool. */
const plans: Readonly<Record<string, readonly Planned[]>> = {
  "1008": [
    [4, vacation("approvedAbsence", "approved")],
    [6, vacation("requestedAbsence", "requested")],
  ],
  "1003": [
    [3, vacation("declinedAbsence", "declined")],
    [5, vacation("halfDayAbsence", "halfDay", "approved")],
  ],
  "1004": [
    [2, { type: "1002", traits: ["sick"] }],
    [5, { type: "1003", traits: ["approved"], cast: "absenceInHours" }],
  ],
  "1006": [
    [3, vacation("unmappedAbsenceStatus", "unmapped")],
    [5, vacation("deletedAbsence", "approved", "deleted")],
  ],
  // A week off in every slot, so that whatever the date is, some of this year's holidays are taken.
  "1005": [1, 2, 3, 4, 5, 6, 7, 8].map((slot): Planned => [slot, week]),
};

/** The rows of an employee's absences where they are told by name; undefined for everybody else. */
export function castAbsences(employee: SkeletonRow): readonly SkeletonRow[] | undefined {
  return plans[employee.remoteId]?.map(([slot, kind]) => absenceIn(employee, slot, kind));
}
