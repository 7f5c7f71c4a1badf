import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { assessmentOrderFactory } from "./orders.factory.ts";
import { orderRows } from "./orders.rows.ts";

/** What recruiters ordered. Candidate, application and job are told in words, since they are records elsewhere. */
export const assessmentOrders = defineCollection({
  name: "assessment.orders",
  model: "assessment_orders",
  factory: assessmentOrderFactory,
  references: { package_id: "assessment.packages" },
  rows: (source) => (source.category === "ASSESSMENT" ? orderRows(source) : []),
  inputs: (_, { country, integrationId, seed }) => ({
    country,
    company: companyOf(seed, integrationId, country).name,
  }),
});
