import { defineFactory } from "@kombo-mock/factories";

/** A factory with a bit of everything: a derived field, inputs, and traits of each kind. */
export const endUserFactory = defineFactory("EndUser")({
  inputs: { hosts: ["north.example.com", "south.example.com"], withOrigin: true },
  fields: {
    organization_name: ({ pick }) => pick(["Acme", "Globex", "Initech"]),
    creator_email: ({ get, input, pick }) => `${get("organization_name").toLowerCase()}@${pick(input.hosts)}`,
    origin_id: ({ id, input }) => (input.withOrigin ? id() : null),
  },
  traits: {
    ofUmbrella: { fields: { organization_name: () => "Umbrella" } },
    withoutOrigin: { input: { withOrigin: false } },
    withoutEmail: { values: { creator_email: null } },
  },
});
