import type { MockControl } from "@kombo-mock/msw/core";
import { expect } from "vitest";

/** Reads every result of a list, page by page: `list("HRIS", "/hris/employees?page_size=100")`. */
export type List = (category: "HRIS" | "ATS" | "ASSESSMENT", path: string) => Promise<Row[]>;

/** A result of a list. */
export interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** What a test needs, made by one call, and what the API then answers. Returns all that it read. */
type SeedCase = (mock: MockControl, list: List) => Promise<unknown>;

/** The state that tests of real programs begin with, each by one call. */
export const seeds: Readonly<Record<string, SeedCase>> = {
  async "an employee with absences and a balance"(mock, list) {
    const ada = await mock.create("hris.employees", {
      first_name: "Ada",
      last_name: "Byron",
      absences: [
        { status: "APPROVED", type: { name: "Vacation", unit: "DAYS" } },
        { status: "REQUESTED", start_date: "2026-03-02", end_date: "2026-03-06", amount: 5 },
      ],
      time_off_balances: [{ balance: 12.5, balance_unit: "DAYS", used: 3 }],
    });
    expect(ada).toMatchObject({
      display_full_name: "Ada Byron",
      employment_status: "ACTIVE",
      employments: [{ employee_id: ada.id }],
      time_off_balances: [{ employee_id: ada.id, balance: 12.5, used: 3 }],
    });
    const absences = await list("HRIS", `/hris/absences?employee_id=${ada.id}`);
    expect(absences).toMatchObject([
      { employee_id: ada.id, status: "APPROVED", type: { name: "Vacation", unit: "DAYS" }, unit: "DAYS" },
      { employee_id: ada.id, status: "REQUESTED", start_date: "2026-03-02", amount: 5 },
    ]);
    expect(absences[1]?.["type_id"]).not.toBeNull();
    return [ada, absences, await list("HRIS", `/hris/time-off-balances?employee_id=${ada.id}`)];
  },

  async "a job with stages and two applications in the last of them"(mock, list) {
    const job = await mock.create("ats.jobs", {
      name: "Baker",
      stages: [{ name: "Applied" }, { name: "Trial day" }, { name: "Offer", remote_id: "offer" }],
      applications: [
        { current_stage: { remote_id: "offer" }, candidate: { first_name: "Ada" } },
        { current_stage_id: "remote:offer" },
      ],
    });
    expect(job.stages).toMatchObject([
      { name: "Applied", index: 0 },
      { name: "Trial day", index: 1 },
      { name: "Offer", index: 2, remote_id: "offer" },
    ]);
    const applications = await list("ATS", `/ats/applications?job_ids=${job.id}`);
    const stage = { id: job.stages[2]?.id, name: "Offer", index: 2 };
    expect(applications).toMatchObject([
      { job: { id: job.id, name: "Baker" }, current_stage: stage, candidate: { first_name: "Ada" } },
      { job: { id: job.id, name: "Baker" }, current_stage: stage, candidate: { id: expect.any(String) } },
    ]);
    return [job, applications];
  },

  async "a chain of four managers"(mock, list) {
    const four = await mock.create("hris.employees", {
      first_name: "Four",
      manager: { first_name: "Three", manager: { first_name: "Two", manager: { first_name: "One" } } },
    });
    const all = await list("HRIS", "/hris/employees?page_size=250");
    const above = (id: unknown) => all.find((one) => one.id === id);
    const names: unknown[] = [];
    for (let one = above(four.id); one; one = above(one["manager_id"])) names.push(one["first_name"]);
    expect(names).toEqual(["Four", "Three", "Two", "One"]);
    return four;
  },

  async "three hundred employees, for paging"(mock, list) {
    const before = await list("HRIS", "/hris/employees?page_size=250");
    const made = await mock.create("hris.employees", { employment_type: "PART_TIME" }, { count: 300 });
    const pages = await list("HRIS", "/hris/employees?page_size=100");
    expect(pages.slice(before.length).map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(new Set(made.map(({ work_email }) => work_email)).size).toBe(300);
    return made.slice(-2);
  },

  async "an employee without an e-mail address"(mock, list) {
    const { id } = await mock.create("hris.employees", { work_email: null, personal_email: null });
    const found = await list("HRIS", `/hris/employees?ids=${id}`);
    expect(found).toMatchObject([{ work_email: null, personal_email: null }]);
    return found;
  },

  async "a deleted employee"(mock, list) {
    const remote_deleted_at = "2026-01-10T00:00:00.000Z";
    const { id } = await mock.create("hris.employees", { remote_deleted_at });
    expect(await list("HRIS", `/hris/employees?ids=${id}`)).toEqual([]);
    const found = await list("HRIS", `/hris/employees?ids=${id}&include_deleted=true`);
    expect(found).toMatchObject([{ id, remote_deleted_at }]);
    return found;
  },

  async "somebody who left"(mock, list) {
    const termination_date = "2025-12-31T00:00:00.000Z";
    const { id } = await mock.create("hris.employees", { employment_status: "INACTIVE", termination_date });
    const found = await list("HRIS", `/hris/employees?ids=${id}&employment_status=INACTIVE`);
    expect(found).toMatchObject([{ id, termination_date }]);
    return found;
  },

  async "a candidate with three applications"(mock, list) {
    const candidate = await mock.create("ats.candidates", { applications: [{}, {}, { outcome: "HIRED" }] });
    const applications = await list("ATS", "/ats/applications?page_size=250");
    const own = applications.filter(({ candidate_id }) => candidate_id === candidate.id);
    expect(own.map(({ outcome }) => outcome)).toEqual(["PENDING", "PENDING", "HIRED"]);
    expect(new Set(own.map(({ job_id }) => job_id)).size).toBe(3);
    expect(candidate.applications.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    return [candidate, own];
  },

  async "a closed job"(mock, list) {
    const { id } = await mock.create("ats.jobs", { status: "CLOSED", closed_at: "2025-11-30T12:00:00.000Z" });
    const found = await list("ATS", `/ats/jobs?ids=${id}&statuses=CLOSED`);
    expect(found).toMatchObject([{ id, status: "CLOSED", closed_at: "2025-11-30T12:00:00.000Z" }]);
    return found;
  },

  async "an application with an interview and an accepted offer"(mock, list) {
    const application = await mock.create("ats.applications", {
      interviews: [{ title: "First talk", users: [{ first_name: "Grace" }] }],
      offers: [{ status: "ACCEPTED" }],
    });
    expect(application).toMatchObject({
      interviews: [{ title: "First talk" }],
      offers: [{ status: "ACCEPTED" }],
    });
    const interviews = (await list("ATS", "/ats/interviews?page_size=250")).filter(
      ({ application_id }) => application_id === application.id,
    );
    expect(interviews).toMatchObject([
      {
        title: "First talk",
        stage_id: application.current_stage_id,
        users: [{ first_name: "Grace" }],
        application: { candidate: { id: application.candidate_id }, job: { id: application.job_id } },
      },
    ]);
    const offers = (await list("ATS", "/ats/offers?page_size=250")).filter(
      ({ application_id }) => application_id === application.id,
    );
    expect(offers).toMatchObject([{ status: "ACCEPTED" }]);
    return [application, interviews, offers];
  },

  async "a tree of groups"(mock, list) {
    const [first] = await mock.create("hris.groups", [
      { name: "Platform", type: "TEAM", parent: { name: "Engineering", parent: { name: "Everybody" } } },
    ]);
    const all = await list("HRIS", "/hris/groups?page_size=250");
    const named = (name: string) => all.find((one) => one["name"] === name);
    expect(first?.parent_id).toBe(all.findLast((one) => one["name"] === "Engineering")?.id);
    expect(all.find(({ id }) => id === first?.parent_id)).toMatchObject({
      parent_id: named("Everybody")?.id,
    });
    expect(named("Everybody")).toMatchObject({ parent_id: null });
    return first;
  },

  async "an employee in three groups"(mock, list) {
    const [known] = await mock.find("hris.groups", { name: "Engineering" });
    const { id, groups } = await mock.create("hris.employees", {
      groups: [{ id: known?.id ?? "" }, { name: "Choir", type: null }, { name: "4711", type: "COST_CENTER" }],
    });
    expect(groups.map(({ name, type }) => [name, type])).toEqual([
      ["Engineering", "DEPARTMENT"],
      ["Choir", null],
      ["4711", "COST_CENTER"],
    ]);
    const found = await list("HRIS", `/hris/employees?group_ids=${groups[1]?.id}`);
    expect(found).toMatchObject([{ id, groups, teams: groups }]);
    return found;
  },

  async "an absence in hours"(mock, list) {
    const { id } = await mock.create("hris.absences", {
      start_date: "2026-02-03",
      end_date: "2026-02-03",
      start_time: "09:00:00",
      end_time: "11:30:00",
      amount: 2.5,
      unit: "HOURS",
      type: { name: "Errand", unit: "HOURS", exact_times_supported: true },
    });
    const found = await list("HRIS", `/hris/absences?ids=${id}`);
    expect(found).toMatchObject([{ amount: 2.5, unit: "HOURS", type: { name: "Errand", unit: "HOURS" } }]);
    return found;
  },

  async "the timesheets of a week"(mock, list) {
    const days = ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"];
    const { id } = await mock.create("hris.employees", {
      timesheets: days.map((day) => ({
        started_at: `${day}T08:00:00.000Z`,
        ended_at: `${day}T16:30:00.000Z`,
        payable_hours: 8,
        breaks: [{ started_at: `${day}T12:00:00.000Z`, ended_at: `${day}T12:30:00.000Z`, paid: false }],
      })),
    });
    const found = await list("HRIS", `/hris/timesheets?employee_id=${id}`);
    expect(found.map(({ started_at }) => String(started_at).slice(0, 10))).toEqual(days);
    expect(found[0]).toMatchObject({ employee_id: id, payable_hours: 8, breaks: [{ paid: false }] });
    return found;
  },

  async "a review with its cycle"(mock, list) {
    const review = await mock.create("hris.performance-reviews", {
      type: "MANAGER",
      reviewee: { first_name: "Ada" },
      reviewer: { first_name: "Grace" },
      review_cycle: { name: "Summer" },
    });
    const found = await list("HRIS", `/hris/performance-reviews?review_cycle_ids=${review.review_cycle?.id}`);
    expect(found).toEqual([review]);
    expect(found).toMatchObject([
      {
        type: "MANAGER",
        reviewee: { first_name: "Ada" },
        reviewer: { first_name: "Grace" },
        review_cycle: { name: "Summer" },
      },
    ]);
    return found;
  },

  async "a job with a question of each kind"(mock, list) {
    const options = [
      { id: "2S3kGPLzQrUSRbd6Hi4VmXoP", remote_id: "1", name: "Yes" },
      { id: "9ZyXwVuTsRqPnMkJhGfEdCbA", remote_id: "2", name: "No" },
    ];
    const formats = [
      { type: "TEXT", display_type: "SINGLE_LINE", max_length: 80 },
      { type: "NUMBER", display_type: "SLIDER", min: 1, max: 5 },
      { type: "BOOLEAN" },
      { type: "DATE" },
      { type: "SINGLE_SELECT", display_type: "DROPDOWN", options },
      { type: "MULTI_SELECT", options },
      { type: "FILE", accepted_mime_types: ["application/pdf"], max_file_size_bytes: 1_000_000 },
      { type: "INFORMATION" },
    ] as const;
    const { id } = await mock.create("ats.jobs", {
      screening_questions: formats.map((format) => ({ title: `Of the type ${format.type}`, format })),
    });
    const [job] = await list("ATS", `/ats/jobs?ids=${id}`);
    expect(job?.["screening_questions"]).toMatchObject(
      formats.map((format, index) => ({ title: `Of the type ${format.type}`, format, index })),
    );
    return job;
  },

  async "a recruiter on a job's hiring team, with roles"(mock, list) {
    const { id, hiring_team } = await mock.create("ats.jobs", {
      hiring_team: [
        {
          first_name: "Grace",
          email: "grace@example.com",
          hiring_team_roles: ["RECRUITER"],
          job_roles: [{ remote_label: "Lead recruiter", unified_type: "RECRUITER" }],
          system_roles: [{ remote_label: "Site admin", unified_type: "ADMIN" }],
        },
      ],
    });
    expect(await list("ATS", `/ats/jobs?ids=${id}`)).toMatchObject([
      {
        hiring_team: [
          {
            email: "grace@example.com",
            hiring_team_roles: ["RECRUITER"],
            job_roles: [{ remote_label: "Lead recruiter", scope: "JOB" }],
          },
        ],
      },
    ]);
    const users = await list("ATS", `/ats/users?ids=${hiring_team[0]?.id}`);
    expect(users).toMatchObject([{ system_roles: [{ remote_label: "Site admin", scope: "SYSTEM" }] }]);
    return [hiring_team, users];
  },

  async "a note by an author"(mock, list) {
    const { id, candidate_id } = await mock.create("ats.notes", {
      content_html: "<p>Call back</p>",
      author: { first_name: "Grace" },
      application: { candidate: { first_name: "Ada" } },
    });
    const found = await list("ATS", `/ats/notes?ids=${id}`);
    expect(found).toMatchObject([
      {
        content_html: "<p>Call back</p>",
        author: { first_name: "Grace" },
        application_id: expect.any(String),
      },
    ]);
    const [candidate] = await list("ATS", `/ats/candidates?ids=${candidate_id}`);
    expect(candidate).toMatchObject({
      first_name: "Ada",
      applications: [{ id: found[0]?.["application_id"] }],
    });
    return [found, candidate];
  },

  async "an open assessment order"(mock, list) {
    const order = await mock.create("assessment.orders", {
      status: "OPEN",
      candidate: { first_name: "Ada", email: "ada@example.com" },
    });
    const found = (await list("ASSESSMENT", "/assessment/orders/open")).filter(({ id }) => id === order.id);
    expect(found).toMatchObject([{ candidate: { first_name: "Ada", email: "ada@example.com" } }]);
    return found;
  },

  async "a staffing entity with locations and skills"(mock, list) {
    const { id } = await mock.create("hris.staffing-entities", {
      name: "Team lead",
      status: "OPEN_LIMITED",
      locations: [{ name: "Bern" }, { name: "Basel" }],
      skills: [{ name: "Patience" }],
    });
    const found = await list("HRIS", `/hris/staffing-entities?ids=${id}`);
    expect(found).toMatchObject([
      {
        name: "Team lead",
        locations: [{ name: "Bern" }, { name: "Basel" }],
        skills: [{ skill: { name: "Patience" } }],
      },
    ]);
    return found;
  },

  async "the value of a custom field"(mock, list) {
    const { id } = await mock.create("hris.employees", {
      custom_fields: { shirt_size: "XXL", shoe_size: 43 },
    });
    const found = await list("HRIS", `/hris/employees?ids=${id}`);
    expect(found).toMatchObject([{ custom_fields: { shirt_size: "XXL", shoe_size: 43 } }]);
    return found;
  },

  async "a change that a sync is going to bring"(mock, list) {
    const { id } = await mock.create("hris.employees", { first_name: "Later" }, { visible: "after-sync" });
    expect(await list("HRIS", `/hris/employees?ids=${id}`)).toEqual([]);
    const integrations = await mock.integrations.list();
    const waiting = integrations.find(({ pending_changes }) => pending_changes > 0);
    await mock.sync(waiting?.id ?? "");
    const found = await list("HRIS", `/hris/employees?ids=${id}`);
    expect(found).toMatchObject([{ first_name: "Later" }]);
    return found;
  },
};
