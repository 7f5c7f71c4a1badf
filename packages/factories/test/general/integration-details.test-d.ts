import type { GetIntegrationsIntegrationIdPositiveResponseData } from "@kombo-api/sdk/models";
import {
  findTool,
  integrationDetailsFactory,
  seedIntegrationFactory,
  type tools,
} from "@kombo-mock/factories";
import type { components } from "@kombo-mock/openapi";
import { expectTypeOf } from "vitest";

type IntegrationDetails = components["schemas"]["IntegrationDetails"];

expectTypeOf(integrationDetailsFactory.build()).toEqualTypeOf<IntegrationDetails>();
expectTypeOf(seedIntegrationFactory.build()).toEqualTypeOf<IntegrationDetails>();
expectTypeOf(integrationDetailsFactory.build().created_at).toEqualTypeOf<string>();
expectTypeOf(integrationDetailsFactory.buildForSdk().created_at).toEqualTypeOf<Date>();
expectTypeOf(integrationDetailsFactory.buildForSdk().data_expired_at).toEqualTypeOf<Date | null>();

integrationDetailsFactory.buildForSdk() satisfies GetIntegrationsIntegrationIdPositiveResponseData;
// @ts-expect-error: the wire has no `Date`s.
integrationDetailsFactory.build() satisfies GetIntegrationsIntegrationIdPositiveResponseData;

integrationDetailsFactory.with("inactive", { tool: { label: "People" }, data_expired_at: null }, "beta");
integrationDetailsFactory.build({ status: "INVALID", end_user: { creator_email: null } });

// @ts-expect-error: there is no such trait.
integrationDetailsFactory.with("deactivated");
// @ts-expect-error: there is no such field.
integrationDetailsFactory.with({ state: "ACTIVE" });
// @ts-expect-error: there is no such status.
integrationDetailsFactory.with({ status: "ASLEEP" });
// @ts-expect-error: there is no such field inside.
integrationDetailsFactory.build({ tool: { name: "People" } });
// @ts-expect-error: the tool is never null.
integrationDetailsFactory.build({ tool: null });
// @ts-expect-error: arrays are given whole.
integrationDetailsFactory.build({ read_models: [{ id: "hris_employees" }] });
// @ts-expect-error: values are given as on the wire, also for the SDK's form.
integrationDetailsFactory.buildForSdk({ created_at: new Date() });
// @ts-expect-error: there is no such category.
integrationDetailsFactory.input({ category: "CRM" });
// @ts-expect-error: there is no such coverage.
integrationDetailsFactory.input({ coverage: { hris_absences: "PARTIAL" } });
// @ts-expect-error: there is no such country yet.
integrationDetailsFactory.input({ country: "IT" });

expectTypeOf(findTool("personio").label).toEqualTypeOf<string>();
// @ts-expect-error: a tool with just any id may not be there.
findTool(String("personio")).label;
expectTypeOf<"personio">().toExtend<(typeof tools)[number]["id"]>();
// @ts-expect-error: the catalogue has no such tool.
"persoino" satisfies (typeof tools)[number]["id"];
