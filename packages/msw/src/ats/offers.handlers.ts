import { list } from "../request/behaviours.ts";

/** What applicants were offered. */
export const listOffers = list("GET /ats/offers");
