import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { many } from "../worlds/relations.ts";
import { lmsUserFactory } from "./users.factory.ts";
import { userRows } from "./users.rows.ts";

/** The people who have an account in the learning system. */
export const lmsUsers = defineCollection({
  name: "lms.users",
  model: "lms_users",
  factory: lmsUserFactory,
  relations: { course_progressions: many("lms.course-progressions", "user_id") },
  rows: (source) => (source.category === "LMS" ? userRows(source) : []),
  inputs: (_, { country, date, integrationId, seed }) => ({
    country,
    date,
    host: companyOf(seed, integrationId, country).host,
  }),
});
