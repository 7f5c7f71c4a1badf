import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { partOf, processOf } from "./hiring-process.ts";
import { atsOfferFactory } from "./offers.factory.ts";
import { offerRows } from "./offers.rows.ts";

/** Offers of employment, made or being prepared. */
export const atsOffers = defineCollection({
  name: "ats.offers",
  model: "ats_offers",
  factory: atsOfferFactory,
  relations: { application: one("ats.applications", "application_id") },
  follows: "application_id",
  rows: (source) => (source.category === "ATS" ? offerRows(source) : []),
  inputs({ relations }, source) {
    const { country, date } = source;
    return { country, date, ...partOf(processOf(relations?.["application_id"], source), 0.82, 1) };
  },
});
