import type { Snapshot } from "../state/snapshots.ts";

/** An environment that was made as a copy of another one. */
export interface Fork {
  readonly name: string;
  /** The API key that leads to it. */
  readonly api_key: string;
}

/** The calls about an environment as a whole, as both transports have them. */
export interface EnvironmentControl {
  /** The environment as it is now; keeps a reference, copies nothing. */
  snapshot(): Promise<Snapshot>;
  /** Goes back to a snapshot, by what `snapshot` answered or by its id; as often as you like. */
  restore(snapshot: Snapshot | string): Promise<void>;
  /** Opens a copy of the environment under a key of its own; from then on neither sees what happens in the other. */
  fork(): Promise<Fork>;
}
