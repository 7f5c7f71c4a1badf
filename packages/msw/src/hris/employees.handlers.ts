import { list } from "../request/behaviours.ts";
import { equals, linksTo, oneOf, oneOfIgnoringCase } from "../request/filters.ts";
import { hasCustomField } from "./employees.custom-fields.ts";

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
