import { assessmentCollections } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/assessment";
import type { Domain } from "../domain.ts";
import { orderResults } from "./order-results.collection.ts";
import { listOpenOrders, listOrders, updateOrderResult } from "./orders.handlers.ts";
import { getPackages, setPackages } from "./packages.handlers.ts";

/** Assessment providers: the packages that they offer, and the orders that they get. */
export const assessment = {
  name: "assessment",
  behaviours: [getPackages, setPackages, listOrders, listOpenOrders, updateOrderResult],
  requestValidators,
  collections: [...assessmentCollections, orderResults],
} satisfies Domain;
