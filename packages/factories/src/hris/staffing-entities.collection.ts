import { companyOf } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { links } from "../worlds/relations.ts";
import { hrisStaffingEntityFactory } from "./staffing-entities.factory.ts";
import { staffingEntityRows, staffingPlan } from "./staffing-entities.rows.ts";

/** Jobs, positions and requisitions: what people are hired into. */
export const hrisStaffingEntities = defineCollection({
  name: "hris.staffing-entities",
  model: "hris_staffing_entities",
  factory: hrisStaffingEntityFactory,
  relations: {
    locations: links("hris.locations", "location_links", { model: "hris_join_staffing_entities_locations" }),
    legal_entities: links("hris.legal-entities", "legal_entity_links", {
      model: "hris_join_staffing_entities_legal_entities",
    }),
    groups: links("hris.groups", "group_links", { model: "hris_join_staffing_entities_groups" }),
    skills: links("hris.skills", "skill_links", {
      model: "hris_join_staffing_entities_skills",
      as: { id: "skill_id", record: "skill" },
    }),
  },
  references: { parent_id: "hris.staffing-entities" },
  rows: staffingEntityRows,
  inputs({ remoteId, relations }, source) {
    const { date, country, tool, seed, integrationId } = source;
    const parent = relations?.["parent_id"];
    const ofParent = (field: string) => {
      const value = parent ? source.value("hris.staffing-entities", parent, field) : null;
      return typeof value === "string" ? value : null;
    };
    const { department, level } = staffingPlan(remoteId, source);
    return {
      date,
      country,
      tool,
      remoteId,
      company: companyOf(seed, integrationId, country).name,
      parentName: ofParent("name"),
      parentCreatedAt: ofParent("remote_created_at"),
      department,
      level,
    };
  },
});
