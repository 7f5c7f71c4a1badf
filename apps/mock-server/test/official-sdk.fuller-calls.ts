import type { Kombo } from "@kombo-api/sdk";
import type { PostAtsJobsJobIdApplicationsRequestBody as Application } from "@kombo-api/sdk/models";
import { type Client, integration_id } from "./official-sdk.calls.ts";

const file = { name: "note.txt", content_type: "text/plain", data: "SGVsbG8=" };
const candidate: Application["candidate"] = {
  first_name: "Ada",
  last_name: "Okafor",
  email_address: "ada.okafor@mail.example.com",
  additional_email_addresses: [{ type: "WORK", email_address: "ada@example.com" }],
  company: "Example Ltd",
  title: "Engineer",
  phone_number: "+49 30 5550100",
  additional_phone_numbers: [{ type: "PERSONAL", phone_number: "+49 30 5550101" }],
  location: { city: "Berlin", country: "DE" },
  gender: "FEMALE",
  availability_date: new Date("2026-06-01"),
  salary_expectations: { amount: 60_000, period: "YEAR" },
  social_links: [{ url: "https://social.example.com/ada" }],
};
const applicationIn = async (kombo: Kombo): Promise<Application> => {
  let user_id = "";
  for await (const { result } of await kombo.ats.getUsers({ page_size: 1 })) {
    user_id = result.data.results[0]?.id ?? "";
    break;
  }
  return {
    candidate,
    attachments: [{ ...file, type: "CV" }],
    sourced_by: { user_id },
    gdpr_consent: { expires_at: new Date("2027-06-01"), given: true },
  };
};

/** Writes with what may be left out, as consumers send it. */
export const fullerCalls: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  "general.triggerSync": ({ of }) => of("general").general.triggerSync({}),
  "general.sendPassthroughRequest": ({ of }) =>
    of("general").general.sendPassthroughRequest({
      tool: "bamboohr",
      api: "v1",
      body: {
        method: "POST",
        path: "/x",
        headers: { "X-Any": "1" },
        params: { page: "2" },
        data: { any: [{ thing: 1 }] },
        response_as_base64: false,
      },
    }),
  "general.createReconnectionLink": ({ of }) =>
    of("general").general.createReconnectionLink({ integration_id, body: { language: "de" } }),
  "connect.createConnectionLink": ({ of }) =>
    of("general").connect.createConnectionLink({
      end_user_email: "ada@example.com",
      end_user_organization_name: "Example Ltd",
      end_user_origin_id: "customer-7",
      integration_category: "HRIS",
      integration_tool: "factorial",
      language: "en",
      link_type: "EMBEDDED",
    }),
  "hris.createAbsence": ({ of, cast }) =>
    of("hris").hris.createAbsence({
      employee_id: cast.employee.id,
      absence_type_id: cast.vacation.id,
      start_date: new Date("2026-06-01"),
      end_date: new Date("2026-06-01"),
      start_half_day: true,
      end_half_day: false,
      amount: 0.5,
      unit: "DAYS",
      employee_note: "The afternoon.",
    }),
  "ats.createCandidate": async ({ of, cast }) =>
    of("ats").ats.createCandidate({
      ...(await applicationIn(of("ats"))),
      application: { job_id: cast.jobWithoutQuestions.id },
    }),
  "ats.createApplication": async ({ of, cast }) =>
    of("ats").ats.createApplication({
      job_id: cast.jobWithoutQuestions.id,
      body: await applicationIn(of("ats")),
    }),
  "ats.rejectApplication": ({ of, cast }) =>
    of("ats").ats.rejectApplication({
      application_id: cast.pendingApplication.id,
      body: { rejection_reason_id: cast.rejectionReason.id, note: "Another time." },
    }),
  "assessment.updateOrderResult": ({ of, cast }) =>
    of("assessment").assessment.updateOrderResult({
      assessment_order_id: cast.openOrder.id,
      body: {
        status: "COMPLETED",
        result_url: "https://results.example.com/1",
        attributes: [
          {
            type: "SUB_RESULT",
            id: "speed",
            label: "Speed",
            score: { value: 7, max: 10 },
            status: "COMPLETED",
          },
        ],
        attachments: [file],
      },
    }),
};
