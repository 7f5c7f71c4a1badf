import { fingerprint } from "../request/authenticate.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Environment } from "./environment.ts";

/** How keys share environments: one for all, one for each, or one for each beside a group that shares. */
export interface Isolation {
  /** `shared`: every accepted key has the default environment. `key`: the first key adopts it, others open their own. */
  readonly by: "shared" | "key";
  /** Keys that always have the default environment. */
  readonly sharing: readonly string[];
  readonly most: number;
}

/** An environment with who uses it. */
export interface OpenEnvironment {
  readonly environment: Environment;
  /** The fingerprint of the key that opened or adopted it; null while nobody has. */
  readonly key: string | null;
  readonly opened: number;
  readonly lastUsed: number;
}

/** The environments of a mock, by the API keys that use them. */
export class Environments {
  readonly #open = new Map<
    string,
    { environment: Environment; key: string | null; opened: number; lastUsed: number }
  >();
  readonly #byKey = new Map<string, string>();
  /** The number of the last fork of a key. */
  readonly #forks = new Map<string, number>();
  readonly #create: (name: string) => Environment;
  readonly #isolation: Isolation;
  readonly #onOpen: (fingerprint: string, count: number) => void;
  #adopted = false;

  constructor(
    create: (name: string) => Environment,
    isolation: Isolation,
    onOpen: (fingerprint: string, count: number) => void,
  ) {
    this.#create = create;
    this.#isolation = isolation;
    this.#onOpen = onOpen;
    this.#adopted = isolation.sharing.length > 0;
    this.#open.set("default", { environment: create("default"), key: null, opened: 0, lastUsed: 0 });
  }

  get default(): Environment {
    return this.#entry("default").environment;
  }

  /** The environment of a key, opened when the key is new. */
  forKey(key: string): Environment {
    const entry = this.#entry(this.#byKey.get(key) ?? this.#assign(key));
    entry.lastUsed = entry.environment.now;
    return entry.environment;
  }

  /** Opens a copy of an environment, under a key that begins like its own. */
  fork(source: Environment, key: string): { readonly environment: Environment; readonly key: string } {
    let number = (this.#forks.get(key) ?? 0) + 1;
    // A client may have made up such a key itself.
    while (this.#byKey.has(`${key}_fork${number}`)) number++;
    this.#forks.set(key, number);
    const own = `${key}_fork${number}`;
    const environment = this.#openFor(own);
    environment.copy(source);
    this.#byKey.set(own, environment.name);
    return { environment, key: own };
  }

  list(): OpenEnvironment[] {
    return [...this.#open.values()];
  }

  find(name: string): Environment | undefined {
    return this.#open.get(name)?.environment;
  }

  /** Runs what is due in all of them; answers in how many milliseconds something is next, null when nothing is. */
  runDue(): number | null {
    let wait: number | null = null;
    for (const { environment } of this.#open.values()) {
      environment.runDue();
      const due = environment.nextDueAt;
      if (due !== undefined) wait = Math.min(wait ?? Number.POSITIVE_INFINITY, due - environment.now);
    }
    return wait;
  }

  /** Forgets an environment; its key opens a fresh one when it is used again. */
  drop(name: string): boolean {
    if (!this.#open.has(name)) return false;
    for (const [key, owner] of this.#byKey) if (owner === name) this.#byKey.delete(key);
    this.#entry(name).environment.journal.leaveShelf();
    this.#entry(name).environment.courier.stop();
    this.#open.delete(name);
    if (name === "default") {
      this.#adopted = this.#isolation.sharing.length > 0;
      this.#open.set("default", { environment: this.#create("default"), key: null, opened: 0, lastUsed: 0 });
    }
    return true;
  }

  #entry(name: string) {
    const entry = this.#open.get(name);
    if (!entry) throw new Error(`There is no environment "${name}".`);
    return entry;
  }

  #shares(key: string): boolean {
    return this.#isolation.by === "shared" || this.#isolation.sharing.includes(key);
  }

  #assign(key: string): string {
    const name = this.#shares(key) || !this.#adopted ? "default" : fingerprint(key);
    if (name === "default") {
      const entry = this.#entry("default");
      entry.key ??= fingerprint(key);
      this.#adopted = true;
    } else if (!this.#open.has(name)) this.#openFor(key);
    this.#byKey.set(key, name);
    return name;
  }

  #openFor(key: string): Environment {
    this.#makeRoom();
    const name = fingerprint(key);
    const environment = this.#create(name);
    const now = environment.now;
    this.#open.set(name, { environment, key: name, opened: now, lastUsed: now });
    this.#onOpen(name, this.#open.size);
    return environment;
  }

  /** An environment that nobody wrote to can be made again; one with writes is never dropped. */
  #makeRoom(): void {
    if (this.#open.size < this.#isolation.most) return;
    const untouched = [...this.#open].find(
      ([name, { environment }]) => name !== "default" && !environment.written,
    );
    if (untouched) {
      this.drop(untouched[0]);
      return;
    }
    throw new KomboError(
      null,
      `There are already ${this.#isolation.most} environments with changes in them. Drop one with DELETE /_mock/environments/{name}, or raise maxEnvironments (--max-environments).`,
      { status: 503 },
    );
  }
}
