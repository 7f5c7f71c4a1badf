import type { Choices } from "./choices.ts";
import { digitsAt } from "./digits.ts";
import type { Country } from "./people.ts";

/** The numbers under which a state knows a person; null where an employer keeps no such number. */
export interface NationalIdentifiers {
  readonly ssn: string | null;
  readonly taxId: string | null;
}

/** What such numbers tell about a person, where it is known. */
export interface Bearer {
  /** `yyyy-MM-dd`, or a later part of the day with it. */
  readonly bornOn?: string | null;
  readonly gender?: string | null;
  readonly lastName?: string | null;
}

/**
 * Numbers in the form of the country, with right check digits, that no office gives to anybody.
 *
 * The German and the French one agree with what is known of the bearer.
 */
export function nationalIdentifiers(
  choices: Choices,
  country: Country,
  bearer: Bearer = {},
): NationalIdentifiers {
  return identifiers[country](choices, bearer);
}

const identifiers: Readonly<Record<Country, (choices: Choices, bearer: Bearer) => NationalIdentifiers>> = {
  DE: (choices, bearer) => ({
    ssn: germanInsuranceNumber(choices.at("ssn"), bearer),
    taxId: germanTaxNumber(choices.at("tax")),
  }),
  FR: (choices, bearer) => ({
    ssn: frenchInsuranceNumber(choices.at("ssn"), bearer),
    taxId: frenchTaxNumber(choices.at("tax")),
  }),
  // The prefix QQ is not allocated (HMRC, NIM39110). Employees need no other number for their taxes.
  GB(choices) {
    const suffix = choices.at("suffix").pick(suffixes);
    return { ssn: `QQ ${grouped(digitsAt(choices.at("ssn"), 6), [2, 2, 2])} ${suffix}`, taxId: null };
  },
  // The citizen service number is the tax number too.
  NL: (choices) => ({ ssn: dutchServiceNumber(choices.at("ssn")), taxId: null }),
  // 900 to 999 begin no social security number (SSA), nor, with 10 to 49 after them, another tax number (IRS).
  US(choices) {
    const ssn = choices.at("ssn");
    const area = ssn.at("area").integer(900, 999);
    return { ssn: `${area}-${ssn.at("group").integer(10, 49)}-${digitsAt(ssn, 4)}`, taxId: null };
  },
};

/** An insurance number of area 00, which no office has (VKVV §2 and annex); serials from 50 are for women. */
function germanInsuranceNumber(choices: Choices, bearer: Bearer): string {
  const [year, month, day] = birthday(choices, bearer);
  const letter = /^[A-Z]/.exec(bearer.lastName ?? "")?.[0] ?? choices.at("letter").pick(letters);
  const serial = two(choices.at("serial").integer(0, 49) + (isFemale(choices, bearer) ? 50 : 0));
  const digits = `00${day}${month}${year}${two(letter.charCodeAt(0) - 64)}${serial}`;
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((total, weight, index) => total + digitSum(weight * Number(digits[index])), 0);
  return `00 ${day}${month}${year} ${letter} ${serial}${sum % 10}`;
}

const suffixes = ["A", "B", "C", "D"] as const;
const letters = [..."ABDEFGHKLMNPRSTW"];

/** A tax number that begins with 0, as those for tests do (BZSt); one digit comes twice, one not at all. */
function germanTaxNumber(choices: Choices): string {
  const missing = choices.at("missing").integer(1, 9);
  const twice = (missing % 9) + 1;
  // Each digit is put in at a place among those before it.
  const places = [...digitsAt(choices, 9)].map(Number);
  const shuffled = places.reduce<readonly number[]>((placed, place, index) => {
    const digit = index + 1 === missing ? twice : index + 1;
    return placed.toSpliced(place % (index + 1), 0, digit);
  }, []);
  const digits = `0${shuffled.join("")}`;
  // ISO 7064, modulus 11, 10.
  const product = [...digits].reduce((carried, digit) => {
    const sum = (Number(digit) + carried) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return grouped(`${digits}${(11 - product) % 10}`, [2, 3, 3, 3]);
}

/** A number of the department 00, in which nobody is born (INSEE): gender, year, month, place, order, key. */
function frenchInsuranceNumber(choices: Choices, bearer: Bearer): string {
  const [year, month] = birthday(choices, bearer);
  const number = `${isFemale(choices, bearer) ? 2 : 1}${year}${month}00${digitsAt(choices, 6)}`;
  return grouped(`${number}${two(97 - (Number(number) % 97))}`, [1, 2, 2, 2, 3, 3, 2]);
}

/** A tax number that begins with 9, where those of people begin with 0 to 3 (DGFiP); the last three are its key. */
function frenchTaxNumber(choices: Choices): string {
  const number = `9${digitsAt(choices, 9)}`;
  return grouped(`${number}${String(Number(number) % 511).padStart(3, "0")}`, [2, 2, 3, 3, 3]);
}

/** A number that begins with 9999, as those of RvIG's test sets do; the digits, weighted 9 to 2 and -1, divide by 11. */
function dutchServiceNumber(choices: Choices): string {
  const weigh = (digits: string) =>
    [...digits].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 11;
  const digits = `9999${digitsAt(choices, 4)}`;
  // One digit more at the place that weighs 2 leaves less than 10.
  const proven = weigh(digits) < 10 ? digits : `${digits.slice(0, 7)}${(Number(digits[7]) + 1) % 10}`;
  return `${proven}${weigh(proven)}`;
}

/** The last two digits of the year, the month and the day. */
function birthday(choices: Choices, { bornOn }: Bearer): readonly [string, string, string] {
  if (bornOn) return [bornOn.slice(2, 4), bornOn.slice(5, 7), bornOn.slice(8, 10)];
  return [
    two(choices.at("year").integer(60, 99)),
    two(choices.at("month").integer(1, 12)),
    two(choices.at("day").integer(1, 28)),
  ];
}

function isFemale(choices: Choices, { gender }: Bearer): boolean {
  if (gender === "FEMALE" || gender === "MALE") return gender === "FEMALE";
  return choices.at("gender").chance(0.5);
}

function digitSum(number: number): number {
  return number < 10 ? number : (number % 10) + digitSum(Math.floor(number / 10));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** The text in groups of these lengths, as such numbers are written. */
function grouped(text: string, lengths: readonly number[]): string {
  const starts = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
  return lengths.map((length, index) => text.slice(starts[index], (starts[index] ?? 0) + length)).join(" ");
}
