import { avalanche, base58Id, hash128, type Words128 } from "./hash.ts";

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
  const name = `${seed}\n${key}\n${path}`;
  let cached: Words128 | undefined;
  const words = () => (cached ??= hash128(name));
  return {
    seed,
    key,
    path,
    pick(options) {
      const [a, b] = words();
      const hashes = optionHashes(options);
      let best = 0;
      let highest = -1;
      hashes.forEach((hash, index) => {
        const score = avalanche(a ^ avalanche(hash ^ b));
        if (score > highest) {
          highest = score;
          best = index;
        }
      });
      if (options.length === 0) throw new Error(`There is nothing to pick from at "${path}".`);
      return options[best] as (typeof options)[number];
    },
    chance: (probability) => words()[2] < probability * 0x1_0000_0000,
    integer: (min, max) => min + Math.floor((words()[3] / 0x1_0000_0000) * (max - min + 1)),
    id: () => base58Id(name),
    at: (step) => choicesAt(seed, key, `${path}/${step}`),
  };
}

const hashedOptions = new WeakMap<readonly unknown[], readonly number[]>();

/** Lists are module constants nearly always, so their options are hashed once. */
function optionHashes(options: readonly unknown[]): readonly number[] {
  const known = hashedOptions.get(options);
  if (known && known.length === options.length) return known;
  const hashes = options.map(
    (option) => hash128(typeof option === "string" ? option : JSON.stringify(option))[0],
  );
  hashedOptions.set(options, hashes);
  return hashes;
}
