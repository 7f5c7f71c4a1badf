import { answerValidators } from "@kombo-mock/openapi/answers/hris";
import { page } from "../document.ts";

/** The list that shows each collection's records. */
const listOf = {
  "hris.employees": "GET /hris/employees",
  "hris.employments": "GET /hris/employments",
  "hris.groups": "GET /hris/groups",
  "hris.legal-entities": "GET /hris/legal-entities",
  "hris.locations": "GET /hris/locations",
} as const;

/** A collection of people or of what they belong to. */
export type PeopleCollection = keyof typeof listOf;

/** Their names. */
export const peopleCollectionNames = Object.keys(listOf) as readonly PeopleCollection[];

/** What the document has against some records as lists show them, one line each; nothing when all are valid. */
export function faultsIn(collection: PeopleCollection, records: readonly unknown[]): readonly string[] {
  const validator = answerValidators[listOf[collection]];
  if (!validator) throw new Error(`The document has no answer to "${listOf[collection]}".`);
  if (validator.success({ status: "success", data: page(records) })) return [];
  return (validator.success.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
