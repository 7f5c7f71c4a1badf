import { assessment } from "@kombo-mock/msw/assessment";
import { ats } from "@kombo-mock/msw/ats";
import { general } from "@kombo-mock/msw/general";
import { hris } from "@kombo-mock/msw/hris";

/** The domains that are served. A new domain is added here, and everything that tells what is served follows. */
const servedDomains = [general, hris, ats, assessment] as const;

/** Every operation that has a behaviour, as `"GET /hris/absences"`. */
export const servedOperations: ReadonlySet<string> = new Set(
  servedDomains.flatMap(({ behaviours }) => behaviours.map(({ operation }): string => operation)),
);

/** Every collection that a domain fills, as `"hris.absence-types"`. */
export const servedCollections: ReadonlySet<string> = new Set(
  servedDomains.flatMap(({ collections }) => collections.map(({ name }) => name)),
);
