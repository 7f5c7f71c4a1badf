import { KomboError } from "../request/kombo-error.ts";

/** The faults of a world file, each once and in the order in which they were found, so that all are told at once. */
export class FaultList {
  readonly #faults = new Set<string>();

  get count(): number {
    return this.#faults.size;
  }

  add(...faults: readonly string[]): void {
    for (const fault of faults) this.#faults.add(fault);
  }

  /** Does something; what it refuses becomes a fault. `relocate` says where the refused thing stands in the file. */
  attempt<Result>(work: () => Result, relocate = (message: string) => message): Result | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof KomboError)) throw error;
      this.add(relocate(error.message));
      return undefined;
    }
  }

  /** Refuses the file when it has a fault. */
  refuse(): void {
    if (this.count === 0) return;
    const head = this.count === 1 ? "The world file has a fault" : `The world file has ${this.count} faults`;
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `${head}, and nothing of it was taken:\n${[...this.#faults].map((fault) => `- ${fault}`).join("\n")}`,
    );
  }
}
