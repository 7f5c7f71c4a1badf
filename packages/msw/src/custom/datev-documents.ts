import { choicesAt, type Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import { isPresent } from "../state/presence.ts";
import { lastDayOf } from "./calendar.ts";
import { clientOf } from "./datev-client.ts";
import { kindOf } from "./datev-document-kinds.ts";
import { needEmployees } from "./employees.ts";

/** Documents that were downloaded or given. */
export const documents = "custom.datev-documents";

/** The documents of a month that the client's consultant has released, in the order of their types. */
export function availableDocuments(
  context: RequestContext,
  month: string,
): Entity<"DatevAvailableDocument">[] {
  needEmployees(context);
  const { documents_granted } = clientOf(context);
  const people = hasRun(context, month) ? paidIn(context, month) : [];
  const given = context.view(documents).withValue("accounting_month", `${month}-01`);
  return documents_granted.flatMap((code): Entity<"DatevAvailableDocument">[] => {
    const kind = kindOf(code);
    if (!kind) return [];
    const own = given.filter((one) => one["document_type"] === code);
    const isMade = people.length > 0 && (!kind.yearly || month.endsWith("-12"));
    if (kind.owner === "company") {
      const exists = isMade || own.length > 0;
      return exists ? [{ document_type: code, available_for_employees: [], is_company_document: true }] : [];
    }
    const made = isMade ? people.filter((one) => hasOne(context, code, one.remote_id)) : [];
    const known = new Set(made.map(({ remote_id }) => remote_id));
    const more = own.map((one) => ownerOf(context, one)).filter(({ remote_id }) => !known.has(remote_id));
    const available_for_employees = [...made, ...more];
    return available_for_employees.length > 0
      ? [{ document_type: code, available_for_employees, is_company_document: false }]
      : [];
  });
}

/** Whose a document is that was downloaded or given. */
function ownerOf(
  { view }: RequestContext,
  { employee_id, employee_remote_id }: StoredRecord,
): Entity<"DatevDocumentEmployee"> {
  const employee = view("hris.employees").get(String(employee_id));
  return { id: employee?.id ?? null, remote_id: String(employee_remote_id ?? employee?.["remote_id"] ?? "") };
}

/** A month's documents exist from some day of that month on. */
function hasRun(context: RequestContext, month: string): boolean {
  const day = String(context.assume("datev-payroll-day")).padStart(2, "0");
  return `${month}-${day}` <= isoString(context.now).slice(0, 10);
}

/** Certificates are for those who work abroad, and few do. */
function hasOne({ seed, integration }: RequestContext, code: string, remoteId: string): boolean {
  if (code !== "ABEG" && code !== "AANB") return true;
  return choicesAt(seed, integration.id, `datev-abroad/${remoteId}`).chance(0.15);
}

/** Everybody who was employed on a day of the month, and those whom only DATEV knows. */
function paidIn(context: RequestContext, month: string): Entity<"DatevDocumentEmployee">[] {
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  const day = (value: unknown) => (typeof value === "string" ? value.slice(0, 10) : undefined);
  const employees = [...context.view("hris.employees").from(0)].map(({ record }) => record).filter(isPresent);
  // Whose first day is not known has been there since the first that is.
  const begun = employees.flatMap(({ start_date }) => day(start_date) ?? []).sort()[0] ?? first;
  const people = employees.flatMap(({ id, remote_id, start_date, termination_date }) => {
    const isPaid = (day(start_date) ?? begun) <= last && (day(termination_date) ?? last) >= first;
    return isPaid && typeof remote_id === "string" ? [{ id, remote_id }] : [];
  });
  if (people.length === 0) return [];
  return [...people, ...clientOf(context).unsynced_employees.map((remote_id) => ({ id: null, remote_id }))];
}
