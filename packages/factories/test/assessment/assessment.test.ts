import { assessmentOrderFactory, assessmentPackageFactory, type Country } from "@kombo-mock/factories";
import { entityFields } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { assessmentCast } from "../../src/assessment/assessment.cast.ts";
import { assessmentCollections } from "../../src/assessment/assessment.collections.ts";
import { faultsOf } from "../ats/candidate-answers.ts";
import { danglingIn, differingAlone, partitionOf, recordsIn } from "../ats/partition-checks.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const satisfies readonly Country[];
const keys = Array.from({ length: 200 }, (_, index) => String(index));
const names = assessmentCollections.map(({ name }) => name);
const provider = { tool: "smartrecruiters", category: "ASSESSMENT" } as const;
const worldOf = (seed: number, layers: readonly ("small" | "demo" | "edge" | "large")[]) =>
  partitionOf(assessmentCollections, layers, {
    ...provider,
    seed,
    country: countries[seed % countries.length] ?? "DE",
  });
const larger = ["small", "demo", "edge"] as const;
const partitions = [
  ...Array.from({ length: 50 }, (_, seed) => worldOf(seed, ["small"])),
  ...[1, 2, 3].map((seed) => worldOf(seed, larger)),
];

test.each(["plain", ...assessmentOrderFactory.traits] as const)(
  "orders (%s) are such as the document allows",
  (trait) => {
    const orders = countries.flatMap((country) => {
      const factory = assessmentOrderFactory.input({ country });
      const made = trait === "plain" ? factory : factory.with(trait);
      return keys.map((key) => made.key(key).build());
    });
    expect(faultsOf("assessment.orders", orders)).toEqual([]);
    expect(faultsOf("assessment.orders", [{ ...orders[0], status: "LOST" }])).not.toEqual([]);
  },
);

test.each(["plain", ...assessmentPackageFactory.traits] as const)(
  "packages (%s) are such as the document allows, and were set before the date",
  (trait) => {
    const factory = trait === "plain" ? assessmentPackageFactory : assessmentPackageFactory.with(trait);
    const packages = keys.map((key) => factory.key(key).build());
    expect(faultsOf("assessment.packages", packages)).toEqual([]);
    expect(packages.filter(({ updated_at }) => (updated_at ?? "") > "2026-01-15")).toEqual([]);
  },
);

test("people in an order have addresses made of their names, the team at the company that ordered", () => {
  const { candidate, job } = assessmentOrderFactory.input({ country: "DE", company: "Brandt GmbH" }).build();
  expect(candidate.email).toContain(".example");
  expect(job.description).toContain("Brandt GmbH");
  expect(job.hiring_team.filter(({ email }) => !email?.endsWith("@brandt.example.com"))).toEqual([]);
});

test.each(names)("%s: every record is such as the document allows, with an id of its own", (name) => {
  for (const partition of partitions) {
    const records = recordsIn(partition, name);
    expect(faultsOf(name, records)).toEqual([]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  }
});

test("every order is of a package that is there, and was made before the date", () => {
  expect(partitions.flatMap((partition) => danglingIn(partition, assessmentCollections))).toEqual([]);
  const instants = partitions.flatMap((partition) =>
    partition.collection("assessment.orders").column("created_at"),
  );
  expect(instants.filter((instant) => typeof instant !== "string" || instant > "2026-01-15")).toEqual([]);
});

test("each field alone is what it is in the record", () => {
  expect(differingAlone(assessmentCollections, () => worldOf(1, larger))).toEqual([]);
});

test.each(names)("%s: a larger world changes no record of the small one", (name) => {
  const records = recordsIn(worldOf(1, ["small"]), name);
  expect(recordsIn(worldOf(1, larger), name).slice(0, records.length)).toEqual(records);
  expect(worldOf(1, [...larger, "large"]).collection(name).size).toBeGreaterThan(20);
});

test.each(names)("%s: it has records in assessment integrations only", (name) => {
  const inAts = partitionOf(assessmentCollections, larger);
  expect(recordsIn(inAts, name)).toEqual([]);
});

test("packages: everything that may be null is, in some record of the edge world", () => {
  const nullable = Object.entries(entityFields["AssessmentPackage"] ?? {}).filter(
    ([, field]) => field.nullable,
  );
  const records = recordsIn(worldOf(1, ["small", "edge"]), "assessment.packages");
  expect(nullable.filter(([field]) => !records.some((record) => record[field] === null))).toEqual([]);
});

test("whoever the cast names is in the small world, once, and is what the name says", () => {
  const [partition = worldOf(1, ["small"])] = partitions;
  const cast = (name: keyof typeof assessmentCast) => {
    const { collection } = assessmentCast[name];
    const numbers = partition.source
      .rows(collection)
      .flatMap((row, number) => (row.cast === name ? [number] : []));
    expect(numbers).toHaveLength(1);
    return partition.collection(collection).record(numbers[0] ?? -1);
  };
  expect(cast("openOrder")["status"]).toBe("OPEN");
  expect(cast("completedOrder")["status"]).toBe("COMPLETED");
  expect(cast("cancelledOrder")["status"]).toBe("CANCELLED");
  expect(cast("rejectedOrder")["status"]).toBe("REJECTED");
  expect(cast("behavioralPackage")["type"]).toBe("BEHAVIORAL");
  expect(cast("packageWithoutType")["type"]).toBeNull();
});
