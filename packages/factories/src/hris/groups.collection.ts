import { departments } from "../work.ts";
import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { hrisGroupFactory } from "./groups.factory.ts";
import { departmentAbove, groupRows } from "./groups.rows.ts";

/** The departments, teams and cost centres, which the vendor calls teams where it names models. */
export const hrisGroups = defineCollection({
  name: "hris.groups",
  model: "hris_teams",
  factory: hrisGroupFactory,
  relations: { parent: one("hris.groups", "parent_id") },
  rows: (source) => (source.category === "HRIS" ? groupRows(source) : []),
  inputs({ remoteId }, { date, rows }) {
    const above = departmentAbove(rows("hris.groups"), remoteId)?.values?.["name"];
    return { date, department: departments.find((name) => name === above) ?? null };
  },
});
