import type { Choices } from "./choices.ts";
import type { Country } from "./people.ts";

/** The street and number, and what follows them, or null. */
export interface Street {
  readonly street: string;
  readonly extra: string | null;
}

/** A house in a street of a made-up name, written as in the country. */
export function streetAt(choices: Choices, country: Country): Street {
  const number = choices.at("number").integer(1, choices.at("long").chance(0.3) ? 180 : 48);
  const extra = choices.at("has-extra").chance(extraShares[country])
    ? extras[country](choices.at("extra"))
    : null;
  return { street: streets[country](choices, number), extra };
}

const germanStems = [
  ...["Ahorn", "Birken", "Buchen", "Erlen", "Feld", "Garten", "Haselnuss", "Kastanien", "Kirsch", "Lerchen"],
  ...["Linden", "Mühlen", "Rosen", "Schiller", "Schwalben", "Sonnen", "Tannen", "Ulmen", "Weiden", "Wiesen"],
] as const;
const germanKinds = ["straße", "weg", "allee", "ring", "gasse"] as const;
const frenchNames = [
  ...["des Lilas", "du Moulin", "des Acacias", "de la Fontaine", "du Lavoir", "des Tilleuls", "de la Gare"],
  ...["des Cerisiers", "du Verger", "de la Liberté", "des Peupliers", "du Puits", "des Hirondelles"],
  ...["de la Prairie", "des Vignes", "du Château d’Eau", "des Érables", "de la République"],
] as const;
const frenchKinds = ["rue", "avenue", "boulevard", "impasse", "allée", "chemin"] as const;
const englishNames = [
  ...["Alder", "Ash", "Beech", "Chestnut", "Church", "Elm", "Hawthorn", "Heron", "Juniper", "Kingfisher"],
  ...["Laurel", "Maple", "Mill", "Orchard", "Park", "Primrose", "Rowan", "Station", "Victoria", "Willow"],
] as const;
const britishKinds = ["Road", "Street", "Lane", "Close", "Avenue", "Gardens", "Crescent"] as const;
const americanKinds = ["St", "Ave", "Blvd", "Dr", "Ln", "Ct", "Pl"] as const;
const dutchStems = [
  ...["Abeel", "Beuken", "Dahlia", "Eiken", "Esdoorn", "Iepen", "Kastanje", "Lelie", "Linde", "Merel"],
  ...["Molen", "Populieren", "Reiger", "Rozen", "Schoener", "Tulpen", "Vijver", "Wilgen", "Zonnebloem"],
] as const;
const dutchKinds = ["straat", "laan", "weg", "hof", "plein"] as const;

const streets: Readonly<Record<Country, (choices: Choices, number: number) => string>> = {
  DE: (choices, number) => `${joined(choices, germanStems, germanKinds)} ${number}${letter(choices)}`,
  FR(choices, number) {
    const half = choices.at("half").chance(0.08) ? " bis" : "";
    return `${number}${half} ${spaced(choices, frenchKinds, frenchNames)}`;
  },
  GB: (choices, number) => `${number} ${spaced(choices, englishNames, britishKinds)}`,
  NL: (choices, number) => `${joined(choices, dutchStems, dutchKinds)} ${number}${letter(choices)}`,
  US(choices, number) {
    const block = choices.at("block").integer(0, 39) * 100;
    return `${block + number} ${spaced(choices, englishNames, americanKinds)}`;
  },
};

const extraShares: Readonly<Record<Country, number>> = { DE: 0.08, FR: 0.25, GB: 0.3, NL: 0.05, US: 0.4 };

const extras: Readonly<Record<Country, (choices: Choices) => string>> = {
  DE: (choices) => choices.pick(germanExtras),
  FR: (choices) => choices.pick(frenchExtras),
  GB: (choices) => `Flat ${choices.integer(1, 24)}`,
  NL: (choices) => choices.pick(dutchExtras),
  US: (choices) => `Apt ${choices.integer(1, 12)}${choices.pick(doors)}`,
};

const germanExtras = ["Hinterhaus", "Seitenflügel", "Vorderhaus", "2. OG", "3. OG"] as const;
const frenchExtras = ["Bâtiment A", "Bâtiment B", "Escalier 2", "2e étage", "Appartement 12"] as const;
const dutchExtras = ["2e verdieping", "3e verdieping", "Achterhuis"] as const;
const doors = ["A", "B", "C", "D"] as const;
const houseLetters = ["a", "b", "c"] as const;

function letter(choices: Choices): string {
  return choices.at("has-letter").chance(0.12) ? choices.at("letter").pick(houseLetters) : "";
}

function joined(choices: Choices, first: readonly string[], second: readonly string[]): string {
  return `${choices.at("name").pick(first)}${choices.at("kind").pick(second)}`;
}

function spaced(choices: Choices, first: readonly string[], second: readonly string[]): string {
  return `${choices.at("name").pick(first)} ${choices.at("kind").pick(second)}`;
}
