import { defineWrittenCollection } from "../worlds/collection.ts";
import { hasDatevPast } from "./datev-clients.collection.ts";

/** What an insurer can find, where a test decides it. */
const outcomes = [
  ...["unknown", "other-insurer", "certified", "hospital", "not-found", "rehabilitation", "inpatient"],
  ...["checking", "other-evidence", "passed-on", "rejected", "unanswered"],
] as const;

/** How many days before the world's date a sick leave began, and what the insurer found. */
const requests = [
  { remoteId: "1001", days: 20, outcome: "certified" },
  { remoteId: "1002", days: 18, outcome: "not-found" },
  { remoteId: "1003", days: 15, outcome: "hospital" },
  { remoteId: "1004", days: 12, outcome: "rejected" },
  { remoteId: "1005", days: 2, outcome: "unanswered" },
] as const;

/**
 * Requests for sick notes. What the insurer answers follows from the employee's absences, unless `outcome` names it or
 * `feedbacks` give it.
 */
export const datevEauRequests = defineWrittenCollection({
  name: "custom.datev-eau-requests",
  fields: [
    ...["start_work_incapacity", "notification", "contact_person", "created_at", "outcome", "feedbacks"],
  ],
  references: { employee_id: "hris.employees" },
  kinds: {
    start_work_incapacity: { is: "date", nullable: true },
    created_at: { is: "date-time", nullable: true },
    outcome: { is: outcomes, nullable: true },
    feedbacks: { of: "DatevEauFeedback", list: true, nullable: true },
  },
  rows: (source) => {
    const { layer, date, all } = source;
    if (layer !== "small" || !hasDatevPast(source)) return [];
    const people = all("hris.employees");
    return requests.map(({ remoteId, days, outcome }, index) => {
      const begun = Date.parse(`${date}T08:15:00.000Z`) - days * 86_400_000;
      return {
        remoteId,
        relations: { employee_id: people[index + 1]?.remoteId ?? null },
        values: {
          start_work_incapacity: new Date(begun).toISOString().slice(0, 10),
          created_at: new Date(begun + 86_400_000).toISOString(),
          outcome,
        },
      };
    });
  },
});
