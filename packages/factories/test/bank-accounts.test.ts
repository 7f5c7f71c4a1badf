import { type Country, choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { bankAccount } from "../src/bank-accounts.ts";

const keys = Array.from({ length: 300 }, (_, index) => String(index));
const accountsIn = (country: Country) =>
  keys.map((key) => bankAccount(choicesAt(1, key, "bank_accounts"), country, "Jo Doe"));

const remainderOf = (iban: string) => {
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
};

const forms = [
  { country: "DE", iban: /^DE\d{2}9\d{17}$/, number: /^9\d{7}$/, type: "DE_BANKLEITZAHL" },
  { country: "FR", iban: /^FR\d{2}000\d{20}$/, number: /^000\d{7}$/, type: "FR_RIB" },
  { country: "GB", iban: /^GB\d{2}MOCK00\d{12}$/, number: /^00\d{4}$/, type: "GB_SORT_CODE" },
] as const;

test.each(forms)(
  "an account in $country has an IBAN of a bank that cannot be",
  ({ country, iban, ...routing }) => {
    for (const account of accountsIn(country)) {
      expect(account.iban).toMatch(iban);
      expect(remainderOf(account.iban ?? "")).toBe(1n);
      expect(account.domestic_bank_routing?.number).toMatch(routing.number);
      expect(account.domestic_bank_routing?.type).toBe(routing.type);
      expect(account.iban).toContain(account.account_number);
      expect(account.iban).toContain(account.domestic_bank_routing?.number);
    }
  },
);

test("a Dutch account has an IBAN of a bank that cannot be, and a number that is divisible by 11", () => {
  for (const { iban, account_number, domestic_bank_routing } of accountsIn("NL")) {
    expect(iban).toMatch(/^NL\d{2}MOC[KX]\d{10}$/);
    expect(remainderOf(iban ?? "")).toBe(1n);
    const digits = [...(account_number ?? "")];
    expect(digits.reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11).toBe(0);
    expect(domestic_bank_routing).toBeNull();
  }
});

test("an American account has a routing number that is right but for its first digits, and no IBAN", () => {
  for (const { iban, bic, account_number, domestic_bank_routing: routing } of accountsIn("US")) {
    expect({ iban, bic }).toEqual({ iban: null, bic: null });
    expect(account_number).toMatch(/^[1-9]\d{9}$/);
    expect(routing?.type).toBe("US_ABA_ROUTING_TRANSIT_NUMBER");
    expect(routing?.number).toMatch(/^9\d{8}$/);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = [...(routing?.number ?? "")].map(
      Number,
    );
    expect((3 * (a + d + g) + 7 * (b + e + h) + (c + f + i)) % 10).toBe(0);
  }
});

test("the key of a French account is right", () => {
  for (const { iban } of accountsIn("FR")) expect(BigInt((iban ?? "").slice(4)) % 97n).toBe(0n);
});

test.each(["DE", "FR", "GB", "NL"] as const)("a BIC in %s says that it is for tests", (country) => {
  for (const { bic } of accountsIn(country)) {
    expect(bic).toMatch(/^[A-Z]{6}[A-Z2-9]0$/);
    expect(bic?.slice(4, 6)).toBe(country);
  }
});

test("a bank has one code, and the account is the holder's", () => {
  const codes = new Map<unknown, Set<unknown>>();
  for (const { bank_name, domestic_bank_routing, holder_name } of accountsIn("DE")) {
    codes.set(bank_name, (codes.get(bank_name) ?? new Set()).add(domestic_bank_routing?.number));
    expect(holder_name).toBe("Jo Doe");
  }
  expect([...codes.values()].map(({ size }) => size)).toEqual([1, 1, 1]);
});

test("the same key always has the same account", () => {
  expect(bankAccount(choicesAt(1, "1", "x"), "DE", "Jo Doe")).toEqual({
    iban: "DE22900500008859212181",
    bic: "MOCKDE20",
    account_number: "8859212181",
    holder_name: "Jo Doe",
    bank_name: "Sparkasse Musterstadt",
    domestic_bank_routing: { number: "90050000", type: "DE_BANKLEITZAHL" },
  });
});
