import type { Choices } from "./choices.ts";
import { digitsAt } from "./digits.ts";
import type { Country } from "./people.ts";

/** A phone number that nobody can have, as people type it: E.164, or with spaces, from abroad or at home. */
export function phoneNumber(choices: Choices, country: Country, kind: "mobile" | "landline"): string {
  const own = choices.at(kind);
  const block = own.at("block").pick(blocks[country][kind]);
  const free = [...digitsAt(own, block.split("x").length - 1)];
  const home = block.replaceAll("x", () => free.shift() ?? "");
  const abroad = `+${callingCodes[country]} ${home.replace(/^0/, "")}`;
  const notation = own.at("notation").pick(notations);
  if (notation === "home") return home;
  return notation === "abroad" ? abroad : `+${abroad.replace(/\D/g, "")}`;
}

const notations = ["e164", "abroad", "home"] as const;

const callingCodes: Readonly<Record<Country, number>> = { DE: 49, FR: 33, GB: 44, NL: 31, US: 1 };

interface Blocks {
  readonly mobile: readonly string[];
  readonly landline: readonly string[];
}

/** Any area code of NANPA has 555-0100 to 555-0199 kept free for fiction (ATIS-0300115); mobiles have no codes of their own. */
const american = ["212", "303", "312", "415", "503", "512", "617", "206"].map((area) => `(${area}) 555-01xx`);

/** The blocks at home, with an `x` for each digit that is free; all of a block is out of anybody's reach. */
const blocks: Readonly<Record<Country, Blocks>> = {
  // Bundesnetzagentur, Mitteilung 148/2021, "Rufnummern für Medienproduktionen (Drama Numbers)".
  DE: {
    mobile: ["0171 39200xx", "0176 040690xx"],
    landline: ["030 23125xxx", "040 66969xxx", "069 90009xxx", "089 99998xxx", "0221 4710xxx"],
  },
  // ARCEP, décision 2018-0881, numbers for audiovisual works.
  FR: {
    mobile: ["06 39 98 xx xx"],
    landline: ["01 99 00 xx xx", "02 61 91 xx xx", "03 53 01 xx xx", "04 65 71 xx xx", "05 36 49 xx xx"],
  },
  // Ofcom, "Telephone numbers for use in TV and radio drama programmes".
  GB: {
    mobile: ["07700 900xxx"],
    landline: ["020 7946 0xxx", "0113 496 0xxx", "0117 496 0xxx", "0131 496 0xxx", "0161 496 0xxx"],
  },
  // The ACM keeps nothing free for fiction. In the Nummerplan telefoon- en ISDN-diensten mobiles are 06 with 1 to 5
  // or 8, so that 06 0 is nobody's; and no subscriber's number begins with 0, which opens the dialling of an area.
  NL: {
    mobile: ["06 0xxxxxxx"],
    landline: ["010 0xx xxxx", "020 0xx xxxx", "030 0xx xxxx", "040 0xx xxxx", "070 0xx xxxx"],
  },
  US: { mobile: american, landline: american },
};
