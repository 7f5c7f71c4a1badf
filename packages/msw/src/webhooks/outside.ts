// Taken when the module is loaded, so that stubs, fake timers and MSW handlers of a test do not catch what the mock
// itself does.
const realFetch = globalThis.fetch;
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;

/** Calls somebody over the network. */
export function reach(request: Request): Promise<Response> {
  return realFetch(request);
}

/** Does something after some milliseconds of real time, unless the function that it returns is called before. */
export function later(milliseconds: number, run: () => void): () => void {
  const timer = realSetTimeout(run, milliseconds);
  return () => realClearTimeout(timer);
}
