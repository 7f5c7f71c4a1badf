import { create, list, remove, update } from "../request/behaviours.ts";
import { contains } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isPresent } from "../state/presence.ts";

/** What people of the company can be good at. */
export const listSkills = list("GET /hris/skills", { filters: { name_contains: contains("name") } });

/** Adds a skill. */
export const createSkill = create("POST /hris/skills", ({ body }) => ({
  name: body.name,
  ordered_levels: body.levels ?? null,
}));

/** Renames a skill or gives it other levels; levels that people have cannot go. */
export const updateSkill = update("PATCH /hris/skills/{skill_id}", {
  id: "skill_id",
  set({ body, view }, skill) {
    const { name, levels } = body;
    const lost =
      levels &&
      view("hris.employee-skill-assignments")
        .withValue("skill_id", skill.id)
        .find(
          (one) =>
            isPresent(one) && one["current_level"] !== null && !levels.includes(String(one["current_level"])),
        );
    if (lost) {
      throw new KomboError(
        "PLATFORM.INPUT_INVALID",
        `body.levels lacks "${String(lost["current_level"])}", which the assignment "${lost.id}" has. Change that first.`,
      );
    }
    return { ...(name === undefined ? {} : { name }), ...(levels ? { ordered_levels: levels } : {}) };
  },
});

/** Deletes a skill. */
export const deleteSkill = remove("DELETE /hris/skills/{skill_id}", { id: "skill_id" });
