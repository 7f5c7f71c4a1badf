import { choicesAt } from "../choices.ts";
import { datevTools } from "../general/catalogue/tool-actions.ts";
import { base58Id } from "../hash.ts";
import { defineWrittenCollection } from "../worlds/collection.ts";
import type { PartitionInputs } from "../worlds/skeleton.ts";
import type { DatevClientNumbers } from "./datev-file.ts";

/** What DATEV's side says of a client, and which of its features are set up. */
export interface DatevClient extends DatevClientNumbers {
  /** What stands in the way of eAU requests; null when nothing does. */
  readonly eau_error: string | null;
  /** The same for writing. */
  readonly write_error: string | null;
  /** The same for documents. */
  readonly documents_error: string | null;
  /** The document types that can be downloaded. */
  readonly documents_granted: readonly string[];
  /** Ids in DATEV of people whom it pays and no sync has brought. */
  readonly unsynced_employees: readonly string[];
}

/** The id of a DATEV integration whose customer has set nothing up at DATEV. */
export const datevWithoutPermissions = `datev:${base58Id("small\ndatev\nwithout permissions")}`;

// Master data, loans and what is only for the tax office are not granted: consultants rarely release them.
const granted = [
  ...["AANB", "ABEG", "BUBE", "KBNW", "KOST", "LKTO", "LOBN", "LOJO", "LOPS", "LSTA", "LSTB", "PRZA"],
  ...["SVNW", "ZAKF"],
] as const;

/** A client as the worlds have it: everything is set up, but for the integration that shows the opposite. */
export function makeDatevClient({
  seed,
  integrationId,
}: Pick<PartitionInputs, "seed" | "integrationId">): DatevClient {
  const choices = choicesAt(seed, integrationId, "datev-client");
  const isReady = integrationId !== datevWithoutPermissions;
  const missing = (text: string) => (isReady ? null : text);
  return {
    consultant_number: choices.at("consultant").integer(1_000, 9_999_999),
    client_number: choices.at("client").integer(1, 99_999),
    target_system: choices.at("system").pick(["LODAS", "LuG"] as const),
    eau_error: missing("The client has not ordered the eAU data service, so nothing can be requested."),
    write_error: missing("The consultant has not released the client for the import of payroll data."),
    documents_error: missing("The consultant has not released any payroll documents of the client."),
    documents_granted: isReady ? granted : [],
    unsynced_employees: isReady ? ["90001"] : [],
  };
}

/** Whether an integration is one of DATEV. */
const isDatev = ({ tool }: PartitionInputs) => (datevTools as readonly string[]).includes(tool);

/** Whether DATEV was used through an integration before the world's date. */
export function hasDatevPast(inputs: PartitionInputs): boolean {
  return isDatev(inputs) && inputs.integrationId !== datevWithoutPermissions;
}

const castOf = ({ integrationId }: PartitionInputs) =>
  integrationId === datevWithoutPermissions ? "datevClientWithoutPermissions" : "datevClient";

/** What DATEV's side says of the client of an integration; change it to see what a consumer does then. */
export const datevClients = defineWrittenCollection({
  name: "custom.datev-clients",
  fields: [
    ...["consultant_number", "client_number", "target_system", "eau_error", "write_error"],
    ...["documents_error", "documents_granted", "unsynced_employees"],
  ],
  references: {},
  kinds: {
    consultant_number: { is: "integer", nullable: true },
    client_number: { is: "integer", nullable: true },
    target_system: { is: ["LODAS", "LuG"], nullable: true },
    eau_error: { is: "string", nullable: true },
    write_error: { is: "string", nullable: true },
    documents_error: { is: "string", nullable: true },
    documents_granted: { is: "string", list: true, nullable: true },
    unsynced_employees: { is: "string", list: true, nullable: true },
  },
  rows: (source) =>
    source.layer === "base" && isDatev(source)
      ? [{ remoteId: "client", cast: castOf(source), values: { ...makeDatevClient(source) } }]
      : [],
});
