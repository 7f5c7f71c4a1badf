import type { Partition } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { countries, find, partitionOf, recordsOf } from "./worlds.ts";

const dates = ["2026-01-15", "2026-12-30", "2024-02-29", "2026-07-04"];
const worlds = dates.flatMap((date) =>
  countries.map((country, seed) => ({
    year: date.slice(0, 4),
    world: partitionOf({ seed, date, country, layers: seed === 0 ? ["small", "demo"] : ["small"] }),
  })),
);

const balancesOf = (world: Partition) => recordsOf(world, "hris.time-off-balances");

const inCast = (cast: string, world: Partition) => {
  const number = world.source.rows("hris.time-off-balances").findIndex((row) => row.cast === cast);
  return world.collection("hris.time-off-balances").record(number);
};

test("what was used is the sum of the approved absences that begin in the year", () => {
  const wrong = worlds.flatMap(({ world, year }) =>
    balancesOf(world).filter((balance) => {
      const amounts = recordsOf(world, "hris.absences")
        .filter(
          (absence) =>
            absence["employee_id"] === balance["employee_id"] &&
            absence["type_id"] === balance["type_id"] &&
            absence["status"] === "APPROVED" &&
            absence["remote_deleted_at"] === null &&
            String(absence["start_date"]).startsWith(year),
        )
        .map((absence) => Number(absence["amount"]));
      return balance["used"] !== amounts.reduce((sum, amount) => sum + amount, 0);
    }),
  );
  expect(wrong).toEqual([]);
});

test("balances are in the unit of their type and never below nothing", () => {
  const wrong = worlds.flatMap(({ world }) =>
    balancesOf(world).filter((balance) => {
      const type = find(world, "hris.absence-types", balance["type_id"]);
      const units = [balance["balance_unit"], balance["used_unit"]];
      return units.some((unit) => unit !== type?.["unit"]) || !(Number(balance["balance"]) >= 0);
    }),
  );
  expect(wrong).toEqual([]);
});

test("a balance is no older than the absences that it counts", () => {
  const world = partitionOf({ date: "2026-12-30" });
  const stale = balancesOf(world).filter((balance) =>
    recordsOf(world, "hris.absences").some(
      (absence) =>
        absence["employee_id"] === balance["employee_id"] &&
        absence["type_id"] === balance["type_id"] &&
        absence["status"] === "APPROVED" &&
        absence["remote_deleted_at"] === null &&
        String(absence["start_date"]).startsWith("2026") &&
        String(absence["changed_at"]) > String(balance["changed_at"]),
    ),
  );
  expect(stale).toEqual([]);
});

test("an employee has no two balances of one type, and whoever has left has none", () => {
  for (const { world } of worlds) {
    const pairs = balancesOf(world).map((balance) => `${balance["employee_id"]} ${balance["type_id"]}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const leaver = world.source.rows("hris.employees").findIndex(({ cast }) => cast === "leaver");
    const id = world.collection("hris.employees").idAt(leaver);
    expect(pairs.filter((pair) => pair.startsWith(id))).toEqual([]);
  }
});

test("one of the cast has holidays left and another one has used them all", () => {
  for (const { world } of worlds) {
    expect(Number(inCast("balance", world)["balance"])).toBeGreaterThan(0);
    const exhausted = inCast("exhaustedBalance", world);
    expect(exhausted["balance"]).toBe(0);
    expect(Number(exhausted["used"])).toBeGreaterThanOrEqual(10);
  }
});
