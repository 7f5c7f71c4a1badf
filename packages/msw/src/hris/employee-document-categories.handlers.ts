import { list } from "../request/behaviours.ts";

/** What kinds of documents an employee's file takes. */
export const listEmployeeDocumentCategories = list("GET /hris/employee-document-categories");
