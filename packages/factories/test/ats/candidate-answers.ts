import { answerValidators as assessment } from "@kombo-mock/openapi/answers/assessment";
import { answerValidators as ats } from "@kombo-mock/openapi/answers/ats";
import { page } from "../document.ts";

type Data = (records: readonly unknown[]) => unknown;

const attachments: Data = (results) => ({ results });

/** Where the document has records of each collection. */
const placeOf: Readonly<Record<string, { readonly operation: string; readonly data: Data }>> = {
  "ats.candidates": { operation: "GET /ats/candidates", data: page },
  "ats.applications": { operation: "GET /ats/applications", data: page },
  "ats.interviews": { operation: "GET /ats/interviews", data: page },
  "ats.offers": { operation: "GET /ats/offers", data: page },
  "ats.notes": { operation: "GET /ats/notes", data: page },
  "ats.attachments": {
    operation: "GET /ats/candidates/{candidate_id}/attachments",
    data: attachments,
  },
  "assessment.packages": { operation: "GET /assessment/packages", data: (packages) => ({ packages }) },
  "assessment.orders": { operation: "GET /assessment/orders", data: page },
};

/** What the document has against some records of a collection, one line each; nothing when all are valid. */
export function faultsOf(collection: string, records: readonly unknown[]): readonly string[] {
  const place = placeOf[collection];
  const validator = place && (ats[place.operation] ?? assessment[place.operation]);
  if (!validator) throw new Error(`The document has no answer with records of "${collection}".`);
  const answer = { status: "success", data: place.data(records), warnings: [] };
  if (validator.success(answer)) return [];
  return (validator.success.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What lists show in the place of relations that lead nowhere. */
export const withoutRelations: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "ats.candidates": { applications: [], tags: [] },
  "ats.applications": { candidate: null, current_stage: null, job: null, interviews: [], offers: [] },
  "ats.interviews": { users: [], application: null },
  "ats.offers": { application: null },
  "ats.notes": { author: null },
};
