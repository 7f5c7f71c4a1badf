import type { Faker } from "@faker-js/faker";
import { faker as english } from "@faker-js/faker/locale/en";
import type { Choices } from "./choices.ts";
import { hash128 } from "./hash.ts";

/** What Faker's `past()`, `soon()` and the like count from, so that they do not depend on the day they are asked. */
const referenceDate = "2026-01-15T00:00:00.000Z";

/**
 * A Faker for one field: what it makes depends on the field's seed, key and path alone. An entry of its own, since it
 * loads Faker.
 *
 * @example
 * summary: (context) => fakerAt(context).lorem.sentence(),
 */
export function fakerAt({ seed, key, path }: Pick<Choices, "seed" | "key" | "path">): Faker {
  // `locale/en` exports an instance only, and the main entry would load seventy languages.
  const FakerClass = english.constructor as typeof Faker;
  const faker = new FakerClass({
    locale: english.rawDefinitions,
    randomizer: randomizerOf(`${seed}\n${key}\n${path}`),
  });
  faker.setDefaultRefDate(referenceDate);
  return faker;
}

/** A small fast generator (sfc32), since Faker's own twister takes longer to seed than a field takes to make. */
function randomizerOf(name: string) {
  let [a, b, c, counter] = hash128(name);
  return {
    next() {
      const sum = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      return (sum >>> 0) / 0x1_0000_0000;
    },
    seed() {},
  };
}
