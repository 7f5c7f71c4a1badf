import { createHash } from "node:crypto";
import { generation } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { recordsIn } from "../worlds/partitions.ts";
import { customCollections, customPartitions } from "./partitions.ts";

// When a line changes or goes, `generation` must rise: whoever kept an id or a value has to learn of it.
test("what the small world holds for DATEV and Avionté is made of the same bytes as ever", async () => {
  const lines = customPartitions().flatMap((partition) =>
    customCollections.flatMap(({ name }) => {
      const collection = partition.collection(name);
      return recordsIn(collection).map((record, number) => {
        const sha256 = createHash("sha256").update(JSON.stringify(record)).digest("hex");
        const { tool } = partition.inputs;
        return `${tool.padEnd(8)} ${name.padEnd(28)} ${collection.row(number).remoteId.padEnd(8)} ${sha256.slice(0, 12)}`;
      });
    }),
  );
  await expect([`generation ${generation}, seed 1`, "", ...lines, ""].join("\n")).toMatchFileSnapshot(
    "bytes.txt",
  );
});

test("larger worlds have the same of DATEV", () => {
  const bytes = (world: "small" | "demo" | "edge") =>
    customPartitions(world)
      .filter(({ inputs }) => inputs.tool === "datev")
      .map((partition) =>
        customCollections.map(({ name }) => JSON.stringify(recordsIn(partition.collection(name)))),
      );
  expect(
    bytes("small")
      .flat()
      .filter((text) => text !== "[]").length,
  ).toBe(5);
  expect(bytes("demo")).toEqual(bytes("small"));
  expect(bytes("edge")).toEqual(bytes("small"));
});
