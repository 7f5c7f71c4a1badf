import { type Country, choicesAt, integrationDetailsFactory } from "@kombo-mock/factories";

import { expect, test } from "vitest";
import { words } from "../src/generated/words.ts";
import { companyHost, companyName, companyOf, emailOf, personName, workEmail } from "../src/people.ts";
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

test.each(countries)(
  "people in %s have a first name of their gender, and both genders are met",
  (country) => {
    const people = keys.map((key) => personName(choicesOf(key), country));
    const { femaleNames, maleNames, lastNames } = words[country];
    expect(people.filter(({ gender }) => gender === "FEMALE").length).toBeGreaterThan(200);
    expect(people.filter(({ gender }) => gender === "MALE").length).toBeGreaterThan(200);
    for (const { firstName, lastName, gender } of people) {
      expect(gender === "FEMALE" ? femaleNames : maleNames).toContain(firstName);
      expect(gender === "FEMALE" ? maleNames : femaleNames).not.toContain(firstName);
      expect(lastNames).toContain(lastName);
    }
  },
);

test.each([
  { country: "DE", person: { firstName: "Carla", lastName: "Kinzel", gender: "FEMALE" } },
  { country: "FR", person: { firstName: "Alice", lastName: "Lemoine", gender: "FEMALE" } },
  { country: "US", person: { firstName: "Elisa", lastName: "Moore", gender: "FEMALE" } },
] as const)("the same key names the same person in $country", ({ country, person }) => {
  expect(personName(choicesAt(1, "1", "x"), country)).toEqual(person);
});

test.each([
  { first: "Jürgen", last: "Groß", email: "juergen.gross@acme.example.com" },
  { first: "Anne-Marie", last: "O'Neill", email: "anne-marie.oneill@acme.example.com" },
  { first: "-", last: "van den Berg", email: "vandenberg@acme.example.com" },
  { first: "李", last: "王", email: "someone@acme.example.com" },
])("the address of $first $last is $email", ({ first, last, email }) => {
  expect(emailOf(first, last, companyHost("Acme"))).toBe(email);
  expect(email).toMatch(addressPattern);
});

test.each(["Müller GmbH", "& Sons", "-", "", "3D Labs"])(
  'an address at "%s" is such as the document allows',
  (company) => {
    expect(emailOf("Jo", "Doe", companyHost(company))).toMatch(addressPattern);
  },
);

test.each(countries)("an integration in %s has the company that its details name", (country) => {
  for (const id of ["bamboohr:1", "personio:2", "hibob:3"]) {
    const details = integrationDetailsFactory.seed(7).key(id).input({ country }).build();
    const { name, host } = companyOf(7, id, country);
    expect(name).toBe(details.end_user.organization_name);
    expect(details.end_user.creator_email).toMatch(new RegExp(`@${host}$`));
  }
});
