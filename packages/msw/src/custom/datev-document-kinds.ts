import type { Entity } from "@kombo-mock/factories";

/** What a type of payroll document is. */
interface DocumentKind {
  readonly title: string;
  /** Whether each employee has one, or the company. */
  readonly owner: "company" | "employee";
  /** Whether it is made once a year, with the payroll of December. */
  readonly yearly?: true;
}

// Who owns which is not published; it follows from what each is.
/** Every type of payroll document by its code. */
export const documentKinds: Readonly<Record<Entity<"DatevDocumentType">, DocumentKind>> = {
  AANB: { title: "A1 certificate, confirmation of the application", owner: "employee" },
  ABEG: { title: "A1 certificate", owner: "employee" },
  BUBE: { title: "Accounting voucher", owner: "company" },
  DAWE: { title: "Loans", owner: "company" },
  KBNW: { title: "Contribution statement", owner: "company" },
  KOST: { title: "Values by cost centre", owner: "company" },
  KOTR: { title: "Values by cost unit", owner: "company" },
  LKTO: { title: "Payroll account", owner: "employee", yearly: true },
  LOBN: { title: "Payslip, gross and net", owner: "employee" },
  LJOE: { title: "Payroll journal, in English", owner: "company" },
  LOJE: { title: "Payroll journal, another form", owner: "company" },
  LOJO: { title: "Payroll journal", owner: "company" },
  LOPE: { title: "Overview of personnel costs, in English", owner: "company" },
  LOPN: { title: "Values by pay type, detailed", owner: "company" },
  LOPS: { title: "Overview of personnel costs", owner: "company" },
  LORE: { title: "Personnel report", owner: "company" },
  LOWE: { title: "Values by pay type", owner: "company" },
  LSTA: { title: "Wage tax return", owner: "company" },
  LSTB: { title: "Wage tax certificate", owner: "employee", yearly: true },
  LSTE: { title: "Wage tax certificate, in English", owner: "employee", yearly: true },
  PDAT: { title: "Employee master data", owner: "employee" },
  PFAN: { title: "Attachments of earnings", owner: "company" },
  PRZA: { title: "Payments by data transfer", owner: "company" },
  SBNW: { title: "Notes on the contribution statement", owner: "company" },
  SVNW: { title: "Proof of the social security report", owner: "employee" },
  WEAN: { title: "Credit balances by employee", owner: "company" },
  ZABR: { title: "Payments in cash", owner: "company" },
  ZAKF: { title: "Overview of payments", owner: "company" },
  ZAUW: { title: "Overpayments", owner: "company" },
};

/** The kind of a document; undefined for a code that DATEV does not have. */
export function kindOf(code: string): DocumentKind | undefined {
  return Object.hasOwn(documentKinds, code) ? documentKinds[code as keyof typeof documentKinds] : undefined;
}
