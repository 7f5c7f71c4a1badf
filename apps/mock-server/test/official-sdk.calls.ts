import { type HTTPClient, Kombo } from "@kombo-api/sdk";
import type { Mock } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import type { MockServer } from "kombo-mock";

/** What the calls are made with: a client of each category's main integration, and the control calls. */
export interface Client {
  readonly url: string;
  readonly cast: Mock["cast"];
  /** The client of the integration that a collection's cast is in: `of("hris")`. */
  of(domain: "general" | "hris" | "ats" | "assessment"): Kombo;
}

/** The API key of every client. */
export const apiKey = "ks_dev_sdk";
/** The integration that calls which name one in their path are about. */
export const integration_id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
/** What calls are made with at a server; `http_client` sees what is sent. */
export function clientOf({ url, baseUrl, mock: { cast } }: MockServer, http_client?: HTTPClient): Client {
  const integrations = {
    general: integration_id,
    hris: cast.employee.integration_id,
    ats: cast.openJob.integration_id,
    assessment: cast.openOrder.integration_id,
  };
  const options = { api_key: apiKey, server_url: baseUrl, ...(http_client ? { http_client } : {}) };
  const of: Client["of"] = (domain) => new Kombo({ ...options, integration_id: integrations[domain] });
  return { url, cast, of };
}

/** The integration of a tool that application ids can be tracked in. */
const greenhouse = "greenhouse:qWZ8TFdwijg71gWuaptXrzyk";

const candidate = { first_name: "Ada", last_name: "Okafor", email_address: "ada.okafor@mail.example.com" };
const file = { name: "note.txt", content_type: "text/plain", data: "SGVsbG8=" };
const text = { ...file, type: "CV" } as const;
const link = { label: "Report", url: "https://results.example.com/1" };

const fieldsOf = async (kombo: Kombo) =>
  (await kombo.general.getIntegrationFields({ integration_id })).result.data.results;
const customFieldsOf = async (kombo: Kombo) =>
  (await kombo.general.getCustomFields({ integration_id })).result.data.results;
const linkOf = async (kombo: Kombo) =>
  (
    await kombo.connect.createConnectionLink({
      end_user_email: "ada@example.com",
      end_user_organization_name: "Example Ltd",
    })
  ).data.link;

/** One call of each method that answers no pages; the SDK refuses an answer that is not as it expects. */
export const calls: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  "general.checkApiKey": ({ of }) => of("general").general.checkApiKey(),
  "general.triggerSync": ({ of }) => of("general").general.triggerSync({ type: "DELTA" }),
  "general.sendPassthroughRequest": ({ of }) =>
    of("general").general.sendPassthroughRequest({
      tool: "bamboohr",
      api: "v1",
      body: { method: "GET", path: "/x" },
    }),
  "general.getIntegrationDetails": ({ of }) =>
    of("general").general.getIntegrationDetails({ integration_id }),
  "general.setIntegrationEnabled": ({ of }) =>
    of("general").general.setIntegrationEnabled({ integration_id, body: { value: true } }),
  "general.createReconnectionLink": ({ of }) =>
    of("general").general.createReconnectionLink({ integration_id, body: {} }),
  "general.createSetupLink": async ({ url, of }) => {
    await connectMock({ url, apiKey }).integrations.update(integration_id, { setup_steps: ["filtering"] });
    return of("general").general.createSetupLink({ integration_id, body: { link_type: "EMBEDDED" } });
  },
  "general.updateIntegrationField": async ({ of }) =>
    of("general").general.updateIntegrationField({
      integration_id,
      integration_field_id: (await fieldsOf(of("general")))[0]?.id ?? "",
      body: { enable_passthrough: true },
    }),
  "general.updateCustomFieldMapping": async ({ of }) =>
    of("general").general.updateCustomFieldMapping({
      integration_id,
      custom_field_id: (await customFieldsOf(of("general")))[0]?.id ?? "",
      body: { integration_field_id: null },
    }),
  "general.getTools": ({ of }) => of("general").general.getTools({ category: "hris" }),
  "general.deleteIntegration": ({ of }) =>
    of("general").general.deleteIntegration({ integration_id, body: {} }),
  "connect.createConnectionLink": ({ of }) => linkOf(of("general")),
  "connect.getIntegrationByToken": async ({ url, of }) => {
    const { token } = await connectMock({ url, apiKey }).connect(await linkOf(of("general")));
    return of("general").connect.getIntegrationByToken({ token: token ?? "" });
  },

  "hris.createAbsence": ({ of, cast }) =>
    of("hris").hris.createAbsence({
      employee_id: cast.employee.id,
      absence_type_id: cast.vacation.id,
      start_date: new Date("2026-06-01"),
      end_date: new Date("2026-06-05"),
      status: "REQUESTED",
      employee_note: null,
    }),
  "hris.deleteAbsence": ({ of, cast }) =>
    of("hris").hris.deleteAbsence({ absence_id: cast.requestedAbsence.id, body: {} }),
  "hris.addEmployeeDocument": ({ of, cast }) =>
    of("hris").hris.addEmployeeDocument({
      employee_id: cast.employee.id,
      body: { category_id: cast.documentCategory.id, document: file },
    }),
  "hris.getEmployeeForm": ({ of }) => of("hris").hris.getEmployeeForm(),
  "hris.createEmployeeWithForm": ({ of }) =>
    of("hris").hris.createEmployeeWithForm({
      properties: { first_name: "Ada", last_name: "Byron", start_date: "2026-03-01" },
    }),

  "ats.createCandidate": ({ of, cast }) =>
    of("ats").ats.createCandidate({ candidate, application: { job_id: cast.jobWithoutQuestions.id } }),
  "ats.createApplication": ({ of, cast }) =>
    of("ats").ats.createApplication({ job_id: cast.jobWithoutQuestions.id, body: { candidate } }),
  "ats.moveApplicationToStage": ({ of, cast }) =>
    of("ats").ats.moveApplicationToStage({
      application_id: cast.pendingApplication.id,
      body: { stage_id: cast.lastStage.id },
    }),
  "ats.rejectApplication": ({ of, cast }) =>
    of("ats").ats.rejectApplication({
      application_id: cast.pendingApplication.id,
      body: { rejection_reason_id: cast.rejectionReason.id },
    }),
  "ats.getApplicationAttachments": ({ of, cast }) =>
    of("ats").ats.getApplicationAttachments({ application_id: cast.pendingApplication.id }),
  "ats.addApplicationAttachment": ({ of, cast }) =>
    of("ats").ats.addApplicationAttachment({
      application_id: cast.pendingApplication.id,
      body: { attachment: text },
    }),
  "ats.getCandidateAttachments": ({ of, cast }) =>
    of("ats").ats.getCandidateAttachments({ candidate_id: cast.candidate.id }),
  "ats.addCandidateAttachment": ({ of, cast }) =>
    of("ats").ats.addCandidateAttachment({ candidate_id: cast.candidate.id, body: { attachment: text } }),
  "ats.addApplicationNote": ({ of, cast }) =>
    of("ats").ats.addApplicationNote({
      application_id: cast.pendingApplication.id,
      body: { content: "Call back.", content_type: "PLAIN_TEXT" },
    }),
  "ats.addApplicationResultLink": ({ of, cast }) =>
    of("ats").ats.addApplicationResultLink({ application_id: cast.pendingApplication.id, body: link }),
  "ats.addCandidateResultLink": ({ of, cast }) =>
    of("ats").ats.addCandidateResultLink({ candidate_id: cast.candidate.id, body: link }),
  "ats.addCandidateTag": ({ of, cast }) =>
    of("ats").ats.addCandidateTag({ candidate_id: cast.candidate.id, body: { tag: { name: "Remote" } } }),
  "ats.removeCandidateTag": async ({ of, cast }) => {
    const body = { tag: { name: "Remote" } };
    await of("ats").ats.addCandidateTag({ candidate_id: cast.candidate.id, body });
    return of("ats").ats.removeCandidateTag({ candidate_id: cast.candidate.id, body });
  },
  "ats.importTrackedApplication": ({ of }) =>
    of("ats").ats.importTrackedApplication(
      {
        tracked_at: new Date("2026-01-14T07:45:00.000Z"),
        greenhouse: { id_type: "application_id", application_id: "gh-77" },
      },
      { headers: { "X-Integration-Id": greenhouse } },
    ),

  "assessment.getPackages": ({ of }) => of("assessment").assessment.getPackages(),
  "assessment.setPackages": ({ of }) =>
    of("assessment").assessment.setPackages({
      packages: [{ id: "p1", type: "SKILLS_TEST", name: "Sorting", description: "Ten tasks." }],
    }),
  "assessment.updateOrderResult": ({ of, cast }) =>
    of("assessment").assessment.updateOrderResult({
      assessment_order_id: cast.openOrder.id,
      body: {
        status: "COMPLETED",
        result_url: "https://results.example.com/1",
        completed_at: new Date("2026-01-15T09:00:00.000Z"),
        score: 8,
        max_score: 10,
        attributes: [{ type: "TEXT", label: "Summary", value: "Quick and exact." }],
      },
    }),
};
