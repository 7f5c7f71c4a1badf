import { type Country, choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { nationalIdentifiers } from "../src/work.ts";

const keys = Array.from({ length: 400 }, (_, index) => String(index));
const identifiersIn = (country: Country) =>
  keys.map((key) => nationalIdentifiers(choicesAt(1, key, "ssn"), country));

test.each([
  { country: "DE", ssn: /^00 \d{6} [A-Z] \d{3}$/, taxId: /^0\d \d{3} \d{3} \d{3}$/ },
  {
    country: "FR",
    ssn: /^[12] \d\d (0[1-9]|1[0-2]) 00 \d{3} \d{3} \d\d$/,
    taxId: /^9\d \d\d \d{3} \d{3} \d{3}$/,
  },
  { country: "GB", ssn: /^QQ \d\d \d\d \d\d [A-D]$/, taxId: null },
  { country: "NL", ssn: /^9999\d{5}$/, taxId: null },
  { country: "US", ssn: /^9\d\d-[1-4]\d-\d{4}$/, taxId: null },
] as const)(
  "numbers in $country have the form of the country and are nobody's",
  ({ country, ssn, taxId }) => {
    const numbers = identifiersIn(country);
    for (const number of numbers) {
      expect(number.ssn).toMatch(ssn);
      if (taxId) expect(number.taxId).toMatch(taxId);
      else expect(number.taxId).toBeNull();
    }
    expect(new Set(numbers.map((number) => number.ssn)).size).toBeGreaterThan(380);
  },
);

test("the check digits of a Dutch number are right", () => {
  for (const { ssn } of identifiersIn("NL")) {
    const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    expect(weights.reduce((sum, weight, index) => sum + weight * Number(ssn?.[index]), 0) % 11).toBe(0);
  }
});

test("the keys of French numbers are right", () => {
  for (const { ssn, taxId } of identifiersIn("FR")) {
    const number = (ssn ?? "").replaceAll(" ", "");
    expect((Number(number.slice(0, 13)) + Number(number.slice(13))) % 97).toBe(0);
    const tax = (taxId ?? "").replaceAll(" ", "");
    expect(Number(tax.slice(0, 10)) % 511).toBe(Number(tax.slice(10)));
  }
});

test("a German tax number has one digit twice and a right check digit", () => {
  for (const { taxId } of identifiersIn("DE")) {
    const digits = (taxId ?? "").replaceAll(" ", "");
    expect(new Set(digits.slice(0, 10)).size).toBe(9);
    let product = 10;
    for (const digit of digits.slice(0, 10)) {
      const sum = (Number(digit) + product) % 10;
      product = ((sum === 0 ? 10 : sum) * 2) % 11;
    }
    expect(Number(digits[10])).toBe(11 - product === 10 ? 0 : 11 - product);
  }
});

test("the check digit of a German insurance number is computed as the law says", () => {
  const check = (text: string) =>
    [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((sum, weight, index) => {
      const product = weight * Number(text[index]);
      return sum + Math.floor(product / 10) + (product % 10);
    }, 0) % 10;
  // The usual example, 15 070649 C 103.
  expect(check("150706490310")).toBe(3);
  for (const { ssn } of identifiersIn("DE")) {
    const [area, birthday, letter = "", serial = ""] = (ssn ?? "").split(" ");
    const place = String(letter.charCodeAt(0) - 64).padStart(2, "0");
    expect(check(`${area}${birthday}${place}${serial.slice(0, 2)}`)).toBe(Number(serial[2]));
  }
});

test("numbers agree with what is known of their bearer", () => {
  const bearer = { bornOn: "1988-12-03T00:00:00.000Z", gender: "FEMALE", lastName: "Lemoine" };
  const choices = choicesAt(1, "1", "x");
  expect(nationalIdentifiers(choices, "FR", bearer).ssn).toMatch(/^2 88 12 00 /);
  expect(nationalIdentifiers(choices, "DE", bearer).ssn).toMatch(/^00 031288 L [5-9]\d\d$/);
});
