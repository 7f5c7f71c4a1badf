const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal came while the tests ran again and again: nothing more is run. */
export class Stopped extends Error {
  override name = "Stopped";
  readonly signal: (typeof signals)[number];

  constructor(what: string, signal: Stopped["signal"]) {
    super(`${what} was ended by ${signal}.`);
    this.signal = signal;
  }
}

/** Does something in several runs; `assertRunning`, called after each, throws once a signal has come. */
export async function stoppable<Outcome>(
  what: string,
  run: (assertRunning: () => void) => Promise<Outcome>,
): Promise<Outcome> {
  let stopped: Stopped | undefined;
  const listeners = signals.map((signal) => {
    const listener = () => {
      stopped = new Stopped(what, signal);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  try {
    return await run(() => {
      if (stopped) throw stopped;
    });
  } finally {
    for (const remove of listeners) remove();
  }
}
