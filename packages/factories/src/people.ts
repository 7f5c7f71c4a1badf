import type { Choices } from "./choices.ts";
import { words } from "./generated/words.ts";

/** A country whose people and companies the worlds know. */
export type Country = keyof typeof words;

/** A company's name, made of a family name and what such companies are called in its country. */
export function companyName(choices: Choices, country: Country): string {
  const family = choices.at("family").pick<string>(words[country].lastNames);
  return `${family} ${choices.at("form").pick<string>(companyForms[country])}`;
}

const companyForms = {
  DE: ["GmbH", "AG", "GmbH & Co. KG", "SE"],
  FR: ["SA", "SARL", "SAS"],
  GB: ["Ltd", "plc", "& Sons Ltd"],
  NL: ["B.V.", "N.V."],
  US: ["Inc.", "LLC", "Corp."],
} as const satisfies Record<Country, readonly string[]>;

/** An address of a made-up person at a made-up company, under a host that is reserved for examples. */
export function workEmail(choices: Choices, country: Country, company: string): string {
  const first = choices.at("first").pick<string>(words[country].firstNames);
  const last = choices.at("last").pick<string>(words[country].lastNames);
  return `${asciiSlug(first)}.${asciiSlug(last)}@${asciiSlug(company.split(" ")[0] ?? company)}.example.com`;
}

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ø: "o", æ: "ae", œ: "oe" };

function asciiSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßøæœ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z0-9-]/g, "");
}
