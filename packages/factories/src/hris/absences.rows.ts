import type { Choices } from "../choices.ts";
import { type Rows, rowsOfEach } from "../worlds/growing-rows.ts";
import type { Layer } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { futureSlots, pastSlots } from "./absence-plan.ts";
import { type AbsenceRowKind, absenceIn } from "./absence-row.ts";
import { castAbsences } from "./absences.cast-rows.ts";
import { edgeAbsences } from "./absences.edge-rows.ts";
import { isLive } from "./live-rows.ts";
import { hasLeft, isOnLeave, isToCome, mayBeNew, staysShortly } from "./working-employees.ts";

/** The rows of the absences of one layer's employees. */
export function absenceRows(source: RowSource): Rows {
  if (source.category !== "HRIS" || source.layer === "base") return [];
  const own = rowsOfEach(source.eachAdded("hris.employees"), (employee) =>
    isLive(employee) ? (castAbsences(employee) ?? absencesOf(employee, source)) : [],
  );
  return source.layer === "edge" ? [...own, ...edgeAbsences(source)] : own;
}

function absencesOf(employee: SkeletonRow, source: RowSource): readonly SkeletonRow[] {
  if (isOnLeave(employee)) return [runningAbsence(employee, source)];
  if (isToCome(employee) || staysShortly(employee)) return [];
  const slots = [...(mayBeNew(employee) ? [] : pastSlots), ...(hasLeft(employee) ? [] : futureSlots)];
  return slots.flatMap((slot) => {
    const choices = source.choices(`absences/${employee.remoteId}-${slot}`);
    const isAhead = slot > pastSlots.length;
    return choices.at("taken").chance(isAhead ? 0.25 : 0.3)
      ? [absenceIn(employee, slot, kindOf(choices, isAhead, source.layer))]
      : [];
  });
}

/** The row of an absence that lasts over the world's date. */
function runningAbsence(employee: SkeletonRow, { choices }: RowSource): SkeletonRow {
  const isTold = employee.cast === "onLeave";
  const isParent = isTold || choices(`absences/${employee.remoteId}-leave`).chance(0.7);
  return absenceIn(employee, "leave", {
    type: isParent ? "1004" : "1002",
    traits: isParent ? ["running"] : ["sick", "running"],
    ...(isTold ? { cast: "runningAbsence" } : {}),
  });
}

const demoTypes = ["20001", "20002", "20003", "20004"] as const;

function kindOf(choices: Choices, isAhead: boolean, layer: Layer): AbsenceRowKind {
  const share = choices.at("share").integer(1, 100);
  // Nobody plans to be ill.
  if (isAhead) {
    const isOpen = choices.at("open").chance(0.4);
    return { type: share <= 85 ? "1001" : "1003", traits: isOpen ? ["requested"] : [] };
  }
  if (share <= 30) return { type: "1002", traits: ["sick"] };
  if (share <= 42) return { type: "1003", traits: [] };
  if (share <= 48) return { type: "1005", traits: [] };
  if (share <= 56 && layer === "demo") return { type: choices.at("rare").pick(demoTypes), traits: [] };
  return { type: "1001", traits: [] };
}
