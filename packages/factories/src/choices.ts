import { avalanche, base58Id, hash128, hashPath, type Words128 } from "./hash.ts";

/** Seeded decisions at one path: the same seed, key and path always decide the same. */
export interface Choices {
  readonly seed: number;
  readonly key: string;
  readonly path: string;
  /** The option with the highest hash, so that one more option moves only what now chooses it. */
  pick<T>(options: readonly T[]): T;
  /** True with the given probability, between 0 and 1. */
  chance(probability: number): boolean;
  /** A whole number between two bounds, both included. */
  integer(min: number, max: number): number;
  /** An id as the API gives them, 24 base58 characters. */
  id(): string;
  /** Decisions one step deeper, independent of those made here. */
  at(name: string): Choices;
}

/** Makes the decisions of one path. */
export function choicesAt(seed: number, key: string, path: string): Choices {
  return new PathChoices(seed, key, path);
}

/**
 * The decisions of one path. A world of thousands makes a million of these and asks each for one thing: so a function
 * is made when it is asked for, and works without its object all the same.
 */
export class PathChoices implements Choices {
  readonly seed: number;
  readonly key: string;
  readonly path: string;
  #words: Words128 | undefined;

  constructor(seed: number, key: string, path: string) {
    this.seed = seed;
    this.key = key;
    this.path = path;
  }

  get pick() {
    return <T>(options: readonly T[]): T => {
      const [a, b] = this.#hash();
      let best = 0;
      let highest = -1;
      const hashes = optionHashes(options);
      for (let index = 0; index < hashes.length; index++) {
        const score = avalanche(a ^ avalanche((hashes[index] ?? 0) ^ b));
        if (score > highest) {
          highest = score;
          best = index;
        }
      }
      if (options.length === 0) throw new Error(`There is nothing to pick from at "${this.path}".`);
      return options[best] as T;
    };
  }

  get chance() {
    return (probability: number) => this.#hash()[2] < probability * 0x1_0000_0000;
  }

  get integer() {
    return (min: number, max: number) =>
      min + Math.floor((this.#hash()[3] / 0x1_0000_0000) * (max - min + 1));
  }

  get id() {
    return () => base58Id(`${this.seed}\n${this.key}\n${this.path}`);
  }

  get at() {
    return (step: string): Choices => new PathChoices(this.seed, this.key, `${this.path}/${step}`);
  }

  #hash(): Words128 {
    this.#words ??= hashPath(this.seed, this.key, this.path);
    return this.#words;
  }
}

const hashedOptions = new WeakMap<readonly unknown[], Uint32Array>();

/** Lists are module constants nearly always, so their options are hashed once. */
function optionHashes(options: readonly unknown[]): Uint32Array {
  const known = hashedOptions.get(options);
  if (known && known.length === options.length) return known;
  const hashes = Uint32Array.from(
    options,
    (option) => hash128(typeof option === "string" ? option : JSON.stringify(option))[0],
  );
  hashedOptions.set(options, hashes);
  return hashes;
}
