import type { Category } from "@kombo-mock/factories";

/** The category of the integrations that a domain is about; a domain that is about all has none. */
export const categoriesByDomain: Readonly<Record<string, Category>> = {
  hris: "HRIS",
  ats: "ATS",
  assessment: "ASSESSMENT",
  lms: "LMS",
};

/** The category of the integrations that a domain is about, such as `hris`; undefined for one that is about all. */
export function categoryOfDomain(domain: string): Category | undefined {
  return Object.hasOwn(categoriesByDomain, domain) ? categoriesByDomain[domain] : undefined;
}

/** The same by a collection of the domain: `"hris.absences"`. */
export function categoryOfCollection(collection: string): Category | undefined {
  return categoryOfDomain(collection.split(".")[0] ?? "");
}
