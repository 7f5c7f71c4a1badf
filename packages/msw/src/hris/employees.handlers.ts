import { create, list, update } from "../request/behaviours.ts";
import { equals, linksTo, oneOf, oneOfIgnoringCase } from "../request/filters.ts";
import { isoString } from "../state/clock.ts";
import { hasCustomField } from "./employees.custom-fields.ts";
import { employeeValues, refuseKnownEmployee, statusAt } from "./employees.input.ts";

/** The people of the company, with what belongs to each. */
export const listEmployees = list("GET /hris/employees", {
  filters: {
    employment_status: equals("employment_status"),
    employment_statuses: oneOf("employment_status"),
    group_ids: linksTo("group_links"),
    legal_entity_ids: oneOf("legal_entity_id"),
    work_location_ids: oneOf("work_location_id"),
    work_emails: oneOfIgnoringCase("work_email"),
    personal_emails: oneOfIgnoringCase("personal_email"),
    custom_fields: hasCustomField,
  },
});

/** Creates an employee from the inputs that all tools know. */
export const createEmployee = create("POST /hris/employees", (context) => {
  const values = employeeValues(context, context.body);
  refuseKnownEmployee(context, values);
  return {
    group_links: [],
    ...values,
    display_full_name: `${context.body.first_name} ${context.body.last_name}`,
    employment_status: statusAt(context.now, values),
    remote_created_at: isoString(context.now),
  };
});

/** Changes an employee; what is not sent stays. */
export const updateEmployee = update("PATCH /hris/employees/{employee_id}", {
  id: "employee_id",
  remote: true,
  set(context, employee) {
    const values = employeeValues(context, context.body, employee);
    const next = { ...employee, ...values };
    const datesChanged = "start_date" in values || "termination_date" in values;
    const renamed = "first_name" in values || "last_name" in values;
    return {
      ...values,
      ...(renamed ? { display_full_name: `${next["first_name"]} ${next["last_name"]}` } : {}),
      ...(datesChanged ? { employment_status: statusAt(context.now, next) } : {}),
    };
  },
});
