import { atsJobFactory, type Country, type Entity } from "@kombo-mock/factories";
import { expect, test } from "vitest";

const date = "2026-01-15";
type Trait = (typeof atsJobFactory.traits)[number];

const keys = Array.from({ length: 60 }, (_, index) => String(index));
const jobs = (...traits: Trait[]): Entity<"AtsJob">[] =>
  keys.map((key) =>
    atsJobFactory
      .key(key)
      .with(...traits)
      .build(),
  );
const states = [
  "closed",
  "draft",
  "archived",
  "confidential",
  "closingLater",
  "remote",
  "unmapped",
  "deleted",
] as const;

test("without being told, it is an open job in Germany with stages, a question, a posting and a team", () => {
  const job = atsJobFactory.build();
  expect(job).toMatchObject({
    status: "OPEN",
    closed_at: null,
    remote_deleted_at: null,
    salary_currency: "EUR",
  });
  expect(job.location?.country).toBe("DE");
  expect(job.stages.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  expect([job.screening_questions, job.job_postings].map(({ length }) => length)).toEqual([1, 1]);
  expect(job.job_postings[0]).toMatchObject({ title: job.name, status: "ACTIVE" });
  expect(job.hiring_team.map(({ hiring_team_roles }) => hiring_team_roles)).toEqual([
    ["RECRUITER"],
    ["HIRING_MANAGER"],
  ]);
  expect(job.contact_id).toBe(job.hiring_team[0]?.id);
});

test.each(states)("the stamps of a job that is %s follow each other and end before the date", (state) => {
  for (const job of jobs(state)) {
    const { remote_created_at, opened_at, closed_at, remote_updated_at, changed_at } = job;
    const past = [remote_created_at, opened_at, state === "closingLater" ? null : closed_at];
    const order = [...past, remote_updated_at, changed_at, date].filter((stamp) => stamp !== null);
    expect(order).toEqual([...order].sort());
  }
});

test("a job that takes no applications was closed, a draft never opened, others do neither", () => {
  const stampsOf = (job: Entity<"AtsJob">) => [job.opened_at !== null, job.closed_at !== null].join();
  const kindsOf = (...traits: Trait[]) => [...new Set(jobs(...traits).map(stampsOf))];
  expect([kindsOf("closed"), kindsOf("archived")]).toEqual([["true,true"], ["true,true"]]);
  expect([kindsOf("draft"), kindsOf(), kindsOf("unmapped")]).toEqual([
    ["false,false"],
    ["true,false"],
    ["true,false"],
  ]);
});

test("a given status decides like a trait", () => {
  expect(atsJobFactory.build({ status: "CLOSED" }).closed_at).not.toBeNull();
  expect(atsJobFactory.build({ status: "DRAFT" })).toMatchObject({ opened_at: null, post_url: null });
});

test("a job that closes later is open until a day after the date", () => {
  for (const job of jobs("closingLater")) {
    expect(job.status).toBe("OPEN");
    expect((job.closed_at ?? "") > date).toBe(true);
  }
});

test("a confidential job is nowhere advertised", () => {
  for (const job of jobs("confidential"))
    expect(job).toMatchObject({ visibility: "CONFIDENTIAL", confidential: true, post_url: null });
  expect(new Set(jobs().map(({ confidential }) => confidential))).toEqual(new Set([false]));
});

test("a salary is one amount or a range around it, in the currency of the country, or nothing at all", () => {
  for (const { salary_amount, salary_amount_from, salary_amount_to } of jobs()) {
    expect(salary_amount === null).toBe(salary_amount_from !== null && salary_amount_to !== null);
    if (salary_amount === null) expect(salary_amount_from ?? 0).toBeLessThan(salary_amount_to ?? 0);
  }
  expect(new Set(jobs().map(({ salary_amount }) => salary_amount === null)).size).toBe(2);
  const [without] = jobs("withoutSalary");
  expect(
    Object.entries(without ?? {}).filter(([field, value]) => field.startsWith("salary") && value !== null),
  ).toEqual([]);
  const currencyIn = (country: Country) => atsJobFactory.input({ country }).build().salary_currency;
  expect([currencyIn("GB"), currencyIn("US"), currencyIn("NL")]).toEqual(["GBP", "USD", "EUR"]);
});

test("title, category and description go with the department", () => {
  const job = atsJobFactory.build({ department: "Finance" });
  expect(job.category).toBe("Accounting & Finance");
  expect(job.description).toContain(job.name);
  expect(atsJobFactory.build({ department: "Küche" }).category).toBe("Administration");
});

test("code and pages are made from the id in the tool, under hosts that are reserved", () => {
  const company = { name: "Weber GmbH", host: "weber.example.com" };
  const job = atsJobFactory
    .input({ remoteId: "4711", company, tool: "lever" })
    .build({ visibility: "PUBLIC" });
  expect(job).toMatchObject({
    remote_id: "4711",
    job_code: "REQ-4711",
    post_url: "https://careers.weber.example.com/jobs/4711",
    remote_url: "https://app.lever.example/jobs/4711",
  });
});

test("values that nothing fits pass through in the tool's words", () => {
  const { status, visibility, employment_type, remote_work_status, salary_period } = atsJobFactory
    .with("unmapped")
    .build();
  const known =
    /^(OPEN|CLOSED|DRAFT|ARCHIVED|PUBLIC|INTERNAL|UNLISTED|CONFIDENTIAL|FULL_TIME|PART_TIME|REMOTE|HYBRID|YEAR|MONTH|HOUR)$/;
  const raw = [status, visibility, employment_type, remote_work_status, salary_period];
  expect(raw.filter((value) => typeof value === "string" && !known.test(value))).toHaveLength(5);
});

test("dates move with the world's date, and nothing else does", () => {
  const on = (day: string) => atsJobFactory.with("closed").input({ date: day }).build();
  const [before, after] = [on("2026-01-15"), on("2026-01-16")];
  const dayLength = 86_400_000;
  for (const field of [
    "opened_at",
    "closed_at",
    "remote_created_at",
    "remote_updated_at",
    "changed_at",
  ] as const)
    expect(Date.parse(after[field] ?? "") - Date.parse(before[field] ?? "")).toBe(dayLength);
  expect(after.description).toBe(before.description);
});
