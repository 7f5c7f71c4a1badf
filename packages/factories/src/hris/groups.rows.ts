import type { Department } from "../work.ts";
import { serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { rowWith } from "./live-rows.ts";
import { erasedStamps } from "./record-instants.ts";

/** Departments that the small company has not yet. */
const otherDepartments = [
  "Product",
  "Design",
  "Marketing",
  "Customer Success",
  "Finance",
  "Legal",
  "Operations",
] as const satisfies readonly Department[];

const department = (remoteId: string, name: Department): SkeletonRow => ({
  remoteId,
  values: { name },
  relations: { parent_id: null },
});
const team = (remoteId: string, name: string, parent: string): SkeletonRow => ({
  remoteId,
  traits: ["team"],
  values: { name },
  relations: { parent_id: parent },
});
const costCenter = (remoteId: string, name: string): SkeletonRow => ({
  remoteId,
  traits: ["costCenter"],
  values: { name },
  relations: { parent_id: null },
});

/** The groups of the small company: departments, teams within them, a cost centre, and one of no known type. */
const smallGroups: readonly SkeletonRow[] = [
  { ...department("1001", "Engineering"), cast: "department" },
  department("1002", "Sales"),
  department("1003", "People"),
  { ...team("1004", "Platform", "1001"), cast: "team" },
  { ...team("1005", "Platform Reliability", "1004"), cast: "nestedTeam" },
  team("1006", "Key Accounts", "1002"),
  { ...costCenter("1007", "4100 Product development"), cast: "costCenter" },
  { remoteId: "1008", traits: ["withoutType"], relations: { parent_id: null }, cast: "groupWithoutType" },
];

const demoGroups: readonly SkeletonRow[] = [
  ...otherDepartments.map((name, index) => department(String(20_001 + index), name)),
  team("20008", "Data Engineering", "1001"),
  team("20009", "Mobile Apps", "1001"),
  team("20010", "Support", "20004"),
  team("20011", "Onboarding", "20004"),
  team("20012", "Payroll", "20005"),
  costCenter("20013", "5200 Sales and marketing"),
  costCenter("20014", "9000 Administration"),
];

function edgeGroups(date: string): readonly SkeletonRow[] {
  return [
    { remoteId: "30001", bare: true, relations: { parent_id: null } },
    { remoteId: "30002", bare: true, values: erasedStamps(date), relations: { parent_id: null } },
    {
      ...team("30003", `Größte Einheit für ${"Übergrößen, ".repeat(30)}🎉 und صيانة`, "1005"),
      traits: ["team", "deleted"],
    },
  ];
}

/** Some teams lie below a team of their department, the others below the department itself. */
function largeGroups({ layer, choices }: RowSource): readonly SkeletonRow[] {
  const ids = serialIds(layer, { large: 60 });
  const own = otherDepartments.map((name, index) => department(ids[index] ?? name, name));
  const above = [...smallGroups.filter(isDepartment), ...own].map(({ remoteId }) => remoteId);
  const centers = ["6100 Research", "7300 Facilities", "8200 Travel"];
  const numbered = centers.map((name, index) => costCenter(ids[own.length + index] ?? name, name));
  const below = ids.slice(own.length + numbered.length).map((remoteId): SkeletonRow => {
    const parent = choices(`groups/${remoteId}/parent`).pick(above);
    return { remoteId, traits: ["team"], relations: { parent_id: parent } };
  });
  const nested = below.map((row, index): SkeletonRow => {
    // Only a team that comes earlier can be the parent, so that no two are each other's.
    const earlier = below.slice(0, index).filter((other) => isBelowSame(row, other));
    const at = (decision: string) => choices(`groups/${row.remoteId}/${decision}`);
    if (earlier.length === 0 || !at("is-nested").chance(0.3)) return row;
    const parent = at("team").pick(earlier.map(({ remoteId }) => remoteId));
    return { ...row, relations: { parent_id: parent } };
  });
  return [...own, ...numbered, ...nested];
}

const isDepartment = ({ traits, relations }: SkeletonRow) => !traits && relations?.["parent_id"] === null;
const isBelowSame = (one: SkeletonRow, other: SkeletonRow) =>
  one.relations?.["parent_id"] === other.relations?.["parent_id"];

const rowsByLayer: Readonly<Record<RowSource["layer"], (source: RowSource) => readonly SkeletonRow[]>> = {
  base: () => [],
  small: () => smallGroups,
  demo: () => demoGroups,
  edge: ({ date }) => edgeGroups(date),
  large: largeGroups,
};

/** The groups that a layer adds. */
export function groupRows(source: RowSource): readonly SkeletonRow[] {
  return rowsByLayer[source.layer](source);
}

/** The department that a group is or lies below; null for groups outside of departments. */
export function departmentAbove(groups: readonly SkeletonRow[], remoteId: string): SkeletonRow | null {
  const row = rowWith(groups, remoteId);
  const parent = row?.relations?.["parent_id"];
  if (parent) return departmentAbove(groups, parent);
  return row && !row.bare && isDepartment(row) ? row : null;
}
