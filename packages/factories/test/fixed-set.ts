import { createHash } from "node:crypto";
import {
  customFieldFactory,
  integrationDetailsFactory,
  integrationFieldFactory,
  toolEntry,
  tools,
} from "@kombo-mock/factories";
import { categories, filled, partitionOf, recordsIn } from "./worlds/partitions.ts";

/** JSON of records of every factory, trait, tool, country and collection; run as a program, this prints its SHA-256. */
export function fixedSet(seed = 1): string {
  const details = integrationDetailsFactory.seed(seed);
  const countries = ["DE", "FR", "GB", "NL", "US"] as const;
  return JSON.stringify([
    details.traits.map((trait) => details.with(trait).buildList(2)),
    countries.map((country) => details.input({ country }).buildList(20)),
    tools.flatMap((tool) =>
      tool.categories.map((category) => [
        details.input({ tool: tool.id, category }).build(),
        toolEntry(tool, category),
      ]),
    ),
    integrationFieldFactory.seed(seed).buildList(20),
    customFieldFactory.seed(seed).buildList(20),
    details.buildForSdk(),
    categories.flatMap((category) =>
      filled(partitionOf({ category, seed })).map((collection) => recordsIn(collection)),
    ),
  ]);
}

if (import.meta.main) console.log(createHash("sha256").update(fixedSet()).digest("hex"));
