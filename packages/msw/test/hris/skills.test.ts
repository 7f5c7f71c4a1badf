import { afterAll, afterEach, expect, test } from "vitest";
import { type Answer, openCompany } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock } = company;
const { cast } = mock;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const skills = "/hris/skills";
const assignments = "/hris/employee-skill-assignments";
const createSkill = (body: object) => company.send("POST /hris/skills", skills, { body });
const updateSkill = (id: string, body: object) =>
  company.send("PATCH /hris/skills/{skill_id}", `${skills}/${id}`, { body });
const deleteSkill = (id: string) =>
  company.send("DELETE /hris/skills/{skill_id}", `${skills}/${id}`, { body: {} });
const assign = (body: object) => company.send("POST /hris/employee-skill-assignments", assignments, { body });
const grade = (id: string, body: object) =>
  company.send(
    "PATCH /hris/employee-skill-assignments/{employee_skill_assignment_id}",
    `${assignments}/${id}`,
    { body },
  );
const unassign = (id: string) =>
  company.send(
    "DELETE /hris/employee-skill-assignments/{employee_skill_assignment_id}",
    `${assignments}/${id}`,
    { body: {} },
  );

async function done(answer: Promise<Answer>): Promise<Answer["data"]> {
  const { status, data, text } = await answer;
  expect(status, text.slice(0, 300)).toBe(200);
  return data;
}

test("a skill is created, listed, renamed, graded anew and deleted", async () => {
  let id = "";
  const created = await differenceAfter(company, async () => {
    const data = await done(createSkill({ name: "Juggling", levels: ["Three balls", "Five balls"] }));
    expect(data).toMatchObject({
      name: "Juggling",
      ordered_levels: ["Three balls", "Five balls"],
      description: null,
    });
    expect(data["remote_id"]).toEqual(expect.any(String));
    id = data.id;
  });
  expect(created).toEqual({ [skills]: { [id]: "new" } });
  await mock.clock.advance("PT1H");
  const changed = await differenceAfter(company, async () => {
    const data = await done(
      updateSkill(id, { name: "Circus", levels: ["Three balls", "Five balls", "Knives"] }),
    );
    expect(data).toMatchObject({ id, name: "Circus", changed_at: "2026-01-15T10:00:00.000Z" });
  });
  expect(changed).toEqual({ [skills]: { [id]: ["name", "ordered_levels", "changed_at"] } });
  const gone = await differenceAfter(company, async () => {
    expect((await done(deleteSkill(id)))["remote_deleted_at"]).toBe("2026-01-15T10:00:00.000Z");
  });
  expect(gone).toEqual({ [skills]: { [id]: "gone" } });
});

test("a patch of nothing changes nothing", async () => {
  expect(await differenceAfter(company, () => done(updateSkill(cast.skill.id, {})))).toEqual({});
  const { name, ordered_levels } = await company.read(skills, cast.skillWithLevels.id);
  expect(
    await differenceAfter(company, () =>
      done(updateSkill(cast.skillWithLevels.id, { name, levels: ordered_levels })),
    ),
  ).toEqual({});
});

test("staffing entities show a renamed skill", async () => {
  const entities = await company.all("/hris/staffing-entities");
  const wanted = entities.flatMap((row) => row["skills"] as { skill_id: string }[])[0]?.skill_id ?? "";
  const difference = await differenceAfter(company, () =>
    done(updateSkill(wanted, { name: "Another name" })),
  );
  expect(difference[skills]).toEqual({ [wanted]: ["name", "changed_at"] });
  for (const fields of Object.values(difference["/hris/staffing-entities"] ?? {}))
    expect(fields).toEqual(["skills"]);
  expect(Object.keys(difference).sort()).toEqual(["/hris/skills", "/hris/staffing-entities"]);
});

test("levels that people have cannot be taken away, until nobody has them", async () => {
  const { id: employee } = cast.leaver;
  const { id: skill_id } = await done(createSkill({ name: "Chess", levels: ["A", "B"] }));
  const { id } = await done(assign({ employee_id: employee, skill_id, current_level: "B" }));
  const told = await refusedWithoutTrace(company, () => updateSkill(skill_id, { levels: ["A"] }));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(`body.levels lacks "B", which the assignment "${id}" has.`);
  await done(unassign(id));
  expect((await done(updateSkill(skill_id, { levels: ["A"] })))["ordered_levels"]).toEqual(["A"]);
});

test("a skill is assigned, listed, graded and taken off", async () => {
  const body = { employee_id: cast.leaver.id, skill_id: cast.skillWithLevels.id, current_level: "Expert" };
  let id = "";
  const created = await differenceAfter(company, async () => {
    const data = await done(assign(body));
    id = data.id;
    expect(data).toEqual({ id, ...body });
  });
  expect(created).toEqual({ [assignments]: { [id]: "new" } });
  const graded = await differenceAfter(company, () => done(grade(id, { current_level: "Beginner" })));
  expect(graded).toEqual({ [assignments]: { [id]: ["current_level"] } });
  expect((await done(grade(id, { current_level: null })))["current_level"]).toBeNull();
  const gone = await differenceAfter(company, () => done(unassign(id)));
  expect(gone).toEqual({ [assignments]: { [id]: "gone" } });
  expect((await done(assign(body))).id).not.toBe(id);
});

test("a skill without levels takes none, and what is not sent is not known", async () => {
  const data = await done(assign({ employee_id: cast.leaver.id, skill_id: cast.skill.id }));
  expect(data["current_level"]).toBeNull();
});

test.each([
  [
    "an unknown employee",
    { employee_id: "nobody" },
    'body.employee_id: "nobody" is no record of "hris.employees"',
  ],
  ["the tool's id of one", { employee_id: "remote:1001" }, 'body.employee_id: "remote:1001" is no record'],
  ["an unknown skill", { skill_id: "nothing" }, 'body.skill_id: "nothing" is no record of "hris.skills"'],
  [
    "an unknown level",
    { current_level: "Master" },
    'body.current_level: "Master" is no level of "Project management". There are "Beginner", ',
  ],
  ["no employee", { employee_id: undefined }, "body.employee_id is missing"],
])("%s is refused", async (_, body, message) => {
  const known = { employee_id: cast.leaver.id, skill_id: cast.skillWithLevels.id };
  const told = await refusedWithoutTrace(company, () => assign({ ...known, ...body }));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(message);
});

test("nobody has a skill twice", async () => {
  const [first] = await company.all(assignments);
  const told = await refusedWithoutTrace(company, () =>
    assign({ employee_id: first?.["employee_id"], skill_id: first?.["skill_id"] }),
  );
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(`the employee has this skill already, in the assignment "${first?.id}"`);
});

test("a level is checked when it is changed, too", async () => {
  const [first] = await company.all(assignments, { skill_ids: cast.skillWithLevels.id });
  const told = await refusedWithoutTrace(company, () => grade(first?.id ?? "", { current_level: "Master" }));
  expect(told.message).toContain('body.current_level: "Master" is no level of');
  expect((await refusedWithoutTrace(company, () => grade(first?.id ?? "", {}))).message).toContain(
    "body.current_level is missing",
  );
});

test("what is gone or was never there cannot be changed, deleted or given to anybody", async () => {
  await done(deleteSkill(cast.skill.id));
  const [first] = await company.all(assignments);
  await done(unassign(first?.id ?? ""));
  const gone = [
    () => updateSkill(cast.skill.id, { name: "x" }),
    () => deleteSkill(cast.skill.id),
    () => unassign(first?.id ?? ""),
    () => grade(first?.id ?? "", { current_level: null }),
    () => assign({ employee_id: cast.leaver.id, skill_id: cast.skill.id }),
    () => assign({ employee_id: cast.deletedEmployee.id, skill_id: cast.skillWithLevels.id }),
  ];
  for (const call of gone)
    expect((await refusedWithoutTrace(company, call)).code).toBe("REMOTE.INPUT_INVALID");
  const unknown = [
    () => updateSkill("x", {}),
    () => deleteSkill("x"),
    () => unassign("x"),
    () => grade("x", { current_level: null }),
  ];
  for (const call of unknown)
    expect(await refusedWithoutTrace(company, call)).toMatchObject({ status: 404, code: null });
});
