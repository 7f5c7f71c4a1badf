import { allDomains } from "@kombo-mock/msw/domains";

/** Every operation that has a behaviour, as `"GET /hris/absences"`. */
export const servedOperations: ReadonlySet<string> = new Set(
  allDomains.flatMap(({ behaviours }) => behaviours.map(({ operation }): string => operation)),
);

/** Every collection that a domain fills, as `"hris.absence-types"`. */
export const servedCollections: ReadonlySet<string> = new Set(
  allDomains.flatMap(({ collections }) => collections.map(({ name }) => name)),
);
