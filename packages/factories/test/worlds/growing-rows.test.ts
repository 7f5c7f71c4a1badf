import { expect, test, vi } from "vitest";
import { collections, partitionOf } from "./partitions.ts";

vi.setConfig({ testTimeout: 60_000 });

const categoryOf = (name: string) => (name.startsWith("ats.") ? "ATS" : "HRIS");
const following = collections.flatMap(({ name, follows: key, references }) =>
  key === undefined
    ? []
    : [{ name, key, parents: references[key] ?? "", category: categoryOf(name) } as const],
);

test("there are collections whose rows follow others", () => {
  expect(following.length).toBeGreaterThan(0);
});

test.each(following)(
  "the rows of $name, read for one record of $parents after the other, are those of all rows",
  ({ name, key, parents, category }) => {
    for (const world of ["edge", "large"] as const) {
      const whole = Map.groupBy(
        partitionOf({ world, category }).source.rows(name),
        (row) => row.relations?.[key] ?? "",
      );
      const { source } = partitionOf({ world, category });
      const differing = source.rows(parents).filter(({ remoteId }) => {
        const own = source.children(name, key, remoteId).map((row) => row.remoteId);
        return own.join() !== (whole.get(remoteId) ?? []).map((row) => row.remoteId).join();
      });
      expect(differing).toEqual([]);
    }
  },
);

test("whoever reads the first row of a large collection makes no more than it takes", () => {
  let made = 0;
  const recipes = new Map(
    collections.map((recipe) => [
      recipe.name,
      {
        ...recipe,
        *rows(...[source]: Parameters<typeof recipe.rows>) {
          for (const row of recipe.rows(source)) {
            if (recipe.name === "ats.interviews" && source.layer === "large") made++;
            yield row;
          }
        },
      },
    ]),
  );
  const partition = partitionOf({ world: "large", category: "ATS", changed: recipes });
  const first = partition.source
    .rows("ats.applications")
    .find(({ remoteId }) => remoteId.startsWith("100001"));
  partition.source.children("ats.interviews", "application_id", first?.remoteId ?? "");
  expect(made).toBeLessThan(20);
  expect(partition.source.rows("ats.interviews").length).toBeGreaterThan(10_000);
  expect(made).toBeGreaterThan(10_000);
});
