import { defineWrittenCollection } from "../worlds/collection.ts";
import { hasDatevPast } from "./datev-clients.collection.ts";

/** What an insurer can find, where a test decides it. */
const outcomes = [
  ...["unknown", "other-insurer", "certified", "hospital", "not-found", "rehabilitation", "inpatient"],
  ...["checking", "other-evidence", "passed-on", "rejected", "unanswered"],
] as const;

/** Who of the company fell ill how many days before the world's date, what the insurer found, and the cast's name. */
const requests = [
  { remoteId: "1001", person: 1, days: 20, outcome: "certified", cast: "certifiedEauRequest" },
  { remoteId: "1002", person: 2, days: 18, outcome: "not-found", cast: "notFoundEauRequest" },
  { remoteId: "1003", person: 3, days: 15, outcome: "hospital", cast: "hospitalEauRequest" },
  { remoteId: "1004", person: 4, days: 12, outcome: "rejected", cast: "rejectedEauRequest" },
  { remoteId: "1005", person: 5, days: 2, outcome: "unanswered", cast: "unansweredEauRequest" },
  { remoteId: "1006", person: 6, days: 25, outcome: "unknown", cast: "unknownEauRequest" },
  { remoteId: "1007", person: 7, days: 24, outcome: "other-insurer", cast: "otherInsurerEauRequest" },
  { remoteId: "1008", person: 8, days: 40, outcome: "rehabilitation", cast: "rehabilitationEauRequest" },
  { remoteId: "1009", person: 12, days: 35, outcome: "inpatient", cast: "inpatientEauRequest" },
  { remoteId: "1010", person: 14, days: 8, outcome: "checking", cast: "checkingEauRequest" },
  { remoteId: "1011", person: 15, days: 22, outcome: "other-evidence", cast: "otherEvidenceEauRequest" },
  { remoteId: "1012", person: 16, days: 10, outcome: "passed-on", cast: "passedOnEauRequest" },
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
    return requests.map(({ remoteId, person, days, outcome, cast }) => {
      const begun = Date.parse(`${date}T08:15:00.000Z`) - days * 86_400_000;
      return {
        remoteId,
        cast,
        relations: { employee_id: people[person]?.remoteId ?? null },
        values: {
          start_work_incapacity: new Date(begun).toISOString().slice(0, 10),
          created_at: new Date(begun + 86_400_000).toISOString(),
          outcome,
        },
      };
    });
  },
});
