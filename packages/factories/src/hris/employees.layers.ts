import type { Choices } from "../choices.ts";
import { type Rows, rowsOfIds } from "../worlds/growing-rows.ts";
import { serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { edgeEmployees } from "./employees.edge.ts";
import { placed, smallEmployees } from "./employees.rows.ts";
import { departmentAbove } from "./groups.rows.ts";
import { liveRows } from "./live-rows.ts";
import { erasedStamps } from "./record-instants.ts";
import { siteCountry } from "./sites.ts";

/** The ranks of a layer from the top, with how many people hold each; all others come below. */
interface Plan {
  readonly size: number;
  readonly ranks: readonly { readonly trait: "lead" | "senior"; readonly size: number }[];
}

const plans: Partial<Record<RowSource["layer"], Plan>> = {
  demo: {
    size: 176,
    ranks: [
      { trait: "lead", size: 20 },
      { trait: "senior", size: 42 },
    ],
  },
  large: {
    size: 9_976,
    ranks: [
      { trait: "lead", size: 60 },
      { trait: "lead", size: 320 },
      { trait: "senior", size: 1_300 },
    ],
  },
};

/** The employees that a layer adds. */
export function employeeRows(source: RowSource): Rows {
  const { layer, date } = source;
  if (layer === "small")
    return smallEmployees.map((row) => (row.cast === "erasedEmployee" ? erased(row, date) : row));
  if (layer === "edge") return edgeEmployees(date);
  const plan = plans[layer];
  return plan ? plannedEmployees(source, plan) : [];
}

const erased = (row: SkeletonRow, date: string): SkeletonRow => ({ ...row, values: erasedStamps(date) });

/** What a company has of one department: who leads it, the ranks below, and its teams. */
interface DepartmentPlan {
  /** The head that a layer gives to its new department has the department's own number. */
  readonly head: string;
  readonly ranks: readonly string[][];
  readonly teams: readonly string[];
}

/** Departments that are new get a head; then rank by rank, each below somebody of the rank above in the department. */
function plannedEmployees(source: RowSource, { size, ranks }: Plan): Rows {
  const ids = serialIds(source.layer, { [source.layer]: size });
  const departments = departmentPlans(source, ranks.length);
  const departmentIds = [...departments.keys()];
  const siteOf = sitesOf(source);
  const heads = ids.filter((id) => departments.has(id));
  const sizes = [heads.length, ...ranks.map((rank) => rank.size), ids.length];
  const ends = sizes.map((_, depth) => sizes.slice(0, depth + 1).reduce((sum, some) => sum + some));

  return rowsOfIds(source.layer, { [source.layer]: size }, (remoteId, number) => {
    // One path decides several things, each by another part of its hash: there are thousands of people.
    const own = source.choices(`employees/${remoteId}`);
    const above = own.at("manager");
    const depth = ends.findIndex((end) => number < end) - 1;
    const departmentId = depth < 0 ? remoteId : own.pick(departmentIds);
    const plan = departments.get(departmentId);
    const managers = plan?.ranks.slice(0, Math.max(depth, 0)).findLast((rank) => rank.length > 0);
    const manager = depth < 0 ? chiefId : managers ? above.pick(managers) : (plan?.head ?? chiefId);
    const isInTeam = depth >= 0 && plan !== undefined && plan.teams.length > 0 && own.chance(0.7);
    const groups = isInTeam ? [departmentId, own.at("team").pick(plan.teams)] : [departmentId];
    const rank = depth < 0 ? "executive" : ranks[depth]?.trait;
    const traits = rank ? (above.integer(0, 1) === 0 ? [rank] : [rank, "longServing"]) : stateOf(own);
    plan?.ranks[depth]?.push(remoteId);
    const site = above.chance(0.4) ? headquarters : siteOf(own.at("site"));
    return { remoteId, traits, ...placed({ manager, groups, ...site }) };
  });
}

const chiefId = "1001";
const headquarters = { location: "1001", legalEntity: "1001" };

function departmentPlans({ all }: RowSource, depth: number): ReadonlyMap<string, DepartmentPlan> {
  const groups = all("hris.groups");
  const live = liveRows(groups);
  const belowOf = Map.groupBy(live, ({ remoteId }) => departmentAbove(groups, remoteId)?.remoteId ?? "");
  const departments = live.filter(({ remoteId }) => belowOf.has(remoteId));
  return new Map(
    departments.map(({ remoteId }) => [
      remoteId,
      {
        head: smallEmployees.find((row) => leads(row, remoteId))?.remoteId ?? remoteId,
        ranks: Array.from({ length: depth }, () => []),
        teams: (belowOf.get(remoteId) ?? []).filter(isTeam).map((row) => row.remoteId),
      },
    ]),
  );
}

const isTeam = ({ traits }: SkeletonRow) => traits?.includes("team") ?? false;
const leads = ({ traits, links }: SkeletonRow, groupId: string) =>
  traits?.includes("executive") === true && links?.["group_links"]?.[0]?.remoteId === groupId;

/** Decides where people work, and who employs them there: a legal entity of the same country. */
function sitesOf({ all, country }: RowSource) {
  const locations = liveRows(all("hris.locations")).map((row) => row.remoteId);
  const entities = liveRows(all("hris.legal-entities")).map((row) => row.remoteId);
  const entitiesAt = Map.groupBy(entities, (id) => siteCountry(id, country));
  return (choices: Choices) => {
    const location = choices.pick(locations);
    const employers = entitiesAt.get(siteCountry(location, country)) ?? entities;
    return { location, legalEntity: choices.at("entity").pick(employers) };
  };
}

/** What people below all ranks are, each with how many of a thousand are so. */
const states = [
  ...[
    ["leaver", 60],
    ["newHire", 25],
    ["onLeave", 30],
    ["partTimer", 80],
    ["contractor", 45],
  ],
  ...[
    ["workingStudent", 45],
    ["intern", 25],
    ["apprentice", 20],
    ["unmappedEmploymentType", 15],
  ],
  ...[
    ["withoutEmail", 15],
    ["deleted", 12],
    ["junior", 200],
    ["longServing", 150],
  ],
] as const;

/** The states a thousand times over, each as often as people are in it; most are in none. */
const stateOfThousand = states.flatMap(([trait, share]) =>
  Array.from({ length: Number(share) }, () => [String(trait)]),
);

function stateOf(choices: Choices): readonly string[] {
  return stateOfThousand[choices.integer(0, 999)] ?? [];
}
