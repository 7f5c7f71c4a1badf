import { type Country, choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { phoneNumber } from "../src/phones.ts";

const keys = Array.from({ length: 500 }, (_, index) => String(index));

const kept = [
  { country: "DE", kind: "mobile", code: "49", block: /^(171 ?39200\d{2}|176 ?040690\d{2})$/ },
  {
    country: "DE",
    kind: "landline",
    code: "49",
    block: /^(30 ?23125|40 ?66969|69 ?90009|89 ?99998|221 ?4710)\d{3}$/,
  },
  { country: "FR", kind: "mobile", code: "33", block: /^6 ?39 ?98 ?\d\d ?\d\d$/ },
  {
    country: "FR",
    kind: "landline",
    code: "33",
    block: /^(1 ?99 ?00|2 ?61 ?91|3 ?53 ?01|4 ?65 ?71|5 ?36 ?49) ?\d\d ?\d\d$/,
  },
  { country: "GB", kind: "mobile", code: "44", block: /^7700 ?900\d{3}$/ },
  { country: "GB", kind: "landline", code: "44", block: /^(20 ?7946|1(13|17|31|61) ?496) ?0\d{3}$/ },
  { country: "NL", kind: "mobile", code: "31", block: /^6 ?0\d{7}$/ },
  { country: "NL", kind: "landline", code: "31", block: /^[12347]0 ?0\d\d ?\d{4}$/ },
  { country: "US", kind: "mobile", code: "1", block: /^\(?[2-9]\d\d\)? ?555-?01\d\d$/ },
  { country: "US", kind: "landline", code: "1", block: /^\(?[2-9]\d\d\)? ?555-?01\d\d$/ },
] as const satisfies readonly { country: Country; [key: string]: unknown }[];

const numbersOf = (country: Country, kind: "mobile" | "landline") =>
  keys.map((key) => phoneNumber(choicesAt(1, key, "phone"), country, kind));

test.each(kept)(
  "a $kind number in $country is one that nobody can have",
  ({ country, kind, code, block }) => {
    const subscriber = new RegExp(`^(\\+${code} ?|0)?`);
    const numbers = numbersOf(country, kind);
    expect(numbers.filter((number) => !block.test(number.replace(subscriber, "")))).toEqual([]);
  },
);

test.each(kept)("$kind numbers in $country are in all three notations", ({ country, kind, code }) => {
  const numbers = numbersOf(country, kind);
  const e164 = new RegExp(`^\\+${code}\\d{9,12}$`);
  expect(numbers.filter((number) => e164.test(number)).length).toBeGreaterThan(100);
  expect(numbers.filter((number) => number.startsWith(`+${code} `)).length).toBeGreaterThan(100);
  expect(numbers.filter((number) => !number.startsWith("+")).length).toBeGreaterThan(100);
});

test.each([
  { country: "DE", kind: "mobile", number: "+4917604069086" },
  { country: "GB", kind: "landline", number: "+441134960796" },
  { country: "NL", kind: "mobile", number: "+31608650636" },
] as const)("the same key always has the same $kind number in $country", ({ country, kind, number }) => {
  expect(phoneNumber(choicesAt(1, "1", "x"), country, kind)).toBe(number);
});
