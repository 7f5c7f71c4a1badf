import { expect, test, vi } from "vitest";
import { GrowingRows, type Rows } from "../../src/worlds/growing-rows.ts";
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
  const counted = (rows: Rows): Rows =>
    new GrowingRows((turn) => {
      const row = rows instanceof GrowingRows ? rows.at(turn) : rows[turn];
      if (row) made++;
      return row && [row];
    });
  const recipes = new Map(collections.map((recipe) => [recipe.name, recipe]));
  const interviews = recipes.get("ats.interviews");
  if (!interviews) throw new Error("There are no interviews.");
  recipes.set("ats.interviews", { ...interviews, rows: (source) => counted(interviews.rows(source)) });
  const partition = partitionOf({ world: "large", category: "ATS", changed: recipes });
  const first = partition.source
    .rows("ats.applications")
    .find(({ remoteId }) => remoteId.startsWith("100001"));
  partition.source.children("ats.interviews", "application_id", first?.remoteId ?? "");
  // Those of the small world are made at once.
  expect(made).toBeLessThan(50);
  expect(partition.source.rows("ats.interviews").length).toBeGreaterThan(10_000);
  expect(made).toBeGreaterThan(10_000);
});
