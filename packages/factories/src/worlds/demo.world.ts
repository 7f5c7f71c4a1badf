import type { Category } from "../general/catalogue/read-models.ts";
import { base58Id } from "../hash.ts";
import type { Country } from "../people.ts";
import { small } from "./small.world.ts";
import type { IntegrationRecipe, World } from "./world.ts";

type Customer = readonly [tool: string, country: Country];

// One customer a tool, spread over the countries that the worlds know.
const customers: Readonly<Record<Category, readonly Customer[]>> = {
  HRIS: [
    ["personio", "DE"],
    ["workday", "US"],
    ["successfactors", "DE"],
    ["hibob", "GB"],
    ["humaans", "GB"],
    ["adpworkforcenow", "US"],
    ["factorial", "FR"],
    ["deel", "NL"],
  ],
  ATS: [
    ["lever", "US"],
    ["ashby", "US"],
    ["smartrecruiters", "DE"],
    ["recruitee", "NL"],
    ["teamtailor", "FR"],
    ["workable", "GB"],
    ["onlyfy", "DE"],
    ["greenhousev3", "GB"],
  ],
  ASSESSMENT: [
    ["avature", "US"],
    ["eightfold", "US"],
    ["icims", "US"],
    ["jobvite", "GB"],
    ["greenhouse", "GB"],
    ["lever", "US"],
    ["teamtailor", "FR"],
  ],
  LMS: [
    ["360learning", "FR"],
    ["cornerstoneondemand", "US"],
    ["moodle", "DE"],
    ["linkedinlearning", "GB"],
    ["udemy", "US"],
    ["docebo", "NL"],
    ["coursera", "US"],
  ],
};

/** A platform with some customers more: for people, complete and plausible. It holds all of the small world. */
export const demo: World = {
  name: "demo",
  layers: ["small", "demo"],
  integrations: [...small.integrations, ...Object.entries(customers).flatMap(recipesOf)],
};

function recipesOf([category, tools]: [string, readonly Customer[]]): IntegrationRecipe[] {
  return tools.map(([tool, country]) => ({
    id: `${tool}:${base58Id(`demo\n${category}\n${tool}`)}`,
    // The keys of the table above are the categories.
    inputs: { tool, category: category as Category, country },
  }));
}
