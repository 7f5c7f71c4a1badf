import { expect, test } from "vitest";
import { categories, filled, partitionOf } from "./partitions.ts";

/** The fields whose value made alone is not the record's, one line each. */
function differing(choice: Parameters<typeof partitionOf>[0]): string[] {
  const [whole, alone] = [partitionOf(choice), partitionOf(choice)];
  return filled(whole).flatMap(({ recipe, size, record, row }) =>
    Array.from({ length: size }, (_, number) => number).flatMap((number) =>
      Object.entries(record(number))
        .filter(
          ([field, value]) =>
            JSON.stringify(alone.collection(recipe.name).value(number, field)) !== JSON.stringify(value),
        )
        .map(([field]) => `${recipe.name} ${row(number).remoteId} ${field}`),
    ),
  );
}

const cases = categories.flatMap((category) => [
  ...[1, 2, 3].map((seed) => ({ world: "small", category, seed }) as const),
  { world: "edge", category, seed: 1 } as const,
]);

test.each(cases)("$world, $category, seed $seed: each field alone is what it is in the record", (one) => {
  expect(differing(one)).toEqual([]);
});

test.each(categories)("%s: records with a value are found without the others, in their order", (category) => {
  const partition = partitionOf({ category });
  const astray = filled(partition).flatMap((collection) =>
    Object.keys(collection.recipe.references).filter((key) =>
      collection.column(key).some((id, number) => !collection.withValue(key, id).includes(number)),
    ),
  );
  expect(astray).toEqual([]);
});
