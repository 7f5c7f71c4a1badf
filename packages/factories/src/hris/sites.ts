import type { Country } from "../people.ts";
import type { PartitionInputs, SkeletonRow } from "../worlds/skeleton.ts";

/**
 * The country of a location or legal entity, by its id in the tool: the company's own, but for some places abroad. A
 * location abroad has a legal entity of the same country.
 */
export function siteCountry(remoteId: string, home: Country): Country {
  const abroad = sitesAbroad[remoteId];
  return (abroad === undefined ? undefined : otherCountries[home][abroad]) ?? home;
}

/** Sites abroad, with the place of their country among those where the company went. */
const sitesAbroad: Readonly<Record<string, number>> = {
  "20001": 0,
  "20002": 1,
  "100001": 0,
  "100002": 1,
  "100003": 2,
  "100004": 3,
  "100005": 0,
  "100006": 1,
};

const otherCountries: Readonly<Record<Country, readonly Country[]>> = {
  DE: ["NL", "FR", "GB", "US"],
  FR: ["DE", "GB", "NL", "US"],
  GB: ["FR", "NL", "DE", "US"],
  NL: ["DE", "GB", "FR", "US"],
  US: ["GB", "DE", "FR", "NL"],
};

/** The country in which an employee works: that of the location, otherwise the company's own. */
export function countryOf(
  { relations }: SkeletonRow,
  { country }: Pick<PartitionInputs, "country">,
): Country {
  return siteCountry(relations?.["work_location_id"] ?? "", country);
}
