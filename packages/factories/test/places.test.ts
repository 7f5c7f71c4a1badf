import { type Country, choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { cities } from "../src/cities.ts";
import { addressAt, cityOf, timezoneOf } from "../src/places.ts";

const keys = Array.from({ length: 400 }, (_, index) => String(index));
const addressesIn = (country: Country) =>
  keys.map((key) => addressAt(choicesAt(1, key, "home_address"), country));

const forms = [
  { country: "DE", code: /^\d{5}$/, street: /^\p{Lu}\p{Ll}+ \d+[abc]?$/u, offsets: [1] },
  { country: "FR", code: /^\d{5}$/, street: /^\d+( bis)? \p{Ll}+ [\p{L}’ ]+$/u, offsets: [1] },
  { country: "GB", code: /^[A-Z]{1,2}\d{1,2} \d[A-Z]{2}$/, street: /^\d+ \w+ \w+$/, offsets: [0] },
  {
    country: "NL",
    code: /^[1-9]\d{3} (?!S[ADS])[A-Z]{2}$/,
    street: /^\p{Lu}\p{Ll}+ \d+[abc]?$/u,
    offsets: [1],
  },
  { country: "US", code: /^\d{5}$/, street: /^\d+ \w+ \w+$/, offsets: [-8, -7, -6, -5] },
] as const satisfies readonly { country: Country; [key: string]: unknown }[];

test.each(forms)("addresses in $country are written as there", ({ country, code, street }) => {
  for (const address of addressesIn(country)) {
    expect(address.zip_code).toMatch(code);
    expect(address.street_1).toMatch(street);
    expect(address.country).toBe(country);
    expect(address.raw).toContain(address.street_1);
    expect(address.raw).toContain(address.zip_code);
  }
});

test.each(forms)("in $country the postal code, the state and the city agree", ({ country }) => {
  for (const { city, state, zip_code } of addressesIn(country)) {
    const facts = cities[country][city ?? ""];
    expect(facts?.state).toBe(state);
    expect(facts?.codes.some((code) => zip_code === code || zip_code?.startsWith(`${code} `))).toBe(true);
  }
});

test.each(forms)("addresses in $country are many, in every city of the table", ({ country }) => {
  const addresses = addressesIn(country);
  expect(new Set(addresses.map(({ city }) => city))).toEqual(new Set(Object.keys(cities[country])));
  expect(new Set(addresses.map(({ raw }) => raw)).size).toBeGreaterThan(390);
});

test.each(forms)("the hours of $country are those of its cities", ({ country, offsets }) => {
  const found = keys.map((key) => cityOf(choicesAt(1, key, "x"), country).timezoneOffset);
  expect([...new Set(found)].sort((one, other) => one - other)).toEqual(offsets);
});

test("the same key is always at the same address", () => {
  expect(addressAt(choicesAt(1, "1", "x"), "DE").raw).toBe("Sonnenstraße 32, 60311 Frankfurt am Main");
  expect(addressAt(choicesAt(1, "1", "x"), "US").raw).toBe("1332 Victoria Ave, Apt 2A, Chicago, IL 60622");
});

test.each([
  { country: "DE", day: "2026-01-15", offset: "+01:00" },
  { country: "DE", day: "2026-03-28", offset: "+01:00" },
  { country: "DE", day: "2026-03-29", offset: "+02:00" },
  { country: "FR", day: "2026-10-24", offset: "+02:00" },
  { country: "FR", day: "2026-10-25", offset: "+01:00" },
  { country: "NL", day: "2027-03-28", offset: "+02:00" },
  { country: "GB", day: "2026-03-28", offset: "+00:00" },
  { country: "GB", day: "2026-03-29", offset: "+01:00" },
  { country: "US", day: "2026-03-07", offset: "-05:00" },
  { country: "US", day: "2026-03-08", offset: "-04:00" },
  { country: "US", day: "2026-10-31", offset: "-04:00" },
  { country: "US", day: "2026-11-01", offset: "-05:00" },
  { country: "US", day: "2025-03-09T09:00:00.000Z", offset: "-04:00" },
] as const)("at noon of $day it is $offset in $country", ({ country, day, offset }) => {
  expect(timezoneOf(country, day)).toBe(offset);
});

test.each([
  { zone: "Europe/Berlin", country: "DE", winter: 1 },
  { zone: "Europe/London", country: "GB", winter: 0 },
  { zone: "America/New_York", country: "US", winter: -5 },
  { zone: "America/Los_Angeles", country: "US", winter: -8 },
] as const)("the offsets of ten years are those of $zone", ({ zone, country, winter }) => {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  for (let noon = Date.UTC(2020, 0, 1, 12); noon < Date.UTC(2030, 0, 1); noon += 86_400_000) {
    const day = new Date(noon).toISOString().slice(0, 10);
    // Noon there, give or take a few hours, which is far from the hour of the change.
    const parts = format.formatToParts(noon - winter * 3_600_000);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") || "+00:00";
    expect({ day, offset: timezoneOf(country, day, winter) }).toEqual({ day, offset: name });
  }
});
