import type { Choices } from "./choices.ts";
import { cities } from "./cities.ts";
import type { Entity } from "./define-factory.ts";
import type { Country } from "./people.ts";
import { streetAt } from "./streets.ts";

/** A city with one of its postal codes. */
export interface City {
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  /** Its time in winter, in hours ahead of UTC, as `timezoneOf` takes it. */
  readonly timezoneOffset: number;
}

/** A real city, with the state that it lies in and a postal code in the form of the country. */
export function cityOf(choices: Choices, country: Country): City {
  const city = choices.at("city").pick(cityNames[country]);
  const facts = cities[country][city];
  if (!facts) throw new Error(`"${city}" is not in the table of cities of ${country}.`);
  const code = choices.at("code").pick(facts.codes);
  const zipCode = `${code}${codeEnds[country](choices.at("end"))}`;
  return { city, state: facts.state, zipCode, timezoneOffset: facts.winter };
}

const cityNames: Readonly<Record<Country, readonly string[]>> = {
  DE: Object.keys(cities.DE),
  FR: Object.keys(cities.FR),
  GB: Object.keys(cities.GB),
  NL: Object.keys(cities.NL),
  US: Object.keys(cities.US),
};

/** Neither Royal Mail nor PostNL uses letters that are read wrongly. */
const codeLetters = { GB: [..."ABDEFGHJLNPQRSTUWXYZ"], NL: [..."ABCDEGHJKLMNPRSTVWXZ"] } as const;

const none = () => "";

const codeEnds: Readonly<Record<Country, (choices: Choices) => string>> = {
  DE: none,
  FR: none,
  GB: (choices) => ` ${choices.at("digit").integer(1, 9)}${lettersAt(choices, codeLetters.GB)}`,
  NL(choices) {
    const letters = lettersAt(choices, codeLetters.NL);
    // These three are never given out.
    return ` ${["SA", "SD", "SS"].includes(letters) ? "SB" : letters}`;
  },
  US: none,
};

function lettersAt(choices: Choices, letters: readonly string[]): string {
  return `${choices.at("first").pick(letters)}${choices.at("second").pick(letters)}`;
}

/** The address of a made-up house in a real city. */
export function addressAt(choices: Choices, country: Country): Entity<"Address"> {
  const { city, state, zipCode } = cityOf(choices, country);
  const { street, extra } = streetAt(choices.at("street"), country);
  const lines = [street, ...(extra === null ? [] : [extra]), lastLines[country](city, zipCode, state)];
  return {
    city,
    country,
    raw: lines.join(", "),
    state,
    street_1: street,
    street_2: extra,
    zip_code: zipCode,
  };
}

const codeFirst = (city: string, zipCode: string) => `${zipCode} ${city}`;

const lastLines: Readonly<Record<Country, (city: string, zipCode: string, state: string) => string>> = {
  DE: codeFirst,
  FR: codeFirst,
  GB: (city, zipCode) => `${city}, ${zipCode}`,
  NL: codeFirst,
  US: (city, zipCode, state) => `${city}, ${state} ${zipCode}`,
};

/**
 * The offset from UTC at noon of a day, such as `+02:00`: of a city by its time in winter, otherwise that of
 * the country's capital.
 */
export function timezoneOf(
  country: Country,
  isoDay: string,
  timezoneOffset = capitalOffsets[country],
): string {
  const hours = timezoneOffset + (isSummer(country, isoDay) ? 1 : 0);
  const digits = String(hours < 0 ? -hours : hours).padStart(2, "0");
  return `${hours < 0 ? "-" : "+"}${digits}:00`;
}

const capitalOffsets: Readonly<Record<Country, number>> = { DE: 1, FR: 1, GB: 0, NL: 1, US: -5 };

/** Summer time begins and ends on Sundays, in the EU and GB by directive 2000/84/EC, in the US by 15 U.S.C. §260a. */
function isSummer(country: Country, isoDay: string): boolean {
  const year = Number(isoDay.slice(0, 4));
  const day = isoDay.slice(0, 10);
  const [begin, end] =
    country === "US"
      ? [sundayFrom(year, 3, 8), sundayFrom(year, 11, 1)]
      : [sundayFrom(year, 3, 25), sundayFrom(year, 10, 25)];
  return day >= begin && day < end;
}

/** The first Sunday on or after a day. */
function sundayFrom(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(day + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}
