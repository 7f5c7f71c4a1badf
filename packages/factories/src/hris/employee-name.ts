import { type Choices, choicesAt } from "../choices.ts";
import { type Country, emailOf, personName } from "../people.ts";

/** The name and gender of the employee with this key, decided in one place, so that all fields agree. */
export function employeeName({ seed, key }: Pick<Choices, "seed" | "key">, country: Country) {
  return personName(choicesAt(seed, key, "HrisEmployee.person"), country);
}

/** What an address is made of, in fields that may be null. */
export interface AddressParts {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Stands for names that have no Latin letters. */
  readonly number: string | null;
  /** How many others came before with the same name. */
  readonly namesakes: number;
}

/** An employee's address at a host, or null when nothing is known that it could be made of. */
export function employeeEmail(parts: AddressParts, host: string): string | null {
  const { firstName, lastName, number, namesakes } = parts;
  const latin = [firstName, lastName].filter(
    (name): name is string => name !== null && /[A-Za-z]/.test(name),
  );
  const names = latin.length > 0 ? latin : number === null ? [] : [number];
  if (names.length === 0) return null;
  const address = emailOf(names[0] ?? "", names[1] ?? "", host);
  // The second person of a name gets a 2, as is usual.
  return namesakes === 0 ? address : address.replace("@", `${namesakes + 1}@`);
}
