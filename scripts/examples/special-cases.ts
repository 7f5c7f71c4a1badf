import type { Cast, MockCore } from "@kombo-mock/msw";
import { aiApplyCases } from "./ai-apply-cases.ts";
import { answersTo } from "./answers-to.ts";
import { connectFactorial } from "./connect-factorial.ts";
import { customCases } from "./custom-cases.ts";
import type { Desk, ExampleRequest } from "./desk.ts";

type Values = Readonly<Record<string, unknown>>;

/** What an example needs beside the fragment's body and the usual records. */
export interface SpecialCase {
  /** Whose integration is called; that of the main one of the category when left out. */
  readonly tool?: string;
  /** Other records than usual, by parameter or key. */
  readonly records?: Readonly<Record<string, keyof Cast>>;
  /** What has to happen before; the same function has to be run once. Given to the functions below. */
  readonly prepare?: (mock: MockCore) => Promise<Values>;
  /** Values of parameters that are no record of the cast. */
  readonly parameters?: (desk: Desk, prepared: Values) => Values | Promise<Values>;
  /** Keys of the body that depend on the world or the tool. */
  readonly body?: (desk: Desk, prepared: Values) => Values | Promise<Values>;
}

const customFields = "GET /integrations/{integration_id}/custom-fields";
const integrationFields = "GET /integrations/{integration_id}/integration-fields";

/**
 * By operation. Every example is asked of a fresh world; but no one stands in the way of another, so that all of them
 * work one after the other too: what ends an integration, or takes a record away, has one for itself.
 */
export const specialCases: Readonly<Record<string, SpecialCase>> = {
  "POST /ats/applications/{application_id}/reject": { records: { application_id: "applicationInLastStage" } },
  "POST /ats/jobs/{job_id}/applications": {
    records: { stage_id: "firstStage" },
    body: async (desk) => ({
      screening_question_answers: await answersTo("openJob", desk),
      sourced_by: { user_id: desk.cast.recruiter.id },
    }),
  },
  "POST /ats/candidates": { records: { job_id: "jobWithoutQuestions" } },
  "POST /ats/import-tracked-application": {
    tool: "greenhouse",
    body: () => ({
      smartrecruiters: undefined,
      greenhouse: { id_type: "application_id", application_id: "48213907" },
    }),
  },
  "GET /connect/integration-by-token/{token}": {
    prepare: connectFactorial,
    parameters: (_, { token }) => ({ token }),
  },
  "POST /connect/activate-integration": {
    prepare: connectFactorial,
    body: (_, { token }) => ({ token }),
  },
  "PUT /integrations/{integration_id}/custom-fields/{custom_field_id}": {
    parameters: async (desk) => ({ custom_field_id: await firstId(desk, customFields) }),
    body: async (desk) => ({ integration_field_id: await firstId(desk, integrationFields) }),
  },
  "PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}": {
    parameters: async (desk) => ({ integration_field_id: await firstId(desk, integrationFields) }),
  },
  "DELETE /integrations/{integration_id}": { tool: "lever" },
  "PUT /integrations/{integration_id}/enabled": { tool: "bamboohr" },
  "POST /integrations/{integration_id}/relink": { tool: "hibob" },
  "POST /integrations/{integration_id}/setup-link": { tool: "workday" },
  "POST /passthrough/{tool}/{api}": {
    tool: "factorial",
    prepare: async (mock) => {
      await mock.passthrough("factorial", "api", { status: 201, data: { id: 90211, employee: 4711 } });
      return {};
    },
    parameters: () => ({ tool: "factorial", api: "api" }),
  },
  "GET /tools/{category}": { parameters: () => ({ category: "hris" }) },
  "POST /hris/employees/form": {
    body: ({ cast }) => ({
      properties: {
        first_name: "Ilse",
        last_name: "Brandt",
        start_date: "2026-09-01",
        weekly_hours: 38.5,
        company_car: false,
        languages: ["english", "german"],
        location: cast.headquarters.id,
        home_address: { street: "Lindenweg 4", city: "Kassel", zip_code: "34117", country: "DE" },
      },
    }),
  },
  "POST /hris/employee-skill-assignments": {
    records: { employee_id: "newHire" },
    body: () => ({ current_level: "Advanced" }),
  },
  "PATCH /hris/employee-skill-assignments/{employee_skill_assignment_id}": {
    parameters: gradedAssignment,
    body: () => ({ current_level: "Expert" }),
  },
  "DELETE /hris/employee-skill-assignments/{employee_skill_assignment_id}": { parameters: gradedAssignment },
  "PATCH /hris/skills/{skill_id}": {
    body: () => ({ levels: ["Beginner", "Intermediate", "Advanced", "Expert", "Teacher"] }),
  },
  "POST /hris/provisioning-groups/{group_id}/diff": {
    parameters: () => ({ group_id: "default" }),
    body: async ({ cast, mock }) => ({
      provisioned_users: [
        {
          origin_id: "user-381",
          email: (await mock.find("hris.employees", cast.employee.id))[0]?.work_email,
        },
        { origin_id: "user-402", email: "tom.okafor@example.com" },
      ],
    }),
  },
  "POST /lms/course-progressions": {
    records: { user_id: "newLearner" },
    body: ({ cast }) => ({ course_revision_id: cast.courseRevision.id }),
  },
  "GET /lms/courses/bulk/{task_id}": { prepare: upsertCourse, parameters: (_, { task_id }) => ({ task_id }) },
  "POST /hris/provisioning-groups/{group_id}/setup-links": { parameters: () => ({ group_id: "default" }) },
  ...customCases,
  ...aiApplyCases,
};

/** One course is added, and one item fails. */
async function upsertCourse(mock: MockCore): Promise<Values> {
  const { integration_id } = mock.cast.learner;
  const answer = await mock.fetch(`${mock.baseUrl}/lms/courses/bulk`, {
    method: "POST",
    headers: {
      authorization: "Bearer ks_dev_mock",
      "content-type": "application/json",
      "x-integration-id": integration_id,
    },
    body: JSON.stringify({
      items: [
        { origin_id: "fire-safety-2", course: { ...safety, course_url: "https://learn.example.com/2" } },
        { origin_id: "fire-safety-3", course: { ...safety, course_url: "learn/3" } },
      ],
    }),
  });
  // The answer to an upsert names its task.
  const { data } = (await answer.json()) as { data: { task_id: string } };
  await mock.clock.advance("PT2S");
  return { task_id: data.task_id };
}

const safety = { type: "EXTERNAL", title: "Fire safety for wardens" };

async function firstId(
  desk: Desk,
  operation: string,
  request: Partial<ExampleRequest> = {},
): Promise<string> {
  const { integration_id } = desk.cast.employee;
  const [first] = await desk.list({
    operation,
    path: { integration_id },
    integrationId: integration_id,
    ...request,
  });
  return String(first?.["id"]);
}

async function gradedAssignment(desk: Desk): Promise<Values> {
  const query = { skill_ids: desk.cast.skillWithLevels.id };
  const operation = "GET /hris/employee-skill-assignments";
  return { employee_skill_assignment_id: await firstId(desk, operation, { path: {}, query }) };
}
