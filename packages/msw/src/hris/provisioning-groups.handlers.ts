import type { Body } from "@kombo-mock/openapi";
import { createLink } from "../general/links.ts";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { fieldsOf, join } from "../request/join.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import { isPresent } from "../state/presence.ts";

type Field = NonNullable<
  Body<"POST /hris/provisioning-groups/{group_id}/diff">["options"]["employee_fields"]
>[number];

/** Compares the users of another system with the employees that should have an account there, by e-mail address. */
export const diffProvisioning = action("POST /hris/provisioning-groups/{group_id}/diff", (context) => {
  const { body, path } = context;
  refuseOtherGroup(path.group_id);
  const fields = body.options.employee_fields;
  const employees = presentEmployees(context);
  const byEmail = new Map(
    employees.flatMap((one) => (one.email === null ? [] : [[one.email.toLowerCase(), one]])),
  );
  const provisioned = new Set(body.provisioned_users.map(({ email }) => email.toLowerCase()));
  const matched = body.provisioned_users.map((user) => ({
    user,
    match: byEmail.get(user.email.toLowerCase()),
  }));
  return {
    users: {
      to_provision: employees
        .filter(({ email }) => email === null || !provisioned.has(email.toLowerCase()))
        .map(({ email, shown }) => ({ email, employee: pick(shown, fields) })),
      to_deprovision: matched.filter(({ match }) => !match).map(({ user }) => user),
      already_provisioned: matched.flatMap(({ user, match }) =>
        match ? [{ ...user, employee: pick(match.shown, fields) }] : [],
      ),
    },
  };
});

/** Makes a link to the page on which the customer chooses who gets an account. */
export const createProvisioningSetupLink = action(
  "POST /hris/provisioning-groups/{group_id}/setup-links",
  (context) => {
    const { body, path, integration, now } = context;
    refuseOtherGroup(path.group_id);
    const { link } = createLink(context, {
      kind: "setup",
      integrationId: integration.id,
      category: integration.inputs.category,
      tool: integration.inputs.tool,
      setupSteps: ["filtering"],
      scopeConfigId: null,
      language: body.language ?? "en",
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

/** The employees who are still there, as far as they are synced. */
function presentEmployees(context: RequestContext) {
  const view = context.view("hris.employees");
  return [...view.from(0)].flatMap(({ record }) => {
    const shown = join(record, view, shownFields, context);
    const { work_email, employment_status } = shown;
    const isGone = !isPresent(record) || employment_status === "INACTIVE";
    return isGone ? [] : [{ email: typeof work_email === "string" ? work_email : null, shown }];
  });
}

const shownFields = {
  ...fieldsOf("HrisProvisioningEmployee"),
  work_email: { nullable: true },
  employment_status: { nullable: true },
};

function pick(shown: Readonly<Record<string, unknown>>, fields: readonly Field[]) {
  // Joined by the entity's own fields, whose keys these are.
  return Object.fromEntries(fields.map((field) => [field, shown[field]])) as never;
}
