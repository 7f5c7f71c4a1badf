import { type Country, choicesAt } from "@kombo-mock/factories";

import { expect, test } from "vitest";
import { words } from "../src/generated/words.ts";
import { companyName, workEmail } from "../src/people.ts";
import { schemaOf } from "./document.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const satisfies readonly Country[];
const keys = Array.from({ length: 500 }, (_, index) => String(index));
const addressPattern = new RegExp(schemaOf("EndUser").properties?.["creator_email"]?.pattern ?? "$^", "u");

const choicesOf = (key: string) => choicesAt(1, key, "end_user");
const emailsIn = (country: Country) =>
  keys.map((key) => workEmail(choicesOf(key), country, companyName(choicesOf(key), country)));

test("these are all the countries", () => {
  expect(Object.keys(words)).toEqual(countries);
});

test.each(countries)(
  "addresses in %s are such as the document allows, at hosts that nobody owns",
  (country) => {
    const emails = emailsIn(country);
    expect(emails.filter((email) => !addressPattern.test(email))).toEqual([]);
    expect(emails.filter((email) => !/^[a-z]+\.[a-z]+@[a-z]+\.example\.com$/.test(email))).toEqual([]);
  },
);

test.each(countries)("people and companies in %s are many", (country) => {
  expect(new Set(emailsIn(country)).size).toBeGreaterThan(490);
  expect(new Set(keys.map((key) => companyName(choicesOf(key), country))).size).toBeGreaterThan(100);
});

test("the pattern of addresses is the document's and refuses what it should", () => {
  expect(addressPattern.test("jo..doe@acme.example.com")).toBe(false);
  expect(addressPattern.test("jo@acme.example.com")).toBe(true);
});

test.each([
  { country: "DE", forms: ["GmbH", "AG", "GmbH & Co. KG", "SE"] },
  { country: "FR", forms: ["SA", "SARL", "SAS"] },
  { country: "GB", forms: ["Ltd", "plc", "& Sons Ltd"] },
  { country: "NL", forms: ["B.V.", "N.V."] },
  { country: "US", forms: ["Inc.", "LLC", "Corp."] },
] as const)("companies in $country are called as they are there", ({ country, forms }) => {
  const seen = keys.map((key) => companyName(choicesOf(key), country).replace(/^\p{L}+ /u, ""));
  expect(new Set(seen)).toEqual(new Set(forms));
});

test.each(countries)("every name of %s can stand in an address", (country) => {
  const names = [...words[country].firstNames, ...words[country].lastNames];
  const hosts = names.map((name) => workEmail(choicesOf("1"), country, name).split("@")[1] ?? "");
  expect(hosts.filter((host) => !/^[a-z]+\.example\.com$/.test(host))).toEqual([]);
});

test.each([
  { company: "Größmann GmbH", host: "groessmann" },
  { company: "Hélène SARL", host: "helene" },
  { company: "Øster & Sons Ltd", host: "oster" },
])("the host of $company is $host", ({ company, host }) => {
  expect(workEmail(choicesOf("1"), "DE", company)).toMatch(new RegExp(`@${host}\\.example\\.com$`));
});
