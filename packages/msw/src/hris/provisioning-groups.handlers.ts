import type { StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import type { Body } from "@kombo-mock/openapi";
import { createLink } from "../general/links.ts";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";

type Field = NonNullable<Body<"POST /hris/provisioning-groups/{group_id}/diff">["options"]["employee_fields"]>[number];

/** Compares the users of another system with the employees that should have an account there, by e-mail address. */
export const diffProvisioning = action("POST /hris/provisioning-groups/{group_id}/diff", (context) => {
  const { body, path } = context;
  refuseOtherGroup(path.group_id);
  const fields = body.options.employee_fields ?? [];
  const employees = [...context.view("hris.employees").from(0)]
    .map(({ record }) => record)
    .filter((record) => (record["remote_deleted_at"] ?? null) === null && record["employment_status"] !== "INACTIVE");
  const byEmail = new Map(
    employees.flatMap((one) => {
      const email = one["work_email"];
      return typeof email === "string" ? [[email.toLowerCase(), one] as const] : [];
    }),
  );
  const wanted = new Set(body.provisioned_users.map(({ email }) => email.toLowerCase()));
  const matched = body.provisioned_users.map((user) => ({ user, employee: byEmail.get(user.email.toLowerCase()) }));
  return {
    users: {
      to_provision: employees
        .filter((one) => !wanted.has(String(one["work_email"]).toLowerCase()))
        .map((one) => ({ email: (one["work_email"] ?? null) as string | null, employee: pick(one, fields, context) })),
      to_deprovision: matched.filter(({ employee }) => !employee).map(({ user }) => user),
      already_provisioned: matched.flatMap(({ user, employee }) =>
        employee ? [{ ...user, employee: pick(employee, fields, context) }] : [],
      ),
    },
  };
});

/** Makes a link to the page on which the customer chooses who gets an account. */
export const createProvisioningSetupLink = action(
  "POST /hris/provisioning-groups/{group_id}/setup-links",
  (context) => {
    const { path, integration, now } = context;
    refuseOtherGroup(path.group_id);
    const { link } = createLink(context, {
      kind: "setup",
      integrationId: integration.id,
      category: integration.inputs.category,
      tool: integration.inputs.tool,
      setupSteps: ["filtering"],
      scopeConfigId: null,
      language: "en",
      linkType: "EMBEDDED",
    });
    return { url: link, expires_at: isoString(now + hour) };
  },
);

const hour = 3_600_000;

function refuseOtherGroup(groupId: string): void {
  if (groupId === "default") return;
  throw new KomboError("PLATFORM.INPUT_INVALID", `path.group_id: there is only "default", not "${groupId}".`);
}

function pick(employee: StoredRecord, fields: readonly Field[], { view }: Pick<RequestContext, "view">) {
  const shown: Record<string, unknown> = {};
  for (const field of fields) {
    shown[field] = field === "groups" ? groupsOf(employee, view) : (employee[field] ?? null);
  }
  return shown as never;
}

function groupsOf(employee: StoredRecord, view: RequestContext["view"]): object[] {
  return ((employee["group_links"] ?? []) as readonly StoredLink[]).flatMap(({ id }) => {
    const group = view("hris.groups").get(id);
    return group ? [{ id: group.id, name: group["name"], remote_id: group["remote_id"] }] : [];
  });
}
