import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deleted } from "./deleted.ts";
import { type RoleKind, roleKinds, roleLabels } from "./role-kinds.ts";

/** What a role is made from. */
export interface AtsRoleInputs {
  readonly kind: RoleKind;
  readonly tool: string;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

const inputs: AtsRoleInputs = { kind: "recruiter", tool: "greenhouse", date: "2026-01-15" };

/** Builds a role that the tool knows: recruiter of a job unless told. */
export const atsRoleFactory = defineFactory("AtsRole")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    remote_label: ({ input, pick }) => pick(roleLabels(input.kind, input.tool)),
    scope: ({ input }) => roleKinds[input.kind].scope,
    unified_type: ({ input }) => roleKinds[input.kind].type,
    remote_data: () => null,
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 60, maxDays: 700 }),
    remote_deleted_at: () => null,
  },
  traits: {
    hiringManager: { input: { kind: "hiringManager" } },
    interviewer: { input: { kind: "interviewer" } },
    admin: { input: { kind: "admin" } },
    unmapped: { input: { kind: "approver" } },
    deleted,
  },
});
