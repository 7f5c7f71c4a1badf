import { expect, test } from "vitest";
import { idsOf, learning } from "./learning.ts";

test("skills are listed, and those that courses teach are named by them", async () => {
  const { all, mock, expectValid } = await learning();
  const skills = await all("GET /lms/skills", { page_size: "2" });
  expect(skills.find(({ id }) => id === mock.cast.taughtSkill.id)?.name).toBe("Data protection");
  const courses = await all("GET /lms/courses");
  const taught = courses.flatMap(({ revisions }) => revisions.flatMap((one) => one.skill_assignments));
  expect(taught.length).toBeGreaterThan(3);
  expect(taught.filter(({ skill }) => !idsOf(skills).includes(skill.id))).toEqual([]);
  await expectValid();
});

test("a skill that is renamed and one that is deleted are found by what changed", async () => {
  const { all, mock } = await learning();
  const since = await mock.clock.advance("PT1H");
  const [first, second] = await all("GET /lms/skills");
  await mock.update("lms.skills", first?.id ?? "", { name: "Privacy" });
  await mock.remove("lms.skills", second?.id ?? "");
  const changed = await all("GET /lms/skills", { updated_after: since, include_deleted: "true" });
  expect(idsOf(changed)).toEqual([first?.id, second?.id]);
  const revisions = (await all("GET /lms/courses")).flatMap((one) => one.revisions);
  const names = revisions.flatMap((one) => one.skill_assignments.map(({ skill }) => skill.name));
  expect(names).toContain("Privacy");
  expect(names).not.toContain(second?.name);
});
