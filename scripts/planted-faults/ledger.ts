/** Faults that are none, each with the reason: by their ids, an exact set. */
export const equivalent: Readonly<Record<string, string>> = {};
