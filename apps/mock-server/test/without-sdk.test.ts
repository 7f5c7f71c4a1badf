import { checkAnswer } from "@kombo-mock/contract";
import type { Mock } from "@kombo-mock/msw";
import { allDomains } from "@kombo-mock/msw/domains";
import { type Operation, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { serve, type TestServer } from "./serve.ts";

interface Asked {
  readonly cast: Mock["cast"];
  /** Asks the integration that a member of the cast is in, and answers the data. */
  ask<Data = unknown>(call: string, body?: unknown): Promise<Data>;
  readonly server: TestServer;
}

const ada = { first_name: "Ada", last_name: "Byron", start_date: "2026-03-01" };
const interview = ({ recruiter }: Mock["cast"]) => ({
  title: "Technical interview",
  start_time: "2026-03-12T09:00:00.000Z",
  end_time: "2026-03-12T10:00:00.000Z",
  interviewer_user_ids: [recruiter.id],
  organizer_user_id: recruiter.id,
  location: { type: "VIRTUAL", address: "https://meet.example.com/okafor" },
});

interface Made {
  readonly id: string;
}

const assign = async ({ ask, cast }: Asked) => {
  const skill = await ask<Made>("POST /v1/hris/skills", { name: "Juggling", levels: ["Three", "Five"] });
  const body = { employee_id: cast.employee.id, skill_id: skill.id, current_level: "Three" };
  return ask<Made>("POST /v1/hris/employee-skill-assignments", body);
};

const upsert = ({ ask }: Asked) => {
  const course = { type: "EXTERNAL", title: "Looms", course_url: "https://learn.example.com/looms" };
  return ask<{ task_id: string }>("POST /v1/lms/courses/bulk", { items: [{ origin_id: "looms", course }] });
};

/** One request of each operation that the official SDK has no method for. */
const requests: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  "POST /connect/activate-integration": async ({ ask, server }) => {
    const customer = { end_user_email: "ada@example.com", end_user_organization_name: "Acme" };
    const { link } = await ask<{ link: string }>("POST /v1/connect/create-link", customer);
    const { token } = await server.mock.connect(link);
    return ask("POST /v1/connect/activate-integration", { token });
  },
  "GET /hris/teams": ({ ask }) => ask("GET /v1/hris/teams"),
  "GET /hris/skills": ({ ask }) => ask("GET /v1/hris/skills"),
  "POST /hris/skills": ({ ask }) => ask("POST /v1/hris/skills", { name: "Juggling" }),
  "PATCH /hris/skills/{skill_id}": ({ ask, cast }) =>
    ask(`PATCH /v1/hris/skills/${cast.skill.id}`, { name: "Juggling" }),
  "DELETE /hris/skills/{skill_id}": ({ ask, cast }) => ask(`DELETE /v1/hris/skills/${cast.skill.id}`, {}),
  "GET /hris/employee-skill-assignments": ({ ask }) => ask("GET /v1/hris/employee-skill-assignments"),
  "POST /hris/employee-skill-assignments": assign,
  "PATCH /hris/employee-skill-assignments/{employee_skill_assignment_id}": async (asked) => {
    const { id } = await assign(asked);
    return asked.ask(`PATCH /v1/hris/employee-skill-assignments/${id}`, { current_level: "Five" });
  },
  "DELETE /hris/employee-skill-assignments/{employee_skill_assignment_id}": async (asked) => {
    const { id } = await assign(asked);
    return asked.ask(`DELETE /v1/hris/employee-skill-assignments/${id}`, {});
  },
  "POST /hris/employees": ({ ask }) => ask("POST /v1/hris/employees", ada),
  "PATCH /hris/employees/{employee_id}": ({ ask, cast }) =>
    ask(`PATCH /v1/hris/employees/${cast.employee.id}`, { work_email: "ada@example.com" }),
  "POST /hris/provisioning-groups/{group_id}/diff": ({ ask }) =>
    ask("POST /v1/hris/provisioning-groups/default/diff", {
      provisioned_users: [],
      options: { employee_fields: ["id"] },
    }),
  "POST /hris/provisioning-groups/{group_id}/setup-links": ({ ask }) =>
    ask("POST /v1/hris/provisioning-groups/default/setup-links", {}),
  "GET /ats/actions/ats_create_candidate": ({ ask }) => ask("GET /v1/ats/actions/ats_create_candidate"),
  "GET /ats/actions/ats_create_application": ({ ask }) => ask("GET /v1/ats/actions/ats_create_application"),
  "GET /ats/actions/ats_add_application_attachment": ({ ask }) =>
    ask("GET /v1/ats/actions/ats_add_application_attachment"),
  "GET /ats/actions/ats_add_candidate_attachment": ({ ask }) =>
    ask("GET /v1/ats/actions/ats_add_candidate_attachment"),
  "POST /ats/applications/{application_id}/interviews": ({ ask, cast }) =>
    ask(`POST /v1/ats/applications/${cast.pendingApplication.id}/interviews`, interview(cast)),
  "PATCH /ats/applications/{application_id}/interviews": async ({ ask, cast }) => {
    const { results } = await ask<{ results: { id: string; application_id: string }[] }>(
      `GET /v1/ats/interviews?ids=${cast.upcomingInterview.id}`,
    );
    return ask(`PATCH /v1/ats/applications/${results[0]?.application_id}/interviews`, {
      ...interview(cast),
      interview_id: results[0]?.id,
    });
  },
  "GET /ats/notes": ({ ask }) => ask("GET /v1/ats/notes"),
  "GET /assessment/orders/open": ({ ask }) => ask("GET /v1/assessment/orders/open"),
  "GET /lms/users": ({ ask }) => ask("GET /v1/lms/users"),
  "GET /lms/skills": ({ ask }) => ask("GET /v1/lms/skills"),
  "GET /lms/courses": ({ ask }) => ask("GET /v1/lms/courses"),
  "GET /lms/course-progressions": ({ ask }) => ask("GET /v1/lms/course-progressions"),
  "POST /lms/courses/bulk": upsert,
  "GET /lms/courses/bulk/{task_id}": async (asked) => {
    const { task_id } = await upsert(asked);
    return asked.ask(`GET /v1/lms/courses/bulk/${task_id}`);
  },
  "POST /lms/courses/{course_id}/deactivate": ({ ask, cast }) =>
    ask(`POST /v1/lms/courses/${cast.course.id}/deactivate`, {}),
  "POST /lms/course-progressions": ({ ask, cast }) =>
    ask("POST /v1/lms/course-progressions", {
      user_id: cast.newLearner.id,
      course_revision_id: cast.courseRevision.id,
    }),
  "POST /lms/course-progressions/{course_progression_id}/complete": ({ ask, cast }) =>
    ask(`POST /v1/lms/course-progressions/${cast.startedProgression.id}/complete`, { score: 80 }),
};

/** The SDK has no method for any operation of these; `test/respect.test.ts` drives each of them over HTTP. */
const drivenElsewhere = ["custom", "ai-apply"];

test("these are all served operations that the SDK has no method for, but for domains that it does not know", () => {
  const served = allDomains
    .flatMap(({ behaviours }) => behaviours.map(({ operation }) => operation))
    .filter((name) => !operations[name].sdk);
  const isDrivenHere = (name: (typeof served)[number]) => !drivenElsewhere.includes(operations[name].domain);
  expect(Object.keys(requests).sort()).toEqual(served.filter(isDrivenHere).sort());
  for (const domain of drivenElsewhere) {
    expect(Object.values(operations).filter((one) => one.domain === domain && one.sdk !== null)).toEqual([]);
  }
});

test.each(Object.entries(requests))("%s answers over HTTP what the document says", async (name, request) => {
  const server = await serve({ checkAnswer });
  const { cast } = server.mock;
  const integrations: Readonly<Record<string, string>> = {
    hris: cast.employee.integration_id,
    ats: cast.openJob.integration_id,
    assessment: cast.openOrder.integration_id,
    lms: cast.learner.integration_id,
  };
  const integration = integrations[name.split("/")[1] ?? ""];
  const ask = async <Data>(call: string, body?: unknown) => {
    const headers: Record<string, string> = integration ? { "x-integration-id": integration } : {};
    const answer = await server.ask<{ data: Data }>(call, { headers, body });
    expect(answer.status, JSON.stringify(answer.json)).toBe(200);
    return answer.json.data;
  };
  expect(await request({ cast, ask, server })).toBeDefined();
  expect((await server.mock.requests()).at(-1)).toMatchObject({ operation: name });
  const rules = (await server.mock.contract()).map(({ violation }) => violation.rule);
  expect(rules).toEqual(operations[name as Operation].deprecated ? ["deprecated-operation"] : []);
});
