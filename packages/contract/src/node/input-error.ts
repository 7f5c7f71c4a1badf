/** Says what cannot be read or done, and what to do about it; the command line ends with 2. */
export class InputError extends Error {
  override name = "InputError";
}

/** Why a file could not be read, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "there is no such file";
  // What went wrong with a connection is only in the cause.
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
