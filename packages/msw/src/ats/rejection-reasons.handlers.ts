import { list } from "../request/behaviours.ts";

/** Why applications can be rejected. */
export const listRejectionReasons = list("GET /ats/rejection-reasons");
