import { base58Id } from "@kombo-mock/factories";
import { KomboError } from "../request/kombo-error.ts";
import type { Root } from "./root.ts";

/** An environment as it was at some time, by an id. */
export interface Snapshot {
  readonly id: string;
}

/** The same, with the root itself: for whoever holds it, it is never too old. */
export interface HeldSnapshot extends Snapshot {
  readonly root: Root;
}

/** What leads back: a root, or the id of a snapshot. */
export type Restorable = Pick<HeldSnapshot, "root"> | Snapshot | string;

/** How many snapshots are found by their id: the latest. */
const mostKept = 100;

/** The snapshots of an environment. */
export class Snapshots {
  readonly #environment: string;
  readonly #byId = new Map<string, Root>();
  #taken = 0;

  constructor(environment: string) {
    this.#environment = environment;
  }

  take(root: Root): HeldSnapshot {
    const id = base58Id(`${this.#environment}\nsnapshot\n${++this.#taken}`);
    this.#byId.set(id, root);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > mostKept && oldest !== undefined) this.#byId.delete(oldest);
    return { id, root };
  }

  find(given: Restorable): Root {
    if (typeof given !== "string" && "root" in given) return given.root;
    const id = typeof given === "string" ? given : given.id;
    const found = this.#byId.get(id);
    if (found) return found;
    throw new KomboError(
      null,
      `The environment "${this.#environment}" has no snapshot "${id}". Take one with mock.snapshot() or POST /_mock/snapshots; the last ${mostKept} are kept.`,
      { status: 404 },
    );
  }
}
