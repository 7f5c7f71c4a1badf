import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import { isPresent } from "../state/presence.ts";
import { jobsOf, pushes, stateOf } from "./datev-data-pushes.states.ts";

/** A line of a file, and the month that it belongs to, `yyyy-MM`. */
export interface PushedRow {
  readonly month: string;
  readonly row: string;
}

/** What is prepared for the payroll of a month: a line for each payment. */
export function preparedRows(context: RequestContext, month: string): PushedRow[] {
  const prepared = context
    .view("custom.datev-payroll-preparations")
    .withValue("payroll_month", `${month}-01`);
  return prepared.flatMap((record) => {
    const number = personnelNumber(context, record);
    // The record holds what a valid request gave.
    const { hourly_payments, fixed_payments, custom_lodas } = record as Partial<
      Entity<"DatevPreparePayrollRequest">
    >;
    const lines = [
      ...(hourly_payments ?? []).map(({ hours, lohnart }) => [lohnart, 1, decimal(hours)]),
      ...(fixed_payments ?? []).map(({ amount, lohnart }) => [lohnart, 2, decimal(amount)]),
      ...(custom_lodas ?? []).map(({ amount, lohnart, bearbeitungsschluessel }) => [
        ...[lohnart, bearbeitungsschluessel, decimal(amount)],
      ]),
    ];
    return lines.map((line) => ({ month, row: [number, ...line].join(";") }));
  });
}

/** What was written since the world began and is in no file that could be sent. */
export function unsentRows(context: RequestContext): PushedRow[] {
  const sent = new Set(
    [...context.view(pushes).from(0)].flatMap(({ record }) => {
      const isSent = jobsOf(context, record).every((job) => stateOf(context, job, record) !== "FAILED");
      return isSent && record["type"] === "GENERAL" && Array.isArray(record["rows"]) ? record["rows"] : [];
    }),
  );
  const all = [...employeeRows(context), ...compensationRows(context), ...absenceRows(context)];
  return all.filter(({ month, row }) => !sent.has(`${month};${row}`));
}

function employeeRows(context: RequestContext): PushedRow[] {
  return written(context, "hris.employees").map((record) => {
    const { first_name, last_name, start_date } = record;
    const row = [record["remote_id"], last_name, first_name, dayOf(start_date)].map(text).join(";");
    return { month: isoString(context.now).slice(0, 7), row };
  });
}

function compensationRows(context: RequestContext): PushedRow[] {
  return [...context.view("custom.datev-compensations").from(0)].flatMap(({ record }) => {
    const number = personnelNumber(context, record);
    // The record holds what a valid request gave.
    const { effective_date, compensations } = record as Partial<Entity<"DatevSetCompensationsRequest">>;
    const day = String(effective_date ?? "");
    return (compensations ?? []).map(({ amount, currency, period, lohnart }) => ({
      month: day.slice(0, 7),
      row: [number, day, decimal(amount), currency, period, lohnart ?? ""].join(";"),
    }));
  });
}

function absenceRows(context: RequestContext): PushedRow[] {
  return written(context, "hris.absences").map((record) => {
    const { start_date, end_date, status, type_id } = record;
    const type = context.view("hris.absence-types").get(String(type_id))?.["name"];
    const number = personnelNumber(context, record);
    const row = [number, dayOf(start_date), dayOf(end_date), type, status].map(text).join(";");
    return { month: dayOf(start_date).slice(0, 7), row };
  });
}

/** The records of a collection that differ from the world's. */
function written({ recipes, view }: RequestContext, collection: string): StoredRecord[] {
  if (!recipes.has(collection)) return [];
  const { changedNumbers, at } = view(collection);
  return [...changedNumbers]
    .sort((a, b) => a - b)
    .flatMap((number) => at(number) ?? [])
    .filter(isPresent);
}

function personnelNumber({ view }: RequestContext, { employee_id }: StoredRecord): string {
  return text(view("hris.employees").get(String(employee_id))?.["remote_id"]);
}

/** A number as German programs write it. */
function decimal(value: number): string {
  return String(value).replace(".", ",");
}

function dayOf(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 10) : "";
}

/** A value without what would end its column or line. */
function text(value: unknown): string {
  return typeof value === "string" ? value.replaceAll(/[;\r\n]/g, " ") : "";
}
