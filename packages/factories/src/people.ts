import { type Choices, choicesAt } from "./choices.ts";
import { words } from "./generated/words.ts";

/** A country whose people and companies the worlds know. */
export type Country = keyof typeof words;

/** A company's name, made of a family name and what such companies are called in its country. */
export function companyName(choices: Choices, country: Country): string {
  const family = choices.at("family").pick<string>(words[country].lastNames);
  return `${family} ${choices.at("form").pick<string>(companyForms[country])}`;
}

/** The company of an integration: the one that its details name, so that all its records agree. */
export function companyOf(
  seed: number,
  integrationId: string,
  country: Country,
): { readonly name: string; readonly host: string } {
  // The path at which the factory of integration details decides on the organisation's name.
  const choices = choicesAt(seed, integrationId, "IntegrationDetails.end_user/organization_name");
  const name = companyName(choices, country);
  return { name, host: companyHost(name) };
}

const companyForms = {
  DE: ["GmbH", "AG", "GmbH & Co. KG", "SE"],
  FR: ["SA", "SARL", "SAS"],
  GB: ["Ltd", "plc", "& Sons Ltd"],
  NL: ["B.V.", "N.V."],
  US: ["Inc.", "LLC", "Corp."],
} as const satisfies Record<Country, readonly string[]>;

/** A person's name; the first name is one that people of that gender have in the country. */
export function personName(
  choices: Choices,
  country: Country,
): { readonly firstName: string; readonly lastName: string; readonly gender: "FEMALE" | "MALE" } {
  const gender = choices.at("gender").pick(genders);
  const { femaleNames, maleNames, lastNames } = words[country];
  return {
    firstName: choices.at("first").pick<string>(gender === "FEMALE" ? femaleNames : maleNames),
    lastName: choices.at("last").pick<string>(lastNames),
    gender,
  };
}

const genders = ["FEMALE", "MALE"] as const;

/** An address of a made-up person at a made-up company, under a host that is reserved for examples. */
export function workEmail(choices: Choices, country: Country, company: string): string {
  const first = choices.at("first").pick<string>(words[country].firstNames);
  const last = choices.at("last").pick<string>(words[country].lastNames);
  return emailOf(first, last, companyHost(company));
}

/** A person's address at a host, in the letters that every tool takes. */
export function emailOf(firstName: string, lastName: string, host: string): string {
  const names = [asciiSlug(firstName), asciiSlug(lastName)].filter((name) => name !== "");
  return `${names.join(".") || "someone"}@${host}`;
}

/** The host of a company, below a domain that RFC 2606 keeps for examples. */
export function companyHost(company: string): string {
  return `${asciiSlug(company.split(" ")[0] ?? company) || "company"}.example.com`;
}

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ø: "o", æ: "ae", œ: "oe" };

function asciiSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßøæœ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z0-9-]/g, "")
    .replace(/^-+|-+$/g, "");
}
