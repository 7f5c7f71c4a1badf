import { recordId } from "@kombo-mock/factories";
import type { Partition, StoredRecord } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { candidateCollections } from "../../src/ats/candidates.collections.ts";
import { jobCollections } from "../../src/ats/jobs.collections.ts";
import { partitionOf, recordsIn } from "./partition-checks.ts";

const recipes = [...jobCollections, ...candidateCollections];
const today = "2026-01-15T00:00:00.000Z";

const partitions = Array.from({ length: 20 }, (_, seed) => partitionOf(recipes, ["small"], { seed }));
partitions.push(...[1, 2].map((seed) => partitionOf(recipes, ["small", "demo"], { seed, country: "DE" })));

const inAll = (name: string) =>
  partitions.flatMap((partition) => recordsIn(partition, name).map((record) => ({ partition, record })));

function find(partition: Partition, name: string, id: unknown): StoredRecord | undefined {
  const collection = partition.collection(name);
  const number = typeof id === "string" ? collection.numberOf(id) : undefined;
  return number === undefined ? undefined : collection.record(number);
}

const childrenOf = (partition: Partition, name: string, key: string, { id }: StoredRecord) =>
  recordsIn(partition, name).filter((record) => record[key] === id);

const text = (value: unknown) => (typeof value === "string" ? value : "");
const idOf = (partition: Partition, remoteId: string) => recordId(partition.inputs.integrationId, remoteId);
const cast = (name: string, partition: Partition, collection: string) => {
  const row = partition.source.rows(collection).find((one) => one.cast === name);
  return find(partition, collection, idOf(partition, row?.remoteId ?? "")) ?? { id: "" };
};

test("an application's stage is one of its job's", () => {
  const astray = inAll("ats.applications").filter(({ partition, record }) => {
    const stages = (find(partition, "ats.jobs", record["job_id"])?.["stage_links"] ?? []) as { id: string }[];
    return record["current_stage_id"] !== null && !stages.some(({ id }) => id === record["current_stage_id"]);
  });
  expect(astray.map(({ record }) => record["remote_id"])).toEqual([]);
});

test("rejected applications have an instant and the name of a reason, others have neither", () => {
  const wrong = inAll("ats.applications").filter(({ partition, record }) => {
    const isDeclined = record["outcome"] === "DECLINED";
    const reasons = partition.collection("ats.rejection-reasons").column("name");
    const isKnown = reasons.includes(record["rejection_reason_name"]);
    return isDeclined
      ? !isKnown || record["rejected_at"] === null
      : record["rejection_reason_name"] !== null || record["rejected_at"] !== null;
  });
  expect(wrong.map(({ record }) => record["remote_id"])).toEqual([]);
  expect(inAll("ats.applications").some(({ record }) => record["outcome"] === "DECLINED")).toBe(true);
});

test("whoever was hired is in the last stage and has accepted one offer; nobody else has", () => {
  const wrong = inAll("ats.applications").filter(({ partition, record }) => {
    const offers = childrenOf(partition, "ats.offers", "application_id", record);
    const accepted = offers.filter(({ status }) => status === "ACCEPTED");
    const stages = (find(partition, "ats.jobs", record["job_id"])?.["stage_links"] ?? []) as { id: string }[];
    if (record["outcome"] !== "HIRED") return accepted.length > 0;
    return accepted.length !== 1 || stages.at(-1)?.id !== record["current_stage_id"];
  });
  expect(wrong.map(({ record }) => record["remote_id"])).toEqual([]);
});

test("nobody applies before the job is opened or after it is closed, nor before the tool knows them", () => {
  const wrong = inAll("ats.applications").filter(({ partition, record }) => {
    const job = find(partition, "ats.jobs", record["job_id"]);
    const candidate = find(partition, "ats.candidates", record["candidate_id"]);
    const at = text(record["remote_created_at"]);
    const closed = text(job?.["closed_at"]);
    const known = text(candidate?.["remote_created_at"]);
    return at < text(job?.["opened_at"]) || (closed !== "" && at > closed) || at < known;
  });
  expect(wrong.map(({ record }) => record["remote_id"])).toEqual([]);
});

test("stamps are in order and none lies after the date", () => {
  const fields = ["remote_created_at", "remote_updated_at", "changed_at"];
  const names = ["ats.candidates", "ats.applications", "ats.interviews", "ats.offers", "ats.notes"];
  const wrong = names.flatMap((name) =>
    inAll(name)
      .map(({ record }) => [...fields.map((field) => record[field]).filter((stamp) => stamp !== null), today])
      .filter((stamps) => stamps.some((stamp, index) => index > 0 && text(stamp) < text(stamps[index - 1]))),
  );
  expect(wrong).toEqual([]);
});

test("the interviews of an application follow each other, after it and before it is decided", () => {
  const wrong = inAll("ats.applications").flatMap(({ partition, record }) => {
    const interviews = childrenOf(partition, "ats.interviews", "application_id", record);
    const decided = text(record["rejected_at"]);
    return interviews.filter((interview, index) => {
      const before = index === 0 ? record["remote_created_at"] : interviews[index - 1]?.["ending_at"];
      const start = text(interview["starting_at"]);
      return start < text(before) || (decided !== "" && text(interview["ending_at"]) > decided);
    });
  });
  expect(wrong.map((record) => record["remote_id"])).toEqual([]);
});

test("interviews are held by people of the company, some are still to come, and some were called off", () => {
  const interviews = inAll("ats.interviews").map(({ record }) => record);
  expect(interviews.filter((record) => (record["user_links"] as unknown[]).length === 0)).toEqual([]);
  expect(interviews.some((record) => text(record["starting_at"]) > today)).toBe(true);
  expect(interviews.some((record) => record["canceled"] === true)).toBe(true);
});

test("offers are made after the application, notes and files come after it too", () => {
  for (const name of ["ats.offers", "ats.notes", "ats.attachments"]) {
    const early = inAll(name).filter(({ partition, record }) => {
      const application = find(partition, "ats.applications", record["application_id"]);
      return text(record["remote_created_at"]) < text(application?.["remote_created_at"]);
    });
    expect(early.map(({ record }) => record["remote_id"])).toEqual([]);
  }
});

test("the author of a note has an address, and the note is on an application of its candidate", () => {
  const wrong = inAll("ats.notes").filter(({ partition, record }) => {
    const author = find(partition, "ats.users", record["author_id"]);
    const application = find(partition, "ats.applications", record["application_id"]);
    return (
      author?.["email"] === null || (application && application["candidate_id"] !== record["candidate_id"])
    );
  });
  expect(wrong.map(({ record }) => record["remote_id"])).toEqual([]);
});

test("a file is reached by its own id and named after its owner", () => {
  const files = inAll("ats.attachments");
  expect(files.filter(({ record }) => record["data_url"] !== `/_mock/files/${record.id}`)).toEqual([]);
  const named = files.filter(({ partition, record }) => {
    const owner = find(partition, "ats.candidates", record["candidate_id"]);
    return text(record["file_name"]).includes(`${owner?.["first_name"]} ${owner?.["last_name"]}`);
  });
  expect(named).toHaveLength(files.length);
});

test("answers are given to questions of the job, options by a name that they have", () => {
  const wrong = inAll("ats.applications").flatMap(({ partition, record }) => {
    const job = find(partition, "ats.jobs", record["job_id"]);
    const links = (job?.["question_links"] ?? []) as { id: string }[];
    const questions = links.map(({ id }) => find(partition, "ats.screening-questions", id));
    const answers = record["screening_question_answers"] as {
      question: { remote_id: string; type: string };
      answer: { choice?: string; choices?: string[] };
    }[];
    return answers.filter(({ question, answer }) => {
      const asked = questions.find((one) => one?.["remote_id"] === question.remote_id);
      const format = asked?.["format"] as { type: string; options?: { name: string }[] } | undefined;
      const chosen = [...(answer.choices ?? []), ...(answer.choice ? [answer.choice] : [])];
      const isOffered = (name: string) => format?.options?.some((option) => option.name === name);
      return format?.type !== question.type || !chosen.every(isOffered);
    });
  });
  expect(wrong).toEqual([]);
});

test("who is named in the cast is what the name says", () => {
  for (const partition of partitions) {
    const application = (name: string) => cast(name, partition, "ats.applications");
    const candidate = (name: string) => cast(name, partition, "ats.candidates");
    expect(application("pendingApplication")).toMatchObject({ outcome: "PENDING", rejected_at: null });
    expect(application("hiredApplication")).toMatchObject({ outcome: "HIRED" });
    expect(application("rejectedApplication")).toMatchObject({ outcome: "DECLINED" });
    expect(application("applicationWithoutStage")["current_stage_id"]).toBeNull();
    const last = cast("lastStage", partition, "ats.application-stages");
    expect(application("applicationInLastStage")).toMatchObject({
      outcome: "PENDING",
      current_stage_id: last.id,
    });
    const answers = application("applicationWithAnswers")["screening_question_answers"];
    const types = (answers as { question: { type: string } }[]).map(({ question }) => question.type);
    const kinds = ["TEXT", "NUMBER", "BOOLEAN", "DATE", "SINGLE_SELECT", "MULTI_SELECT", "UNKNOWN"];
    expect(new Set(types)).toEqual(new Set(kinds));
    expect(candidate("candidateWithoutEmail")["email_addresses"]).toEqual([]);
    expect(candidate("candidateWithTags")["tag_links"]).toHaveLength(3);
    const several = candidate("candidateWithSeveralApplications");
    expect(childrenOf(partition, "ats.applications", "candidate_id", several)).toHaveLength(3);
    expect(candidate("confidentialCandidate")["confidential"]).toBe(true);
    expect(candidate("deletedCandidate")["remote_deleted_at"]).toEqual(expect.any(String));
    expect(candidate("erasedCandidate")).toMatchObject({ first_name: null, email_addresses: null });
    expect(text(candidate("erasedCandidate")["remote_deleted_at"]) < "2026-01-01").toBe(true);
    expect(text(cast("upcomingInterview", partition, "ats.interviews")["starting_at"]) > today).toBe(true);
    expect(cast("canceledInterview", partition, "ats.interviews")["canceled"]).toBe(true);
    expect(cast("acceptedOffer", partition, "ats.offers")).toMatchObject({
      status: "ACCEPTED",
      application_id: application("hiredApplication").id,
    });
    expect(cast("sentOffer", partition, "ats.offers")["status"]).toBe("SENT");
    expect(cast("draftOffer", partition, "ats.offers")["status"]).toBe("DRAFT");
    expect(cast("note", partition, "ats.notes")).toMatchObject({
      is_private: false,
      author_id: expect.any(String),
    });
    expect(cast("privateNote", partition, "ats.notes")["is_private"]).toBe(true);
    expect(cast("noteWithoutAuthor", partition, "ats.notes")["author_id"]).toBeNull();
    expect(cast("cv", partition, "ats.attachments")).toMatchObject({
      type: "CV",
      candidate_id: candidate("candidate").id,
    });
    const filled = Object.entries(candidate("candidate")).filter(([, value]) => value === null);
    expect(filled.map(([field]) => field)).toEqual(["custom_fields", "remote_data", "remote_deleted_at"]);
  }
});
