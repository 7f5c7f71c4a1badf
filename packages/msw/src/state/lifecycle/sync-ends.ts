/** How a sync can end. */
export const syncEnds = [
  "SUCCEEDED",
  "PARTIALLY_FAILED",
  "FAILED",
  "AUTHENTICATION_FAILED",
  "CANCELLED",
  "TIMED_OUT",
] as const;

/** How a sync ended. */
export type SyncEnd = (typeof syncEnds)[number];
