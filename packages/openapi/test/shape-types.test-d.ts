import type { Answer, Body, components, Data, Item, Operation } from "@kombo-mock/openapi";
import { expectTypeOf } from "vitest";

type Schemas = components["schemas"];
type AnyString = string & {};

// Known values or the tool's own: the names are offered, any string is accepted.
expectTypeOf<Schemas["AtsJobStatus"]>().toEqualTypeOf<
  "OPEN" | "CLOSED" | "DRAFT" | "ARCHIVED" | AnyString | null
>();
expectTypeOf<Schemas["HrisReportedEmploymentStatus"]>().toEqualTypeOf<
  Schemas["HrisEmploymentStatus"] | AnyString | null
>();
expectTypeOf<Schemas["HrisReportedEmploymentType"]>().toEqualTypeOf<
  Schemas["HrisEmploymentType"] | AnyString | null
>();
expectTypeOf<Schemas["HrisEmployeeBase"]["gender"]>().toEqualTypeOf<
  Schemas["HrisGender"] | AnyString | null | undefined
>();
expectTypeOf<Schemas["HrisEmployeeBase"]["marital_status"]>().toEqualTypeOf<
  Schemas["HrisMaritalStatus"] | AnyString | null | undefined
>();
expectTypeOf<Item<"GET /hris/absences">["status"]>().toEqualTypeOf<
  "REQUESTED" | "APPROVED" | "DECLINED" | "CANCELLED" | "DELETED" | AnyString | null | undefined
>();
expectTypeOf<Item<"GET /ats/jobs">["remote_work_status"]>().toEqualTypeOf<
  "REMOTE" | "HYBRID" | "TEMPORARY" | "ON_SITE" | AnyString | null | undefined
>();
expectTypeOf<"TOOL_SPECIFIC">().toExtend<Item<"GET /hris/absences">["status"]>();

// Closed enums take their own values alone.
expectTypeOf<"TOOL_SPECIFIC">().not.toExtend<Schemas["HrisEmploymentStatus"]>();
expectTypeOf<string>().not.toExtend<Schemas["AtsOfferStatus"]>();

// The value of a form nests.
type FormValue = Schemas["HrisFormValue"];
expectTypeOf<Body<"POST /hris/employees/form">["properties"]>().toEqualTypeOf<Schemas["HrisFormValues"]>();
expectTypeOf<{
  address: { lines: string[]; floor: number };
  skills: { name: string; years: number[] }[];
}>().toExtend<Schemas["HrisFormValues"]>();
expectTypeOf<(string | boolean[])[][]>().toExtend<FormValue>();
expectTypeOf<{ at: Date }>().not.toExtend<FormValue>();
expectTypeOf<{ deep: { deeper: null } }>().not.toExtend<FormValue>();

// The fields of a form contain themselves.
type FormField<Type extends string> = Extract<Schemas["HrisFormProperty"], { type: Type }>;
expectTypeOf<FormField<"object">["properties"][string]>().toEqualTypeOf<Schemas["HrisFormProperty"]>();
expectTypeOf<FormField<"array">["item_type"]>().toEqualTypeOf<Schemas["HrisFormProperty"]>();
expectTypeOf<Data<"GET /hris/employees/form">["properties"][string]["type"]>().toEqualTypeOf<
  "text" | "number" | "date" | "single_select" | "multi_select" | "checkbox" | "object" | "array" | "file"
>();

// Unions narrow by their constants.
expectTypeOf<FormField<"text">>().toEqualTypeOf<Schemas["HrisFormTextProperty"]>();
expectTypeOf<FormField<"file">>().toEqualTypeOf<Schemas["HrisFormFileProperty"]>();
expectTypeOf<Extract<Schemas["HrisFormOptions"], { type: "inline" }>>().toEqualTypeOf<
  Schemas["HrisFormInlineOptions"]
>();
expectTypeOf<Extract<Schemas["AtsQuestionFormat"], { type: "SINGLE_SELECT" }>>().toEqualTypeOf<
  Schemas["AtsSingleSelectQuestionFormat"]
>();
expectTypeOf<Extract<Schemas["AiApplyFormBlock"], { block_type: "SECTION" }>>().toEqualTypeOf<
  Schemas["AiApplyFormSection"]
>();
expectTypeOf<Extract<Schemas["HrisPerformanceRating"], { type: "NUMERIC" }>>().toEqualTypeOf<
  Schemas["HrisPerformanceRatingNumeric"]
>();
expectTypeOf<Extract<Schemas["AssessmentResultAttribute"], { type: "SUB_RESULT" }>>().toEqualTypeOf<
  Schemas["AssessmentResultSubResultAttribute"]
>();
expectTypeOf<Extract<Data<"GET /lms/courses/bulk/{task_id}">, { status: "FAILED" }>>().toEqualTypeOf<
  Schemas["LmsFailedCourseBulkTask"]
>();
expectTypeOf<Extract<Schemas["LmsCourseUpsertResult"], { status: "SUCCEEDED" }>>().toEqualTypeOf<
  Schemas["LmsSucceededCourseUpsert"]
>();

// remote_fields are typed by tool.
type FieldsOf<Given> = "remote_fields" extends keyof Given ? NonNullable<Given["remote_fields"]> : never;
type RemoteFields<Op extends Operation> = [Body<Op>] extends [never] ? never : FieldsOf<Body<Op>>;
type WithRemoteFields = { [Op in Operation]: [RemoteFields<Op>] extends [never] ? never : Op }[Operation];
type Untyped = {
  [Op in WithRemoteFields]: string extends keyof RemoteFields<Op> ? Op : never;
}[WithRemoteFields];
expectTypeOf<WithRemoteFields>().toEqualTypeOf<
  | "POST /ai-apply/unified-api/jobs/{job_id}/applications"
  | "PUT /assessment/orders/{assessment_order_id}/result"
  | "POST /ats/applications/{application_id}/attachments"
  | "POST /ats/applications/{application_id}/notes"
  | "POST /ats/applications/{application_id}/reject"
  | "POST /ats/applications/{application_id}/result-links"
  | "PUT /ats/applications/{application_id}/stage"
  | "POST /ats/candidates"
  | "POST /ats/candidates/{candidate_id}/attachments"
  | "POST /ats/candidates/{candidate_id}/result-links"
  | "POST /ats/candidates/{candidate_id}/tags"
  | "DELETE /ats/candidates/{candidate_id}/tags"
  | "POST /ats/jobs/{job_id}/applications"
  | "POST /hris/absences"
  | "DELETE /hris/absences/{absence_id}"
  | "POST /hris/employees"
  | "PATCH /hris/employees/{employee_id}"
  | "POST /hris/employees/{employee_id}/documents"
>();
expectTypeOf<Untyped>().toBeNever();
expectTypeOf<RemoteFields<"POST /hris/employees">>().toEqualTypeOf<Schemas["HrisEmployeeRemoteFields"]>();
expectTypeOf<NonNullable<RemoteFields<"POST /hris/employees">["deel"]>>().toEqualTypeOf<
  Schemas["HrisEmployeeRemoteFieldsDeel"]
>();
expectTypeOf<NonNullable<RemoteFields<"POST /ats/candidates">["workday"]>>().toEqualTypeOf<
  Schemas["AtsApplicationCreateRemoteFieldsWorkday"]
>();
expectTypeOf<RemoteFields<"POST /ats/jobs/{job_id}/applications">>().toEqualTypeOf<
  RemoteFields<"POST /ats/candidates">
>();
expectTypeOf<"workdayy">().not.toExtend<keyof RemoteFields<"POST /ats/candidates">>();

// Failures tell the codes of their family.
expectTypeOf<string>().not.toExtend<Schemas["HrisErrorEnvelope"]["error"]["code"]>();
expectTypeOf<"HRIS.STAFFING_ENTITY_CLOSED">().toExtend<Schemas["HrisErrorEnvelope"]["error"]["code"]>();
expectTypeOf<"HRIS.STAFFING_ENTITY_CLOSED">().not.toExtend<Schemas["AtsErrorEnvelope"]["error"]["code"]>();
expectTypeOf<Answer<"GET /hris/employees">["status"]>().toEqualTypeOf<"success">();
