import type {
  Answer,
  Body,
  components,
  Data,
  Item,
  Operation,
  PathParameters,
  Query,
} from "@kombo-mock/openapi";
import { expectTypeOf } from "vitest";

type Schemas = components["schemas"];
type Details = "/integrations/{integration_id}";

// Operations are a closed list of spelled names.
expectTypeOf<"GET /check-api-key">().toExtend<Operation>();
expectTypeOf<"POST /check-api-key">().not.toExtend<Operation>();
expectTypeOf<"GET /v1/check-api-key">().not.toExtend<Operation>();

// The item of a list is one of its results; what is no list has none.
expectTypeOf<Item<`GET ${Details}/custom-fields`>>().toEqualTypeOf<Schemas["CustomField"]>();
expectTypeOf<Item<`GET ${Details}/integration-fields`>>().toEqualTypeOf<Schemas["IntegrationField"]>();
expectTypeOf<Item<`GET ${Details}`>>().toBeNever();
expectTypeOf<Item<"GET /tools/{category}">>().toBeNever();

// Data is what stands under `data`.
expectTypeOf<Data<`GET ${Details}`>>().toEqualTypeOf<Schemas["IntegrationDetails"]>();
expectTypeOf<Data<"GET /tools/{category}">>().toEqualTypeOf<{ tools: Schemas["Tool"][] }>();
expectTypeOf<Data<`GET ${Details}/custom-fields`>["next"]>().toEqualTypeOf<string | null>();
expectTypeOf<Data<`GET ${Details}`>["created_at"]>().toBeString();

// The answer has the envelope, with warnings only where the operation has them.
expectTypeOf<Answer<"GET /check-api-key">>().toEqualTypeOf<{
  status: "success";
  data: Schemas["ApiKeyCheck"];
}>();
expectTypeOf<Answer<"POST /passthrough/{tool}/{api}">["warnings"]>().toEqualTypeOf<Schemas["Warning"][]>();

// A body is what the operation takes.
expectTypeOf<Body<`PUT ${Details}/enabled`>>().toEqualTypeOf<{ value: boolean }>();
expectTypeOf<Body<"POST /force-sync">>().toEqualTypeOf<Schemas["SyncRequest"]>();
expectTypeOf<{ type: "DELTA" }>().toExtend<Body<"POST /force-sync">>();
expectTypeOf<{ type: "PARTIAL" }>().not.toExtend<Body<"POST /force-sync">>();

// Without a body it is never.
expectTypeOf<Body<`GET ${Details}`>>().toBeNever();
expectTypeOf<Body<"GET /check-api-key">>().toBeNever();

// Queries are of parsed values.
expectTypeOf<Query<`GET ${Details}/custom-fields`>>().toEqualTypeOf<{
  cursor?: string;
  page_size?: number;
}>();
expectTypeOf<Query<"GET /check-api-key">>().toEqualTypeOf<Record<never, never>>();

// Path parameters are those of the path.
expectTypeOf<PathParameters<`GET ${Details}`>>().toEqualTypeOf<{ integration_id: string }>();
expectTypeOf<PathParameters<`PUT ${Details}/custom-fields/{custom_field_id}`>>().toEqualTypeOf<{
  integration_id: string;
  custom_field_id: string;
}>();
expectTypeOf<PathParameters<"GET /tools/{category}">["category"]>().toEqualTypeOf<
  "hris" | "ats" | "assessment" | "lms"
>();
expectTypeOf<PathParameters<"GET /check-api-key">>().toEqualTypeOf<Record<never, never>>();
