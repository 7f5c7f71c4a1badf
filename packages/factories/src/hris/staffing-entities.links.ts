import type { Department } from "../work.ts";
import type { RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { liveRows } from "./live-rows.ts";
import { expectedLevel } from "./proficiency-scale.ts";

/** Where a staffing entity belongs and what it asks for, among what its layer and those below have. */
export function staffingLinks(
  remoteId: string,
  department: Department | null,
  { all, choices, integrationId }: RowSource,
): NonNullable<SkeletonRow["links"]> {
  const at = (name: string) => choices(`staffing-entities/${remoteId}/${name}`);
  const oneOf = (collection: string): readonly SkeletonLink[] => {
    const ids = liveRows(all(collection)).map((row) => row.remoteId);
    return ids.length === 0 ? [] : [{ remoteId: at(collection).pick(ids) }];
  };
  const groups = liveRows(all("hris.groups")).filter(({ values }) => values?.["name"] === department);
  const skills = liveRows(all("hris.skills")).filter((skill) => at(`skill/${skill.remoteId}`).chance(0.25));
  return {
    location_links: oneOf("hris.locations"),
    legal_entity_links: oneOf("hris.legal-entities"),
    group_links: groups.slice(0, 1).map((group) => ({ remoteId: group.remoteId })),
    skill_links: skills.map((skill): SkeletonLink => {
      const levels = skill.values?.["ordered_levels"];
      const highest = Array.isArray(levels) ? levels.length - 1 : -1;
      const level = at(`level/${skill.remoteId}`).integer(0, highest);
      const expected_proficiency = highest < 0 ? null : expectedLevel(integrationId, skill.remoteId, level);
      return { remoteId: skill.remoteId, values: { expected_proficiency } };
    }),
  };
}
