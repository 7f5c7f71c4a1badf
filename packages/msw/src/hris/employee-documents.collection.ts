import { defineWrittenCollection } from "@kombo-mock/factories/worlds";

/** Documents that were put into employees' files. */
export const employeeDocuments = defineWrittenCollection({
  name: "hris.employee-documents",
  fields: ["name", "content_type", "content_base64", "data_url", "size"],
  references: { employee_id: "hris.employees", category_id: "hris.employee-document-categories" },
});
