import type { Body, Item } from "@kombo-mock/openapi";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ada, given, recruiting, sole } from "./recruiting.ts";

type Answers = NonNullable<Body<"POST /ats/jobs/{job_id}/applications">["screening_question_answers"]>;

let tool: Awaited<ReturnType<typeof recruiting>>;
let questions: Item<"GET /ats/jobs">["screening_questions"];
beforeEach(async () => {
  tool = await recruiting();
  questions = (await tool.one("jobs", everyQuestion)).screening_questions;
});
afterEach(() => tool.expectValid());

/** A job that asks one question of every kind, by the questions' ids in the tool. */
const everyQuestion = "1007";
const numberOf = {
  motivation: "1001",
  referee: "1003",
  portfolio: "1004",
  experience: "1005",
  certificate: "1007",
  source: "1008",
  referrer: "1009",
  permit: "1010",
  permitEnd: "1011",
  start: "1012",
  languages: "1013",
  privacy: "1014",
  video: "1015",
} as const;

const question = (name: keyof typeof numberOf) => {
  const found = questions.find(({ remote_id }) => remote_id === numberOf[name]);
  return given(found, `a job that asks "${name}"`);
};
const option = (name: keyof typeof numberOf, index: number) => {
  const { format } = question(name);
  const options = format && "options" in format ? format.options : [];
  return given(options[index], `option ${index} of "${name}"`);
};
const answer = <Value>(name: keyof typeof numberOf, value: Value) => ({
  question_id: question(name).id,
  answer: value,
});

/** Answers to all that the job requires, without conditions that ask for more. */
const required = () => [
  answer("motivation", "It suits me."),
  answer("experience", 4),
  answer("source", option("source", 0).id),
  answer("permit", false),
  answer("start", "2026-03-01"),
];

const apply = (screening_question_answers: Answers) =>
  tool.call("POST /ats/jobs/{job_id}/applications", {
    path: { job_id: `remote:${everyQuestion}` },
    body: { candidate: ada, screening_question_answers },
  });

/** The same with answers of any kind, to be refused. */
const attempt = (screening_question_answers: readonly unknown[]) =>
  tool.send("POST", `/jobs/remote:${everyQuestion}/applications`, {
    candidate: ada,
    screening_question_answers,
  });

const sentence = (message: string) => ({
  status: 400,
  error: { code: "PLATFORM.INPUT_INVALID", message: expect.stringContaining(message) },
});

test("answers are read back with the names of options, as days, and in the order of the questions", async () => {
  const languages = [option("languages", 2), option("languages", 0)];
  const { data, warnings } = await apply([
    answer("video", "https://videos.example.com/1"),
    answer(
      "languages",
      languages.map(({ id }) => id),
    ),
    ...required(),
    answer("portfolio", "https://portfolio.example.com"),
  ]);
  expect(warnings).toEqual([]);
  const told = given(data.screening_question_answers, "answers");
  expect(told.map(({ question: { remote_id } }) => remote_id)).toEqual([
    "1001",
    "1004",
    "1005",
    "1008",
    "1010",
    "1012",
    "1013",
    "1015",
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      {
        question: { remote_id: "1001", title: question("motivation").title, type: "TEXT" },
        answer: { content: "It suits me." },
      },
      expect.objectContaining({ answer: { number: 4 } }),
      expect.objectContaining({ answer: { choice: option("source", 0).name } }),
      expect.objectContaining({ answer: { checked: false } }),
      expect.objectContaining({ answer: { date: "2026-03-01T00:00:00.000Z" } }),
      expect.objectContaining({ answer: { raw: "https://videos.example.com/1" } }),
      expect.objectContaining({
        answer: { choices: [option("languages", 0).name, option("languages", 2).name] },
      }),
    ]),
  );
  expect(
    sole(await tool.read("applications", { ids: data.id }), "application").screening_question_answers,
  ).toEqual(told);
});

test("the official SDK's typed answers are taken", async () => {
  const { data } = await tool.kombo.ats.createApplication({
    job_id: `remote:${everyQuestion}`,
    body: { candidate: ada, screening_question_answers: required() },
  });
  expect(data.screening_question_answers).toHaveLength(5);
});

test("a question that the job does not ask only causes a warning", async () => {
  const { data, warnings } = await apply([...required(), { question_id: "nothing", answer: 1 }]);
  expect(data.screening_question_answers).toHaveLength(5);
  expect(warnings).toEqual([
    {
      message:
        'body.screening_question_answers[5].question_id: the job has no screening question "nothing"; the answer was left out.',
    },
  ]);
});

test.each([
  ["motivation", 1, "must be text, but is 1"],
  ["motivation", "x".repeat(2_001), "must have at most 2000 characters"],
  ["referee", "nobody", 'must be an e-mail address, but is "nobody"'],
  ["portfolio", "my page", 'must be an absolute URL, but is "my page"'],
  ["experience", "four", 'must be a number, but is "four"'],
  ["experience", -1, "must be at least 0, but is -1"],
  ["experience", 1_000, "must be at most "],
  ["permit", "yes", 'must be true or false, but is "yes"'],
  ["source", "nothing", "must be the id of an option: "],
  ["source", true, "must be the id of an option: "],
  ["languages", "nothing", "must be a list of ids of options"],
  ["languages", ["nothing"], 'must hold ids of options: "'],
  ["start", "2026-02-30", 'must be a day such as 2026-01-31, but is "2026-02-30"'],
  ["start", "tomorrow", 'must be a day such as 2026-01-31, but is "tomorrow"'],
  ["certificate", "aGVsbG8=", 'must be a file, but is "aGVsbG8="'],
  ["privacy", true, "must be left out: the question only informs"],
] as const)(
  "an answer to %s that does not fit is refused at its place (%#)",
  async (name, value, message) => {
    const others = required().filter(({ question_id }) => question_id !== question(name).id);
    const place = `body.screening_question_answers[${others.length}].answer ${message}`;
    expect(await attempt([...others, answer(name, value)])).toMatchObject(sentence(place));
    expect(await tool.read("candidates", { email: ada.email_address })).toEqual([]);
  },
);

test("a question is answered once", async () => {
  expect(await attempt([...required(), answer("permit", true)])).toMatchObject(
    sentence(`body.screening_question_answers[5]: "${question("permit").id}" was answered before`),
  );
});

describe("a missing answer", () => {
  test("that is required is refused, every one of them named with its question", async () => {
    const { status, error } = await attempt([answer("motivation", "It suits me.")]);
    expect(status).toBe(400);
    expect(error?.message).toContain("body.screening_question_answers lacks answers that the job");
    for (const name of ["experience", "source", "permit", "start"] as const) {
      expect(error?.message).toContain(`"${question(name).title}" (question_id "${question(name).id}"`);
    }
    // What no condition leads to is not required, nor is what only informs.
    for (const name of ["permitEnd", "privacy", "motivation"] as const) {
      expect(error?.message).not.toContain(question(name).id);
    }
  });

  test("is required once the answer to another question asks for it", async () => {
    const withPermit = required().map((one) =>
      one.question_id === question("permit").id ? { ...one, answer: true } : one,
    );
    expect(await attempt(withPermit)).toMatchObject(sentence(question("permitEnd").id));
    const { data } = await apply([...withPermit, answer("permitEnd", "2027-01-01")]);
    expect(data.screening_question_answers).toHaveLength(6);
  });

  test("is filled in where that is assumed, conditional ones too", async () => {
    tool = await recruiting({ assume: { "missing-required-answer": "fill" } });
    const { data, assumes } = await apply([]);
    expect(assumes).toContain("missing-required-answer");
    const told = Object.fromEntries(
      given(data.screening_question_answers, "answers").map((one) => [one.question.remote_id, one.answer]),
    );
    expect(told).toEqual({
      "1001": { content: "-" },
      "1005": { number: 0 },
      "1008": { choice: option("source", 0).name },
      "1010": { checked: true },
      "1011": { date: "2026-01-15T00:00:00.000Z" },
      "1012": { date: "2026-01-15T00:00:00.000Z" },
    });
  });
});

test("a closed job is told before a missing answer", async () => {
  const { error } = await tool.send("POST", "/jobs/remote:1002/applications", { candidate: ada });
  expect(error?.code).toBe("ATS.JOB_CLOSED");
});

describe("a file as an answer", () => {
  const file = { name: "certificate.pdf", content_type: "application/pdf", data: "JVBERi0=" };

  test("is listed with the attachments, not with the answers", async () => {
    const { data } = await apply([...required(), answer("certificate", file)]);
    expect(data.screening_question_answers).toHaveLength(5);
    const { data: listed } = await tool.kombo.ats.getApplicationAttachments({ application_id: data.id });
    expect(listed.results).toMatchObject([
      { file_name: "certificate.pdf", type: "OTHER", content_type: "application/pdf" },
    ]);
  });

  test.each([
    [{ ...file, content_type: "video/mp4" }, "must be of one of the types application/pdf"],
    [
      { ...file, data_url: "https://files.example.com/1" },
      "needs exactly one of data_url and data, but has both",
    ],
    [{ ...file, data: "no base64!" }, ".data is not base64"],
  ])("is refused when it is not what is asked for (%#)", async (sent, message) => {
    expect(await attempt([...required(), answer("certificate", sent)])).toMatchObject(sentence(message));
  });
});
