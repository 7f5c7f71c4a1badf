import type { Country } from "../people.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { isLive } from "./live-rows.ts";
import { siteCountry } from "./sites.ts";

const hasState = (employee: SkeletonRow, ...states: readonly string[]) =>
  states.some((state) => state === employee.cast || employee.traits?.includes(state));

/** Whether somebody is employed but away. */
export const isOnLeave = (employee: SkeletonRow): boolean => hasState(employee, "onLeave");

/** Whether somebody has left. */
export const hasLeft = (employee: SkeletonRow): boolean => hasState(employee, "leaver");

/** Whether somebody is still to come. */
export const isToCome = (employee: SkeletonRow): boolean => hasState(employee, "newHire");

/** Whether somebody stays for so short a time that there is no room for holidays. */
export const staysShortly = (employee: SkeletonRow): boolean => hasState(employee, "intern");

/** Whether somebody may have come so recently that there is no past to tell of. */
export const mayBeNew = (employee: SkeletonRow): boolean =>
  hasState(employee, "newHire", "intern", "workingStudent", "apprentice");

/** Whether somebody is at work on the world's date: neither gone nor still to come, nor away. */
export const isAtWork = (employee: SkeletonRow): boolean =>
  isLive(employee) && !hasState(employee, "leaver", "newHire", "onLeave");

/** The employees who are at work on the world's date. */
export function workingEmployees(employees: readonly SkeletonRow[]): readonly SkeletonRow[] {
  return employees.filter(isAtWork);
}

/** The country in which the employee with an id in the tool works. */
export function countryOfEmployee(remoteId: string, source: RecordSource): Country {
  const employee = source.rowOf("hris.employees", remoteId);
  return siteCountry(employee?.relations?.["work_location_id"] ?? "", source.country);
}
