import type { OperationEntry } from "@kombo-mock/openapi";
import { KomboError } from "./kombo-error.ts";

/**
 * A failure as the operation's family can tell it. The general family has codes of the platform only, so what it has no
 * code for, such as values that the tool rejects, keeps its status and message and has a null code.
 */
export function inFamily(error: KomboError, entry: OperationEntry | undefined): KomboError {
  if (entry?.errors !== "general" || error.code === null || error.code.startsWith("PLATFORM.")) return error;
  const { message, status, assumes = "no-code-for-integration-state" } = error;
  return new KomboError(null, message, { status, assumes });
}
