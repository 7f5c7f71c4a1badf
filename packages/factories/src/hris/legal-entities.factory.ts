import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Country, companyName } from "../people.ts";
import { addressAt } from "../places.ts";
import { deletedBefore } from "./record-instants.ts";

/** What a legal entity is made from. */
export interface HrisLegalEntityInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The company's registered name; one is made up where there is none. */
  readonly company: string | null;
  /** Whether it is the company itself, or one that belongs to it. */
  readonly rank: "company" | "subsidiary";
}

const inputs: HrisLegalEntityInputs = { country: "DE", date: "2026-01-15", company: null, rank: "company" };

// What subsidiaries are for, and their commonest legal form.
const purposes = ["Services", "Digital", "Logistics", "International", "Holding"] as const;
const forms: Readonly<Record<Country, string>> = { DE: "GmbH", FR: "SAS", GB: "Ltd", NL: "B.V.", US: "Inc." };
const legalForm =
  / (GmbH & Co\. KG|GmbH|AG|SE|SARL|SAS|SA|& Sons Ltd|Ltd|plc|N\.V\.|B\.V\.|Inc\.|LLC|Corp\.)$/;

/** Builds a legal person that employs people: a German company unless told. */
export const hrisLegalEntityFactory = defineFactory("HrisLegalEntity")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name(context) {
      const { country, company, rank } = context.input;
      const name = company ?? companyName(context, country);
      if (rank === "company") return name;
      const purpose = context.at("purpose").pick<string>(purposes);
      return `${name.replace(legalForm, "")} ${purpose} ${forms[country]}`;
    },
    address: (context) => addressAt(context, context.input.country),
    changed_at: (context) =>
      context.get("remote_deleted_at") ??
      instantBefore(context, context.input.date, { minDays: 60, maxDays: 1_200 }),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    subsidiary: { input: { rank: "subsidiary" } },
    withoutAddress: { fields: { address: () => null } },
    deleted: {
      fields: { remote_deleted_at: (context) => deletedBefore(context, context.input.date) },
    },
  },
});
