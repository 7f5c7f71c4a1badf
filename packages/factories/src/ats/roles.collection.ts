import { defineCollection } from "../worlds/collection.ts";
import type { Layer } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import type { RoleKind } from "./role-kinds.ts";
import { atsRoleFactory } from "./roles.factory.ts";

/** The ids in the tool of the roles that the small world's people have. */
export const smallRoleIds = {
  hiringManager: "1001",
  recruiter: "1002",
  coordinator: "1003",
  interviewer: "1004",
  sourcer: "1005",
  admin: "1006",
  recruitingUser: "1007",
  limitedUser: "1008",
} as const satisfies Partial<Record<RoleKind, string>>;

const kindOf = new Map<string, RoleKind>([
  // The table above has a kind for each of its ids.
  ...(Object.entries(smallRoleIds) as [RoleKind, string][]).map(([kind, id]) => [id, kind] as const),
  ["20001", "approver"],
  ["20002", "complianceUser"],
  ["30004", "admin"],
]);

const casts: Readonly<Record<string, string>> = {
  [smallRoleIds.recruiter]: "jobRole",
  [smallRoleIds.admin]: "systemRole",
};

const layers: Partial<Readonly<Record<Layer, (source: RowSource) => readonly SkeletonRow[]>>> = {
  small: () =>
    Object.values(smallRoleIds).map((remoteId) =>
      casts[remoteId] ? { remoteId, cast: casts[remoteId] } : { remoteId },
    ),
  demo: () => [{ remoteId: "20001" }, { remoteId: "20002" }],
  edge: (source) => [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", traits: ["deleted"] },
    erasedRow("ats.roles", "30003", source),
    { remoteId: "30004", values: { remote_label: "مسؤول التوظيف 👑 – Super-Administrator:in" } },
    // Two roles of one name, as tools allow them.
    { remoteId: "30005", values: { remote_label: "Recruiter", remote_id: null } },
    { remoteId: "30006", values: { remote_label: "Recruiter" } },
  ],
};

/** The roles that the tool knows, on single jobs and in the whole tool. */
export const atsRoles = defineCollection({
  name: "ats.roles",
  model: "ats_roles",
  factory: atsRoleFactory,
  rows: (source) => (source.category === "ATS" ? (layers[source.layer]?.(source) ?? []) : []),
  inputs: ({ remoteId }, { date, tool }) => ({ date, tool, kind: kindOf.get(remoteId) ?? "recruiter" }),
});
