import type { Entity } from "@kombo-mock/factories";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { clientOf, type DatevFeature, obstacleTo } from "./datev-client.ts";

/** Which client of which consultant is connected, and which payroll program it uses. */
export const getSystemInformation = action("GET /custom/datev/system-information", (context) => {
  const { consultant_number, client_number, target_system } = clientOf(context);
  return { consultant_number, client_number, target_system };
});

/** Whether sick notes can be requested. */
export const checkEauPermission = action("GET /custom/datev/check-eau-permission", (context) =>
  readiness("eau", context),
);

/** Whether anything can be written. */
export const checkWritePermission = action("GET /custom/datev/check-write-permission", (context) =>
  readiness("write", context),
);

/** Which documents can be downloaded, or why none can. */
export const checkDocumentPermission = action("GET /custom/datev/check-document-permission", (context) => {
  const error = obstacleTo("documents", context);
  if (error !== undefined) return { ready: false, error };
  return { ready: true, documents_granted: [...clientOf(context).documents_granted] };
});

function readiness(feature: DatevFeature, context: RequestContext): Entity<"DatevReadiness"> {
  const error = obstacleTo(feature, context);
  return error === undefined ? { ready: true } : { ready: false, error };
}
