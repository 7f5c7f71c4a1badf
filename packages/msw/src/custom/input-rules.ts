import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";

/** Refuses input that the document allows and the tool's program cannot take, unless such rules are switched off. */
export function refuseUnlike(context: RequestContext, isRight: boolean, message: string): void {
  if (isRight || context.assume("custom-input-rules") === "document-only") return;
  throw new KomboError("PLATFORM.INPUT_INVALID", message);
}

/** Refuses a pay type that no payroll program has. */
export function refusePayType(context: RequestContext, lohnart: number, location: string): void {
  refuseUnlike(
    context,
    Number.isInteger(lohnart) && lohnart >= 1 && lohnart <= 9_999,
    `${location} must be a pay type, a whole number from 1 to 9999, but is ${lohnart}.`,
  );
}
