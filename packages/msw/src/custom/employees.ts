import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { recordById } from "../request/records.ts";
import { isDeleted } from "../state/presence.ts";

const collection = "hris.employees";

type Request = RequestContext & { readonly path: unknown; readonly body: unknown };

/** The employee that a request names, by id or as `remote:<id>`. */
export function employeeAt(context: Request, location: string): StoredRecord {
  needEmployees(context);
  return recordById(context, collection, location, { remote: true });
}

/** The same for a write, which a deleted employee is refused. The General family has no code for what a tool refuses. */
export function liveEmployeeAt(context: Request, location: string): StoredRecord {
  const employee = employeeAt(context, location);
  const { remote_deleted_at: deletedAt } = employee;
  if (!isDeleted(deletedAt)) return employee;
  context.assume("write-to-deleted-record");
  throw new KomboError(
    null,
    `${location}: "${employee.id}" of "${collection}" was deleted in the tool at ${String(deletedAt)}, so nothing can be written to it. Use a record without remote_deleted_at.`,
    { status: 400, assumes: "write-to-deleted-record" },
  );
}

/** Refuses what is about employees in a mock that has none. */
export function needEmployees({ recipes }: Pick<RequestContext, "recipes">): void {
  if (recipes.has(collection)) return;
  throw new KomboError(
    null,
    "This is about employees, which come with the domain hris: createMock({ domains: [hris, custom] }).",
    { status: 501 },
  );
}
