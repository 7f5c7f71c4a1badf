import { action } from "../request/behaviours.ts";
import { fileOf } from "../request/files.ts";
import { findLiveRecord, liveRecord } from "../request/live-record.ts";

const collection = "hris.employee-documents";

/** Puts a document into an employee's file. It cannot be read back through the API; the control calls show it. */
export const addEmployeeDocument = action("POST /hris/employees/{employee_id}/documents", (context) => {
  const { body, change, integration } = context;
  const employee = liveRecord(context, "hris.employees", "path.employee_id");
  const category = findLiveRecord(context, {
    collection: "hris.employee-document-categories",
    given: body.category_id,
    location: "body.category_id",
  });
  const remoteId = change.newRemoteId(integration.id, collection);
  change.insert(
    { integrationId: integration.id, collection, remoteId },
    { employee_id: employee.id, category_id: category.id, ...fileOf(body.document, "body.document") },
  );
  return {};
});
