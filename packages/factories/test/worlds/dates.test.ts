import type { Partition, PartitionCollection } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { categories, filled, partitionOf } from "./partitions.ts";

const usual = "2026-01-15";
// A leap day, the last day of a year, a Sunday.
const otherDates = ["2024-02-29", "2027-12-31", "2026-01-18"];
const cases = otherDates.flatMap((date) => categories.map((category) => ({ date, category })));

const msPerDay = 86_400_000;
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / msPerDay);

const idsOf = ({ size, idAt }: PartitionCollection) =>
  Array.from({ length: size }, (_, number) => idAt(number));

/** How many days a field's instants move from one world to another, by collection; the same for all is the rule. */
function moves(from: Partition, to: Partition, field: string): Readonly<Record<string, readonly number[]>> {
  const moved = filled(from)
    .filter(({ recipe }) => recipe.fields.includes(field))
    .map((collection) => {
      const others = to.collection(collection.recipe.name).column(field);
      const days = collection.column(field).flatMap((instant, number) => {
        const other = others[number];
        return typeof instant === "string" && typeof other === "string" ? [daysBetween(instant, other)] : [];
      });
      return [collection.recipe.name, [...new Set(days)]] as const;
    });
  return Object.fromEntries(moved.filter(([, days]) => days.length > 0));
}

test.each(cases)("$date: $category has the same records under the same ids", ({ date, category }) => {
  const [before, after] = [partitionOf({ category }), partitionOf({ category, date })];
  for (const collection of filled(before)) {
    expect(idsOf(after.collection(collection.recipe.name))).toEqual(idsOf(collection));
  }
});

// Weekends stay free: what happens on workdays keeps its age only between dates of the same weekday.
test.each(["2024-02-29", "2026-01-22"])("%s, a Thursday too: whatever happened moves along", (date) => {
  const days = daysBetween(usual, date);
  for (const category of ["HRIS", "ATS"] as const) {
    const [before, after] = [partitionOf({ category }), partitionOf({ category, date })];
    for (const field of [
      "remote_created_at",
      "remote_deleted_at",
      "starting_at",
      "started_at",
      "opened_at",
    ]) {
      for (const [, moved] of Object.entries(moves(before, after, field))) expect(moved).toEqual([days]);
    }
  }
});

test.each(otherDates)("%s: people, jobs and applications are as old as ever", (date) => {
  const days = daysBetween(usual, date);
  const people = moves(partitionOf(), partitionOf({ date }), "start_date");
  const ats = [partitionOf({ category: "ATS" }), partitionOf({ category: "ATS", date })] as const;
  expect(people).toMatchObject({ "hris.employees": [days] });
  expect(moves(...ats, "opened_at")).toEqual({ "ats.jobs": [days] });
  expect(moves(...ats, "changed_at")).toMatchObject({ "ats.jobs": [days], "ats.applications": [days] });
});
