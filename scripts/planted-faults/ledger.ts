/** Faults that are none, each with the reason: by their ids, an exact set. */
export const equivalent: Readonly<Record<string, string>> = {
  "hris-sync read-changes.ts:29 parameter: left out (page_size: pageSize,)":
    "Pages hold 100 records in place of 250, and all are read: what comes of it is the same.",
  "integration-health report-text.ts:65 null check: `??` taken away (row[column]?.length ?? 0)":
    "All rows of a report have equally many columns: the fallback is for the compiler.",
  "integration-health report-text.ts:71 null check: `??` taken away (widths[column] ?? 0)":
    "All rows of a report have equally many columns: the fallback is for the compiler.",
  'hris-sync kombo-failure.ts:23 enum case: no entry "PLATFORM.RATE_LIMIT_EXCEEDED" ("PLATFORM.RATE_LIMIT_EXCEEDED": "rate-limited",)':
    "It comes with status 429, which means the same here.",
  'hris-sync kombo-failure.ts:24 enum case: no entry "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED" ("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": "rate-limited",)':
    "It comes with status 429, which means the same here.",
  'hris-sync kombo-failure.ts:25 enum case: no entry "REMOTE.RATE_LIMIT_EXCEEDED" ("REMOTE.RATE_LIMIT_EXCEEDED": "rate-limited",)':
    "It comes with status 429, which means the same here.",
  "hris-sync read-pages.ts:27 cursor: condition never true (seen.has(next))":
    "The API gives no cursor twice: a defence against what never comes.",
  'hris-sync kombo-failure.ts:29 enum case: no entry "PLATFORM.AUTHENTICATION_INVALID" ("PLATFORM.AUTHENTICATION_INVALID": "key-refused",)':
    "It comes with status 401, which means the same here.",
  "webhook-receiver read-lists.ts:48 parameter: left out (page_size: 250,)":
    "Pages hold 100 records in place of 250, and all are read: what comes of it is the same.",
  "absence-request request-absence.ts:83 parameter: left out (, page_size: 250)":
    "Pages hold 100 records in place of 250, and all are read: what comes of it is the same.",
};
