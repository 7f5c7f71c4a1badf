// Taken when the module is loaded, so that fake timers of a test neither stop nor move it.
const { setTimeout: setRealTimer } = globalThis;

/** Waits some milliseconds of real time. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setRealTimer(resolve, milliseconds);
  });
}
