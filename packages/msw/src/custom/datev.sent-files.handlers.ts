import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import { monthOf } from "./calendar.ts";
import { clientOf, refuseUnready } from "./datev-client.ts";
import { refuseUnlike } from "./input-rules.ts";

const collection = "custom.datev-sent-files";

/** Hands a file to the payroll program as it is. It cannot be read back through the API; the control calls show it. */
export const sendFile = action("POST /custom/datev/passthrough", (context) => {
  const { body, change, integration, now } = context;
  refuseUnready("write", context);
  const accounting_month = `${monthOf(body.accounting_month, "body.accounting_month")}-01`;
  refuseOtherClient(context, body);
  const remoteId = change.newRemoteId(integration.id, collection);
  const { file_content, target_system, file_type, file_name } = body;
  change.insert(
    { integrationId: integration.id, collection, remoteId },
    { file_content, accounting_month, target_system, file_type, file_name, created_at: isoString(now) },
  );
  return {};
});

/** A file has to name the payroll program, the consultant and the client, each as its program wants it. */
function refuseOtherClient(
  context: RequestContext,
  { target_system, file_content }: { readonly target_system: string; readonly file_content: string },
): void {
  const client = clientOf(context);
  refuseUnlike(
    context,
    target_system === client.target_system,
    `body.target_system: the client uses ${client.target_system}, but the file is for ${target_system}. GET /custom/datev/system-information tells.`,
  );
  const lines = file_content.split(/\r?\n/).map((line) => line.trim());
  const { consultant_number, client_number } = client;
  const isLodas = target_system === "LODAS";
  const wanted = isLodas
    ? ["[Allgemein]", "Ziel=LODAS", `BeraterNr=${consultant_number}`, `MandantenNr=${client_number}`]
    : [`${consultant_number};${client_number};`];
  const missing = wanted.filter((start) =>
    isLodas ? !lines.includes(start) : lines.find((line) => line !== "")?.startsWith(start) !== true,
  );
  refuseUnlike(
    context,
    missing.length === 0,
    `body.file_content: a file for ${target_system} has to ${isLodas ? "have the lines" : "begin with"} ${missing.map((line) => `"${line}"`).join(", ")}.`,
  );
}
