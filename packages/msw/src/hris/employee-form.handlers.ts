import type { Body } from "@kombo-mock/openapi";
import { action } from "../request/behaviours.ts";
import type { Context, RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord } from "../request/live-record.ts";
import { blankRecord } from "../request/records.ts";
import { formProperties, presentOptions, referencedOptions } from "./employee-form.fields.ts";
import { checkFormValues, unifiedValues } from "./employee-form.values.ts";
import { employeeValues, readableEmail, refuseKnownEmployee, statusAt } from "./employees.input.ts";

const employees = "hris.employees";

/** What the connected tool asks for when an employee is created. */
export const getEmployeeForm = {
  ...action("GET /hris/employees/form", (context) => {
    refuseClosed(context, context.query.staffing_entity_id, "query.staffing_entity_id");
    return { properties: { ...formProperties(context) } };
  }),
  linked: listFormOptions,
};

/** Creates an employee from the form; some tools make a pre-hire first. */
export const createEmployeeWithForm = action("POST /hris/employees/form", (context) => {
  const { body, change, integration } = context;
  refuseClosed(context, body.staffing_entity_id, "body.staffing_entity_id");
  const values = employeeOf(context);
  refuseKnownEmployee(context, values);
  const prehire = makesPrehire(context);
  const remoteId = change.newRemoteId(integration.id, employees);
  const id = change.insert(
    {
      integrationId: integration.id,
      collection: employees,
      remoteId,
      visible: prehire ? "after-sync" : "now",
    },
    blankRecord(context, employees, {
      group_links: [],
      ...values,
      remote_id: remoteId,
      display_full_name: `${String(values["first_name"])} ${String(values["last_name"])}`,
      employment_status: statusAt(context.now, values),
    }),
  );
  if (prehire) return { id: null, remote_id: null, prehire: { remote_id: `prehire-${remoteId}` } };
  return { id, remote_id: remoteId, prehire: { remote_id: null } };
});

/** The options of a select that the form only links to. */
function listFormOptions(context: Pick<RequestContext, "view">, key: string) {
  const collection = Object.hasOwn(referencedOptions, key) ? referencedOptions[key] : undefined;
  return collection === undefined ? undefined : presentOptions(context.view(collection).from(0));
}

/** The new employee's values: those that the API knows, whatever the form calls them. */
function employeeOf(context: Context<"POST /hris/employees/form">): Readonly<Record<string, unknown>> {
  const properties = formProperties(context);
  const given = context.body.properties as Readonly<Record<string, unknown>>;
  const optionsOf: Parameters<typeof unifiedValues>[2] = (key, { options }) =>
    options.type === "inline" ? options.entries : (listFormOptions(context, key) ?? []);
  const faults: string[] = [];
  checkFormValues(properties, given, {
    at: "body.properties",
    optionsOf,
    fault: (at, text) => faults.push(`${at} ${text}`),
  });
  if (faults.length > 0) throw new KomboError("PLATFORM.INPUT_INVALID", faults.join(" "));

  const {
    private_email,
    yearly_salary: _,
    home_phone_number: __,
    ...unified
  } = unifiedValues(properties, given, optionsOf);
  const address = Object.entries(unified).filter(([key]) => key.startsWith("home_address."));
  const own = Object.entries(unified).filter(([key]) => !key.startsWith("home_address."));
  const body = {
    ...Object.fromEntries(own),
    ...(address.length === 0
      ? {}
      : { home_address: Object.fromEntries(address.map(([key, value]) => [key.split(".")[1], value])) }),
    // The form was checked, so its values have the types that the unified keys have.
  } as Partial<Body<"POST /hris/employees">>;
  return {
    ...employeeValues(context, body),
    ...(private_email === undefined ? {} : { personal_email: readableEmail(String(private_email)) }),
    ...(given["weekly_hours"] === undefined ? {} : { weekly_hours: given["weekly_hours"] }),
  };
}

const prehireTools = new Set(["workday", "successfactors", "adpworkforcenow", "adp"]);

function makesPrehire({ assume, integration }: RequestContext): boolean {
  const which = assume("prehires");
  return which === "all" || (which === "some" && prehireTools.has(integration.inputs.tool));
}

/** Nobody can be hired for a staffing entity that is closed. Its own code came with newer SDKs, which older ones cannot read. */
function refuseClosed(context: RequestContext, given: string | undefined, location: string): void {
  if (given === undefined) return;
  const entity = findLiveRecord(context, { collection: "hris.staffing-entities", given, location });
  if (entity["status"] !== "CLOSED" && entity["status"] !== "FILLED") return;
  throw new KomboError(
    context.emit === "newest" ? "HRIS.STAFFING_ENTITY_CLOSED" : "REMOTE.INPUT_INVALID",
    `${location}: "${String(entity["name"] ?? entity.id)}" is ${entity["status"]} and takes nobody.`,
  );
}
