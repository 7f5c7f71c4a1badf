import type * as official from "@kombo-api/sdk/models";
import type { Unrecognized } from "@kombo-api/sdk/types";
import type * as ours from "@kombo-mock/openapi/sdk";
import { expectTypeOf } from "vitest";
import type { Unmarked, WithAlways, Without, WithoutValues } from "./sdk-types-forms.ts";

/** Compiles only where each of the two types can be assigned to the other. */
declare function assignableBothWays<Ours, Official>(
  ...proof: [Ours] extends [Official]
    ? [Official] extends [Ours]
      ? []
      : ["the official type is not assignable to ours"]
    : ["our type is not assignable to the official one"]
): void;

type Status = ours.GetIntegrationsIntegrationIdPositiveResponseStatus;
type Field = ours.GetIntegrationsIntegrationIdPositiveResponseWriteActionField;

assignableBothWays<Status, official.GetIntegrationsIntegrationIdPositiveResponseStatus>();
assignableBothWays<Field, official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField>();

// What differs does not compile, in either direction.
// @ts-expect-error: ours would have a value that the official type lacks.
assignableBothWays<Status | "PAUSED", official.GetIntegrationsIntegrationIdPositiveResponseStatus>();
// @ts-expect-error: ours would lack a value.
assignableBothWays<Exclude<Status, "INVALID">, official.GetIntegrationsIntegrationIdPositiveResponseStatus>();
// @ts-expect-error: ours would lack a key.
assignableBothWays<
  Omit<Field, "id">,
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField
>();
// @ts-expect-error: ours would ask for one key more.
assignableBothWays<
  Field & { label: string },
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField
>();
// @ts-expect-error: ours would leave a key out at times.
assignableBothWays<Partial<Field>, official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField>();
// @ts-expect-error: on the wire a date-time is a string, to the SDK it is a `Date`.
assignableBothWays<
  { at: string },
  { at: official.GetIntegrationsIntegrationIdPositiveResponseData["created_at"] }
>();

// The names hold what the SDK's hold: no null, keys in snake case, and `undefined` for what is left out.
expectTypeOf<ours.GetAtsOffersPositiveResponseStatus>().not.toBeNullable();
expectTypeOf<ours.PutAssessmentOrdersAssessmentOrderIdResultRequestBodySmartrecruiters>().toEqualTypeOf<{
  score_label?: string | undefined;
}>();

// What is allowed for is what is named, and nothing beside it.
interface Job {
  status: "OPEN" | "CLOSED" | null;
  stages: { status: "OPEN"; name?: string | undefined }[];
  opened_at: Date;
}
expectTypeOf<Without<Job, "stages.status">>().toEqualTypeOf<{
  status: "OPEN" | "CLOSED" | null;
  stages: { name?: string | undefined }[];
  opened_at: Date;
}>();
expectTypeOf<WithAlways<Job, "stages.name">["stages"]>().toExtend<{ status: "OPEN"; name: string }[]>();
expectTypeOf<WithAlways<Job, "name">["stages"]>().not.toExtend<{ name: string }[]>();
expectTypeOf<WithoutValues<Job, "CLOSED">["status"]>().toEqualTypeOf<"OPEN" | null>();
expectTypeOf<Unmarked<{ status: "OPEN" | Unrecognized<string> | null }>>().toEqualTypeOf<{
  status: string | null;
}>();
expectTypeOf<Unmarked<Job>>().toEqualTypeOf<{
  status: "OPEN" | "CLOSED" | null;
  stages: { status: "OPEN"; name?: string | undefined }[];
  opened_at: Date;
}>();
