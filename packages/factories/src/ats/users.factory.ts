import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Country, emailOf, personName } from "../people.ts";
import { deleted } from "./deleted.ts";
import { atsRoleFactory } from "./roles.factory.ts";

/** What a user is made from. */
export interface AtsUserInputs {
  readonly country: Country;
  readonly tool: string;
  /** Where the company has its addresses. */
  readonly host: string;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

const inputs: AtsUserInputs = {
  country: "DE",
  tool: "greenhouse",
  host: "company.example.com",
  date: "2026-01-15",
};

/** Builds somebody with an account in the tool: an administrator who can use it, unless told. */
export const atsUserFactory = defineFactory("AtsUser")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    first_name: (context) => personName(context, context.input.country).firstName,
    last_name: (context) => personName(context, context.input.country).lastName,
    email: ({ get, input }) => emailOf(get("first_name") ?? "", get("last_name") ?? "", input.host),
    status: (): Entity<"AtsUser">["status"] => "ACTIVE",
    system_roles: ({ key, seed, input: { tool, date } }) => {
      const role = atsRoleFactory.seed(seed).key(`${key}/system_roles/1`).input({ tool, date }).with("admin");
      const { remote_id, remote_label, scope, unified_type } = role.build();
      return [{ remote_id, remote_label, scope, unified_type }];
    },
    remote_data: () => null,
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 12, maxDays: 700 }),
    remote_deleted_at: () => null,
  },
  traits: {
    inactive: { values: { status: "INACTIVE" } },
    withoutEmail: { values: { email: null } },
    withoutSystemRoles: { values: { system_roles: [] } },
    deleted,
  },
});
