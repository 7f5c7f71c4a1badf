import { action } from "../request/behaviours.ts";
import { isoString } from "../state/clock.ts";
import { dayOf, lastDayOf, monthOf } from "./calendar.ts";
import { clientOf } from "./datev-client.ts";
import { liveEmployeeAt } from "./employees.ts";
import { refusePayType, refuseUnlike } from "./input-rules.ts";
import { upsert } from "./upsert.ts";

/** Takes down what an employee is to be paid beside the regular pay; it replaces what was prepared for the month. */
export const preparePayroll = action(
  "PUT /custom/datev/employees/{employee_id}/prepare-payroll",
  (context) => {
    const { id } = liveEmployeeAt(context, "path.employee_id");
    const { payroll_run, hourly_payments, fixed_payments, custom_lodas = [] } = context.body;
    for (const [key, list] of Object.entries({ hourly_payments, fixed_payments, custom_lodas })) {
      for (const [index, { lohnart }] of list.entries())
        refusePayType(context, lohnart, `body.${key}[${index}].lohnart`);
    }
    const { target_system } = clientOf(context);
    refuseUnlike(
      context,
      custom_lodas.length === 0 || target_system === "LODAS",
      `body.custom_lodas: rows for the entry table of LODAS, but the client uses ${target_system}. Leave it out.`,
    );
    const payroll_month = `${monthOf(payroll_run.date, "body.payroll_run.date")}-01`;
    upsert(
      context,
      "custom.datev-payroll-preparations",
      { employee_id: id, payroll_month },
      { hourly_payments, fixed_payments, custom_lodas, updated_at: isoString(context.now) },
    );
    return {};
  },
);

/** Sets the regular pay from a day on; it replaces what was set from the same day on. */
export const setCompensations = action(
  "PUT /custom/datev/employees/{employee_id}/compensations",
  (context) => {
    const { id } = liveEmployeeAt(context, "path.employee_id");
    const effective_date = dayOf(context.body.effective_date, "body.effective_date");
    if (lastDayOf(effective_date.slice(0, 7)) < isoString(context.now).slice(0, 10)) {
      context.warn(
        `body.effective_date: ${effective_date} is in a month whose payroll has run, which DATEV may refuse.`,
      );
    }
    const { compensations } = context.body;
    upsert(
      context,
      "custom.datev-compensations",
      { employee_id: id, effective_date },
      { compensations, updated_at: isoString(context.now) },
    );
    return {};
  },
);
