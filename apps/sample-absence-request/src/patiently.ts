import { KomboFailure } from "./kombo-failure.ts";

const mostAttempts = 4;
const usualWait = 2_000;

/**
 * Reads something, and reads it again after a while when that may help: for as long as the API says, two seconds where
 * it says nothing. Only for what changes nothing: of a write whose answer was lost nobody knows whether it was done.
 */
export async function patiently<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (failure) {
      if (attempt === mostAttempts || !isPassing(failure)) throw failure;
      await wait(failure instanceof KomboFailure ? (failure.retryAfter ?? usualWait) : usualWait);
    }
  }
}

/** A connection that breaks comes as a `TypeError` of fetch. */
function isPassing(failure: unknown): boolean {
  return failure instanceof KomboFailure ? failure.isPassing : failure instanceof TypeError;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
