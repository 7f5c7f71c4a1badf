import type { MockCore } from "@kombo-mock/msw/core";

/** The longest wait that a timer takes. */
const longestWait = 2_147_483_647;

/** Runs a mock's scheduled work on time. It keeps no process alive. */
export class LiveClock {
  readonly #mock: Pick<MockCore, "runDue">;
  #timer: NodeJS.Timeout | undefined;

  constructor(mock: Pick<MockCore, "runDue">) {
    this.#mock = mock;
    this.wind();
  }

  /** Runs what is due in every environment, and waits for what is next. */
  wind(): void {
    this.stop();
    const wait = this.#mock.runDue();
    if (wait === null) return;
    // A timer may fire a moment early by the clock that the work is held against.
    this.#timer = setTimeout(() => this.wind(), Math.min(Math.max(wait, 1), longestWait));
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
