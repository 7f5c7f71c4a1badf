import type { Partition, StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { castOf, jobPartition, recordsOf } from "./job-partitions.ts";

const small = jobPartition(["small"]);
const edge = jobPartition(["small", "demo", "edge"]);
const job = (cast: string, partition: Partition = small) => castOf(partition, "ats.jobs", cast);

/** The records that a job links to, with what belongs to the links. */
function linked(record: StoredRecord, key: string, collection: string, partition: Partition = small) {
  const target = partition.collection(collection);
  return (record[key] as readonly StoredLink[]).map(
    (link): Record<string, unknown> => ({
      ...target.record(target.numberOf(link.id) ?? -1),
      ...link,
    }),
  );
}

const stagesOf = (record: StoredRecord) => linked(record, "stage_links", "ats.application-stages");
const questionsOf = (record: StoredRecord) => linked(record, "question_links", "ats.screening-questions");

test("the states of the cast's jobs are what their names say", () => {
  expect(job("openJob")).toMatchObject({ status: "OPEN", visibility: "PUBLIC", closed_at: null });
  expect(job("closedJob")["status"]).toBe("CLOSED");
  expect(job("draftJob")).toMatchObject({ status: "DRAFT", opened_at: null });
  expect(job("archivedJob")["status"]).toBe("ARCHIVED");
  expect(job("confidentialJob")).toMatchObject({
    status: "OPEN",
    visibility: "CONFIDENTIAL",
    confidential: true,
  });
  expect(job("jobClosingLater")["status"]).toBe("OPEN");
  expect(String(job("jobClosingLater")["closed_at"]) > "2026-01-16").toBe(true);
  expect(["OPEN", "CLOSED", "DRAFT", "ARCHIVED", null]).not.toContain(job("unmappedJobStatus")["status"]);
  expect(job("jobWithoutSalary")).toMatchObject({
    salary_amount: null,
    salary_amount_to: null,
    salary_currency: null,
  });
  expect(job("remoteJob")).toMatchObject({
    remote_work_status: "REMOTE",
    location: { raw: "Remote", city: null },
  });
  expect(job("deletedJob")["remote_deleted_at"]).toBe(job("deletedJob")["changed_at"]);
});

test("users, roles, postings, tags and reasons of the cast are too", () => {
  const user = (cast: string) => castOf(small, "ats.users", cast);
  expect(user("inactiveUser")["status"]).toBe("INACTIVE");
  expect(user("userWithoutEmail")).toMatchObject({ email: null, status: "ACTIVE" });
  expect(castOf(small, "ats.roles", "jobRole")).toMatchObject({ scope: "JOB", unified_type: "RECRUITER" });
  expect(castOf(small, "ats.roles", "systemRole")).toMatchObject({ scope: "SYSTEM", unified_type: "ADMIN" });
  expect(castOf(small, "ats.job-postings", "activePosting")).toMatchObject({
    status: "ACTIVE",
    visibility: "PUBLIC",
    title: job("openJob")["name"],
    job_id: job("openJob").id,
  });
  expect(castOf(small, "ats.job-postings", "draftPosting")).toMatchObject({ status: "DRAFT", url: null });
  expect(castOf(small, "ats.tags", "tag")["name"]).toBe("Strong portfolio");
  expect(castOf(small, "ats.rejection-reasons", "rejectionReason")["name"]).toBe("Not enough experience");
});

test("a confidential job has no posting, and every other one that is shown has", () => {
  const advertised = new Set(recordsOf(small, "ats.job-postings").map((posting) => posting["job_id"]));
  const without = recordsOf(small, "ats.jobs").filter(({ id }) => !advertised.has(id));
  expect(without).toEqual([job("confidentialJob")]);
});

test("each job has four to six stages of its own, in their order", () => {
  const jobs = recordsOf(small, "ats.jobs");
  for (const one of jobs) {
    const stages = stagesOf(one);
    expect(stages.length).toBeGreaterThanOrEqual(4);
    expect(stages.length).toBeLessThanOrEqual(6);
    expect(stages.map(({ index }) => index)).toEqual(stages.map((_, index) => index));
    expect(stages.map(({ name }) => name)).toEqual([...new Set(stages.map(({ name }) => name))]);
  }
  const ids = jobs.flatMap((one) => stagesOf(one).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const stages = stagesOf(job("openJob"));
  expect(stages[0]?.["id"]).toBe(castOf(small, "ats.application-stages", "firstStage").id);
  expect(stages.at(-1)?.["id"]).toBe(castOf(small, "ats.application-stages", "lastStage").id);
});

test("a stage knows its place itself, as an application shows it", () => {
  for (const one of recordsOf(small, "ats.jobs")) {
    const stages = small.collection("ats.application-stages");
    for (const { id, index } of one["stage_links"] as readonly StoredLink[])
      expect(stages.value(stages.numberOf(id) ?? -1, "index")).toBe(index);
  }
});

test("questions of all formats are asked, of equal opportunities too, in the order of the form", () => {
  const questions = questionsOf(job("jobWithEveryQuestion"));
  expect(questions).toHaveLength(small.collection("ats.screening-questions").size);
  const formats = questions.map(({ format }) => (format as { type: string }).type);
  expect(new Set(formats).size).toBe(9);
  expect(new Set(questions.map(({ category }) => category))).toEqual(new Set([null, "EEO", "DEMOGRAPHIC"]));
  const places = questions.map(({ index }) => Number(index));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(questionsOf(job("jobWithoutQuestions"))).toEqual([]);
});

test("what a question depends on stands in the same form, before it, and has the answers that lead to it", () => {
  const conditional = [1, 2, 3].flatMap((seed) => {
    const partition = jobPartition(["small", "demo"], { seed });
    return recordsOf(partition, "ats.jobs").flatMap((one) => {
      const questions = linked(one, "question_links", "ats.screening-questions", partition);
      return questions.flatMap((question, index) => {
        if (question["precondition_question_id"] === null) return [];
        const first = questions.slice(0, index).find(({ id }) => id === question["precondition_question_id"]);
        return [{ first, answers: question["precondition_options"] as readonly unknown[] }];
      });
    });
  });
  expect(conditional.length).toBeGreaterThan(10);
  for (const { first, answers } of conditional) {
    const format = first?.["format"] as { type: string; options?: readonly { id: string }[] };
    const possible = format.options?.map(({ id }) => id) ?? [true, false];
    expect(answers).toHaveLength(1);
    expect(possible).toContain(answers[0]);
  }
});

test("a hiring team has a recruiter and a hiring manager, nobody twice, nobody who cannot work", () => {
  const teams = recordsOf(edge, "ats.jobs").filter(({ id }) => id !== unusual().id && id !== bare().id);
  for (const record of teams.filter(({ remote_deleted_at }) => remote_deleted_at === null)) {
    const team = linked(record, "hiring_team_links", "ats.users", edge);
    const tasks = team.flatMap((member) => member["hiring_team_roles"] as string[]);
    expect(tasks).toEqual(expect.arrayContaining(["RECRUITER", "HIRING_MANAGER"]));
    expect(new Set(team.map(({ id }) => id)).size).toBe(team.length);
    expect(team.filter(({ status }) => status !== "ACTIVE")).toEqual([]);
  }
});

test("the old and the new roles of a member agree, and hold on the job", () => {
  const roles = edge.collection("ats.roles");
  for (const record of recordsOf(edge, "ats.jobs")) {
    for (const member of record["hiring_team_links"] as readonly StoredLink[]) {
      const own = (member["job_role_links"] as readonly StoredLink[]).map(({ id }) =>
        roles.record(roles.numberOf(id) ?? -1),
      );
      expect(own.map((role) => role["unified_type"])).toEqual(member["hiring_team_roles"]);
      expect(own.filter((role) => role["scope"] !== "JOB")).toEqual([]);
    }
  }
});

test("the system roles of users hold in the whole tool", () => {
  for (const user of recordsOf(edge, "ats.users")) {
    const roles = linked(user, "system_role_links", "ats.roles", edge).filter(
      (role) => role["remote_deleted_at"] === null,
    );
    expect(roles.filter(({ scope }) => scope !== "SYSTEM")).toEqual([]);
  }
});

test("the team of the open job is the cast's", () => {
  const team = linked(job("openJob"), "hiring_team_links", "ats.users");
  expect(team[0]?.["id"]).toBe(castOf(small, "ats.users", "recruiter").id);
  expect(job("openJob")["contact_id"]).toBe(team[0]?.["id"]);
  expect(team[1]?.["id"]).toBe(castOf(small, "ats.users", "hiringManager").id);
});

test("a posting says what its job says", () => {
  const jobs = new Map<unknown, StoredRecord>(recordsOf(edge, "ats.jobs").map((one) => [one.id, one]));
  const statusOf: Readonly<Record<string, string>> = {
    OPEN: "ACTIVE",
    CLOSED: "INACTIVE",
    ARCHIVED: "INACTIVE",
    DRAFT: "DRAFT",
  };
  const postings = recordsOf(jobPartition(["small", "demo"]), "ats.job-postings");
  expect(postings.length).toBeGreaterThan(40);
  for (const posting of postings) {
    const advertised = jobs.get(posting["job_id"]);
    expect(posting["title"]).toBe(advertised?.["name"]);
    expect(posting["status"]).toBe(statusOf[String(advertised?.["status"])] ?? null);
  }
});

test("the edge world has deleted and erased jobs, and links to what was deleted", () => {
  const gone = recordsOf(edge, "ats.jobs").filter((one) => one["remote_deleted_at"] !== null);
  const erased = gone.filter((one) => one["name"] === null);
  expect(gone).toHaveLength(3);
  expect(erased).toHaveLength(1);
  expect(String(erased[0]?.["remote_deleted_at"]) < "2026-01-01").toBe(true);
  const stages = linked(unusual(), "stage_links", "ats.application-stages", edge);
  const team = linked(unusual(), "hiring_team_links", "ats.users", edge);
  expect(
    [stages, team].map((list) => list.filter((one) => one["remote_deleted_at"] !== null).length),
  ).toEqual([1, 1]);
});

const withCode = (code: string | null) =>
  recordsOf(edge, "ats.jobs").filter((one) => one["job_code"] === code && one["remote_deleted_at"] === null);

function unusual(): StoredRecord {
  return withCode("A/B & C#1 – 50 %")[0] as StoredRecord;
}

function bare(): StoredRecord {
  return withCode(null)[0] as StoredRecord;
}
