import { choicesAt } from "../choices.ts";
import { type Department, departments, type Level } from "../work.ts";
import { type LayerCounts, serialIds } from "../worlds/layers.ts";
import type { PartitionInputs, RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { liveRows } from "./live-rows.ts";
import { expectedLevel } from "./proficiency-scale.ts";
import { erasedStamps } from "./record-instants.ts";
import type { HrisStaffingEntityInputs } from "./staffing-entities.factory.ts";
import { staffingLinks } from "./staffing-entities.links.ts";

const counts: LayerCounts = { demo: 24, large: 300 };

type Plan = Pick<HrisStaffingEntityInputs, "kind" | "status" | "department" | "level">;

const plan = (kind: Plan["kind"], status: Plan["status"], department: Department, level: Level): Plan => ({
  kind,
  status,
  department,
  level,
});

/** The staffing entities of the small company. */
const smallPlans: Readonly<Record<string, Plan & { readonly cast?: string; readonly parent?: string }>> = {
  "1001": plan("POSITION", "OPEN_LIMITED", "Engineering", 2),
  "1002": {
    ...plan("REQUISITION", "OPEN_LIMITED", "Engineering", 2),
    cast: "requisitionOfPosition",
    parent: "1001",
  },
  "1003": { ...plan("REQUISITION", "OPEN_LIMITED", "Sales", 3), cast: "openRequisition" },
  "1004": { ...plan("POSITION", "CLOSED", "Sales", 4), cast: "closedPosition" },
  "1005": { ...plan("JOB", "FROZEN", "People", 3), cast: "frozenJobPosition" },
  "1006": plan("JOB", "OPEN_UNLIMITED", "Sales", 3),
  "1007": plan("POSITION", "FILLED", "People", 2),
  "1008": plan("REQUISITION", "PENDING", "Engineering", 4),
};

const levels: readonly Level[] = [1, 2, 3, 4];
const kinds = ["JOB", "POSITION", "REQUISITION"] as const;
const statuses = ["OPEN_LIMITED", "OPEN_UNLIMITED", "PENDING", "FROZEN", "FILLED", "CLOSED"] as const;

/** What a staffing entity of a world is, with the department and the rank that it is for. */
export function staffingPlan(remoteId: string, { seed, integrationId }: PartitionInputs): Plan {
  const known = smallPlans[remoteId];
  if (known) return known;
  const at = (name: string) => choicesAt(seed, integrationId, `staffing-entities/${remoteId}/${name}`);
  const status = at("open").chance(0.5) ? "OPEN_LIMITED" : at("status").pick(statuses);
  return plan(at("kind").pick(kinds), status, at("department").pick(departments), at("level").pick(levels));
}

/** The rows of the staffing entities that one layer adds. */
export function staffingEntityRows(source: RowSource): readonly SkeletonRow[] {
  const { layer, category } = source;
  if (category !== "HRIS") return [];
  if (layer === "edge") return edgeRows(source);
  if (layer === "small")
    return Object.entries(smallPlans).map(([remoteId, { cast, parent = null }]) => ({
      ...entityRow(remoteId, parent, source),
      ...(cast === undefined ? {} : { cast }),
    }));
  const ids = serialIds(layer, counts);
  const positions = Map.groupBy(
    ids.filter((remoteId) => staffingPlan(remoteId, source).kind === "POSITION"),
    (remoteId) => staffingPlan(remoteId, source).department,
  );
  return ids.map((remoteId) => {
    const { kind, department } = staffingPlan(remoteId, source);
    const at = source.choices(`staffing-entities/${remoteId}/parent`);
    const parents = positions.get(department) ?? [];
    const hasParent = kind === "REQUISITION" && parents.length > 0 && at.chance(0.6);
    return entityRow(remoteId, hasParent ? at.pick(parents) : null, source);
  });
}

function entityRow(remoteId: string, parent: string | null, source: RowSource): SkeletonRow {
  const { kind, status, department } = staffingPlan(remoteId, source);
  return {
    remoteId,
    relations: { parent_id: parent },
    links: staffingLinks(remoteId, department, source),
    values: { model_type: kind, status },
  };
}

const none = { location_links: [], legal_entity_links: [], group_links: [], skill_links: [] };

function edgeRows({ date, all, integrationId }: RowSource): readonly SkeletonRow[] {
  const entity = (remoteId: string, rest: Partial<SkeletonRow> = {}): SkeletonRow => ({
    remoteId,
    relations: { parent_id: null },
    links: none,
    ...rest,
  });
  const everywhere = (collection: string) =>
    liveRows(all(collection)).map(({ remoteId }): SkeletonLink => ({ remoteId }));
  const graded = liveRows(all("hris.skills")).find(({ remoteId }) => remoteId === "30003");
  const numeric = { expected_proficiency: { type: "NUMERIC", value: 3.5 } };
  return [
    entity("30001", { bare: true }),
    entity("30002", { bare: true, values: erasedStamps(date) }),
    entity("30003", { traits: ["deleted"] }),
    entity("30004", {
      values: { name: "مهندس برمجيات 🧑‍💻", number_of_openings: 0.5, status: "OPEN_LIMITED" },
      relations: { parent_id: "30003" },
    }),
    entity("30005", {
      values: {
        name: "Sachbearbeiter:in Größenprüfung",
        employment_types: [{ remote_label: "ZZ_Minijob", unified_type: null }],
      },
      links: {
        ...none,
        location_links: everywhere("hris.locations"),
        legal_entity_links: everywhere("hris.legal-entities"),
        group_links: everywhere("hris.groups"),
        skill_links: graded
          ? [
              {
                remoteId: graded.remoteId,
                values: { expected_proficiency: expectedLevel(integrationId, graded.remoteId, 59) },
              },
            ]
          : [],
      },
    }),
    entity("30006", { values: { number_of_openings: 100_000, employment_types: [], description: "" } }),
    // A skill that is graded by a number, though its own levels have names.
    entity("30007", { links: { ...none, skill_links: [{ remoteId: "1001", values: numeric }] } }),
  ];
}
