import type { Choices } from "./choices.ts";
import type { Entity } from "./define-factory.ts";
import { digitsAt } from "./digits.ts";
import type { Country } from "./people.ts";

/**
 * A bank account as it is known in its country.
 *
 * Every check digit is right, so that clients which validate accept it, but no bank has the bank's code, so that
 * nothing can ever be paid to it.
 */
export function bankAccount(
  choices: Choices,
  country: Country,
  holderName: string,
): Entity<"HrisEmployeeBankAccount"> {
  const bank = choices.at("bank").pick(bankNames[country]);
  const code = bankCodes[bank] ?? "";
  return { ...forms[country](choices, code), holder_name: holderName, bank_name: bank };
}

type Form = (
  choices: Choices,
  code: string,
) => Pick<Entity<"HrisEmployeeBankAccount">, "iban" | "bic" | "account_number" | "domestic_bank_routing">;

const bankNames: Readonly<Record<Country, readonly string[]>> = {
  DE: ["Musterbank AG", "Sparkasse Musterstadt", "Volksbank Beispielheim"],
  FR: ["Banque de l’Exemple", "Crédit Fictif", "Caisse Modèle"],
  GB: ["Example Bank plc", "Sample Building Society", "Fictional Trust Bank"],
  NL: ["Voorbeeldbank", "Spaarbank Voorbeeld"],
  US: ["First Example Bank", "Sample Credit Union", "Fictional National Bank"],
};

/** Codes that cannot be a bank's, each with what rules it out. */
const bankCodes: Readonly<Record<string, string>> = {
  // A Bankleitzahl begins with its clearing area, 1 to 8 (Bundesbank).
  "Musterbank AG": "90010010",
  "Sparkasse Musterstadt": "90050000",
  "Volksbank Beispielheim": "90090042",
  // The codes of French banks are five digits of which the first is not 0.
  "Banque de l’Exemple": "00010",
  "Crédit Fictif": "00020",
  "Caisse Modèle": "00030",
  // Sort codes begin with 01 at the lowest.
  "Example Bank plc": "000010",
  "Sample Building Society": "000020",
  "Fictional Trust Bank": "000030",
  // Four letters that are in nobody's BIC; the BIC below says that it is for tests.
  Voorbeeldbank: "MOCK",
  "Spaarbank Voorbeeld": "MOCX",
  // A routing number begins with 00 to 12, 21 to 32, 61 to 72 or 80 (ABA); without its check digit here.
  "First Example Bank": "90000010",
  "Sample Credit Union": "90000020",
  "Fictional National Bank": "90000030",
};

const forms: Readonly<Record<Country, Form>> = {
  DE(choices, code) {
    const account = accountAt(choices, 10);
    return {
      iban: ibanOf("DE", `${code}${account}`),
      bic: bicOf("DE"),
      account_number: account,
      domestic_bank_routing: { number: code, type: "DE_BANKLEITZAHL" },
    };
  },
  FR(choices, code) {
    const branch = digitsAt(choices.at("branch"), 5);
    const account = accountAt(choices, 11);
    const key = 97 - remainder(`${code}${branch}${account}00`);
    return {
      iban: ibanOf("FR", `${code}${branch}${account}${String(key).padStart(2, "0")}`),
      bic: bicOf("FR"),
      account_number: account,
      domestic_bank_routing: { number: `${code}${branch}`, type: "FR_RIB" },
    };
  },
  GB(choices, code) {
    const account = accountAt(choices, 8);
    return {
      iban: ibanOf("GB", `MOCK${code}${account}`),
      bic: bicOf("GB"),
      account_number: account,
      domestic_bank_routing: { number: code, type: "GB_SORT_CODE" },
    };
  },
  NL(choices, code) {
    const account = elevenProof(accountAt(choices, 9));
    return {
      iban: ibanOf("NL", `${code}${account}`),
      bic: bicOf("NL", code),
      account_number: account,
      domestic_bank_routing: null,
    };
  },
  US: (choices, code) => ({
    iban: null,
    bic: null,
    account_number: accountAt(choices, 10),
    domestic_bank_routing: { number: abaNumber(code), type: "US_ABA_ROUTING_TRANSIT_NUMBER" },
  }),
};

/** Its last place, 0, makes it a code for tests, which the live network refuses (ISO 9362). */
function bicOf(country: Country, prefix = "MOCK"): string {
  return `${prefix}${country}20`;
}

/** The account's IBAN with its check digits (ISO 13616). */
function ibanOf(country: Country, account: string): string {
  const check = 98 - remainder(`${account}${country}00`);
  return `${country}${String(check).padStart(2, "0")}${account}`;
}

/** What is left modulo 97 of a number of any length, letters being 10 to 35 (ISO 7064). */
function remainder(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

/** A Dutch account number: ten digits, weighted 10 to 1, are divisible by 11. */
function elevenProof(digits: string): string {
  const weighted = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0);
  const last = (11 - (weighted % 11)) % 11;
  // One digit more at the place that weighs 2 leaves 8 in place of 10.
  return last < 10 ? `${digits}${last}` : elevenProof(`${digits.slice(0, 8)}${(Number(digits[8]) + 1) % 10}`);
}

/** A routing number with its check digit: the digits, weighted 3, 7, 1, are divisible by 10. */
function abaNumber(digits: string): string {
  const weights = [3, 7, 1];
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** An account number of this length, which does not begin with zero. */
function accountAt(choices: Choices, length: number): string {
  return `${choices.at("first").integer(1, 9)}${digitsAt(choices, length - 1)}`;
}
