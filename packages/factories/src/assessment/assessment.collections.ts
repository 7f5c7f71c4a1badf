import { assessmentOrders } from "./orders.collection.ts";
import { assessmentPackages } from "./packages.collection.ts";

/** What assessment providers offer, and what was ordered from them. */
export const assessmentCollections = [assessmentPackages, assessmentOrders] as const;
