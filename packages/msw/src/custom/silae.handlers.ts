import { defineWrittenCollection } from "@kombo-mock/factories/worlds";
import { action } from "../request/behaviours.ts";
import { isoString } from "../state/clock.ts";
import { dayOf } from "./calendar.ts";
import { liveEmployeeAt } from "./employees.ts";
import { refuseUnlike } from "./input-rules.ts";

const collection = "custom.silae-payroll-supplements";

/** Supplements that were written into payrolls. */
export const silaePayrollSupplements = defineWrittenCollection({
  name: collection,
  fields: ["supplement_code", "effective_date", "element_amount", "element_string", "created_at"],
  references: { employee_id: "hris.employees" },
});

/** Writes a supplement into an employee's payroll. It cannot be read back through the API; the control calls show it. */
export const addPayrollSupplement = action(
  "POST /custom/silae/employees/{employee_id}/payroll-supplements",
  (context) => {
    const { body, change, integration, now } = context;
    const { id } = liveEmployeeAt(context, "path.employee_id");
    const { supplement_code, element_amount = null, element_string = null } = body;
    const given = [element_amount, element_string].filter((value) => value !== null).length;
    refuseUnlike(
      context,
      given === 1,
      `body needs exactly one of element_amount and element_string, but has ${given === 0 ? "none" : "both"}.`,
    );
    refuseUnlike(context, supplement_code !== "", "body.supplement_code is empty; it is a code of Silae's.");
    change.insert(
      {
        integrationId: integration.id,
        collection,
        remoteId: change.newRemoteId(integration.id, collection),
      },
      {
        ...{ employee_id: id, supplement_code, element_amount, element_string },
        effective_date: dayOf(body.effective_date, "body.effective_date"),
        created_at: isoString(now),
      },
    );
    return {};
  },
);
