import { defineFactory, type Entity, type SdkEntity } from "@kombo-mock/factories";
import { expectTypeOf } from "vitest";
import { endUserFactory } from "./end-user.factory.ts";

expectTypeOf(endUserFactory.build()).toEqualTypeOf<Entity<"EndUser">>();
expectTypeOf(endUserFactory.buildList(2)).toEqualTypeOf<Entity<"EndUser">[]>();
expectTypeOf(endUserFactory.buildForSdk()).toEqualTypeOf<SdkEntity<"EndUser">>();
expectTypeOf(endUserFactory.buildField("creator_email")).toEqualTypeOf<string | null>();
expectTypeOf(endUserFactory.traits).toEqualTypeOf<
  readonly ("ofUmbrella" | "withoutOrigin" | "withoutEmail")[]
>();

// @ts-expect-error: there is no such trait.
endUserFactory.with("ofUmbrela");
// @ts-expect-error: there is no such field.
endUserFactory.with({ organisation_name: "Acme" });
// @ts-expect-error: a name is a text.
endUserFactory.with({ organization_name: 7 });
// @ts-expect-error: a name is never null.
endUserFactory.build({ organization_name: null });
// @ts-expect-error: there is no such field.
endUserFactory.buildField("organisation_name");
// @ts-expect-error: there is no such input.
endUserFactory.input({ withOrigins: true });
// @ts-expect-error: the seed is a number.
endUserFactory.seed("1");

// @ts-expect-error: the document has no such entity.
defineFactory("EndUsr");

defineFactory("EndUser")({
  inputs: {},
  // @ts-expect-error: a field lacks its function.
  fields: { organization_name: () => "Acme", creator_email: () => null },
});

defineFactory("EndUser")({
  inputs: {},
  fields: {
    organization_name: () => "Acme",
    creator_email: () => null,
    // @ts-expect-error: an id is a text or null.
    origin_id: () => 7,
  },
});

defineFactory("EndUser")({
  inputs: { host: "acme.example.com" },
  fields: {
    organization_name: () => "Acme",
    // @ts-expect-error: there is no such input.
    creator_email: ({ input }) => input.hots,
    // @ts-expect-error: there is no such field.
    origin_id: ({ get }) => get("organisation_name"),
  },
});
