import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { links } from "../worlds/relations.ts";
import { atsUserFactory } from "./users.factory.ts";
import { userRows } from "./users.rows.ts";

/** The people who work with the tool. */
export const atsUsers = defineCollection({
  name: "ats.users",
  model: "ats_users",
  factory: atsUserFactory,
  relations: {
    system_roles: links("ats.roles", "system_role_links", {
      model: "ats_join_users_roles",
      changes: "system_role_assignment",
    }),
  },
  rows: (source) => (source.category === "ATS" ? userRows(source) : []),
  inputs: (_, { country, date, integrationId, seed, tool }) => ({
    country,
    date,
    tool,
    host: companyOf(seed, integrationId, country).host,
  }),
});
