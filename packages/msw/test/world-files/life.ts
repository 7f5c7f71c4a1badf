import { type Choices, choicesAt } from "@kombo-mock/factories";
import type { Mock } from "@kombo-mock/msw";
import { operations } from "@kombo-mock/openapi";

const headersOf = (integrationId: string) => ({
  authorization: "Bearer ks_dev_mock",
  "content-type": "application/json",
  "x-integration-id": integrationId,
});

/** Sends a request to the API, as a client of an integration. */
export async function ask(mock: Mock, integrationId: string, call: string, body?: unknown): Promise<string> {
  const [method = "", path = ""] = call.split(" ");
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await mock.fetch(mock.baseUrl + path, {
    method,
    headers: headersOf(integrationId),
    ...sent,
  });
  // The number of the exchange is the journal's, and no part of the state.
  return (await answer.text()).replace(/requests\/\d+/g, "requests/N");
}

/** The same for a request that has to succeed. */
async function write(mock: Mock, integrationId: string, call: string, body: unknown): Promise<string> {
  const answer = await ask(mock, integrationId, call, body);
  if (JSON.parse(answer).status !== "success") throw new Error(answer);
  return answer;
}

/** Applies for a job that asks nothing, with a file. */
export async function apply(mock: Mock, integrationId: string, email: string): Promise<string> {
  const options = { integration_id: integrationId };
  const job = await mock.create("ats.jobs", { status: "OPEN", screening_questions: [] }, options);
  const candidate = {
    ...{ first_name: "Mary", last_name: "Jackson", email_address: email, gender: "FEMALE" },
    ...{ phone_number: "+49 30 1", location: { city: "Bern", country: "CH" } },
  };
  const attachments = [{ name: "cv.txt", data: btoa("Hello"), type: "CV", content_type: "text/plain" }];
  const body = { candidate, attachments, source: { name: "Careers" } };
  return write(mock, integrationId, `POST /ats/jobs/${job.id}/applications`, body);
}

const lists = Object.entries(operations).filter(
  ([, { method, parameters }]) => method === "GET" && parameters.some(({ name }) => name === "cursor"),
);

/** Everything that clients see of a mock: every list of every integration, whole, and the details of each. */
export async function everything(mock: Mock): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const integration of await mock.integrations.list()) {
    const { id, category } = integration;
    seen[id] = JSON.stringify(integration);
    seen[`${id} details`] = await ask(mock, id, `GET /integrations/${encodeURIComponent(id)}`);
    for (const [name, { path, domain, parameters }] of lists) {
      if (domain !== "general" && domain.toUpperCase() !== category) continue;
      const at = path.replace("{integration_id}", encodeURIComponent(id));
      const query = parameters.some((one) => one.name === "include_deleted") ? "&include_deleted=true" : "";
      seen[`${id} ${name}`] = await ask(mock, id, `GET ${at}?page_size=250${query}`);
      if (parameters.some((one) => one.name === "updated_after")) {
        const since = `&updated_after=2026-01-15T08:00:00.000Z`;
        seen[`${id} ${name} since`] = await ask(mock, id, `GET ${at}?page_size=250${query}${since}`);
      }
    }
  }
  return seen;
}

/** Where two mocks are seen to differ: the first difference of each answer, with what stands around it. */
export function differences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) => {
    const [before = "nothing", after = "nothing"] = [one[name], other[name]];
    if (before === after) return [];
    let at = 0;
    while (before[at] === after[at]) at++;
    const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
    return [`${name}: ${around(before)} ≠ ${around(after)}`];
  });
}

const collections = [
  ...["hris.employees", "hris.absences", "hris.groups", "hris.timesheets", "hris.performance-reviews"],
  ...["hris.locations", "hris.skills", "hris.staffing-entities", "hris.employments"],
  ...[
    "ats.candidates",
    "ats.applications",
    "ats.jobs",
    "ats.interviews",
    "ats.notes",
    "ats.offers",
    "ats.tags",
  ],
] as const;

type Step = (mock: Mock, choose: Choices, id: string) => Promise<unknown>;

/** What can happen to a mock; a refusal changes nothing, which is as good as anything else. */
const steps: Readonly<Record<string, Step>> = {
  create: (mock, choose) =>
    mock.create(choose.at("collection").pick(collections), {}, { visible: visibility(choose) }),
  nested: (mock) =>
    mock.create("hris.employees", {
      first_name: "Ada",
      manager: { first_name: "Grace" },
      groups: [{ name: "Engines" }],
      absences: [{ status: "APPROVED" }, {}],
    }),
  async update(mock, choose) {
    const { collection, id } = await anyRecord(mock, choose);
    await mock.update(collection, id, { remote_deleted_at: null } as never);
    await mock.update("hris.employees", { employment_status: "ACTIVE" }, { home_address: { city: "Bern" } });
  },
  async rename(mock, choose) {
    const [first] = await mock.find("hris.employees", { employment_status: "ACTIVE" });
    const values = { first_name: choose.at("name").id(), work_email: null, custom_fields: { shoe: 42 } };
    return mock.update("hris.employees", first?.id ?? "", values, { visible: visibility(choose) });
  },
  async remove(mock, choose) {
    const { collection, id } = await anyRecord(mock, choose);
    return mock.remove(collection, id, { visible: visibility(choose) });
  },
  async purge(mock, choose) {
    const { collection, id } = await anyRecord(mock, choose);
    return mock.purge(collection, id);
  },
  settings: (mock, choose, id) =>
    mock.integrations.update(id, {
      status: choose.at("status").pick(["ACTIVE", "INVALID"]),
      end_user: { organization_name: choose.at("organization").id() },
      qa_status: choose.at("qa").pick(["PENDING", "PASSED"]),
    }),
  scope: (mock, choose, id) =>
    mock.integrations.setScope(id, {
      name: choose.at("name").id(),
      settings: choose.at("what").pick([{ hris_absences: "DISABLED" }, { ats_offers: "DISABLED" }, {}]),
    }),
  customFields: (mock, choose, id) =>
    mock.integrations.setCustomFields(id, [
      { key: choose.at("key").pick(["shoe", "desk"]), model: "hris_employees", label: "A field" },
    ]),
  connect: async (mock, choose, id) => {
    const body = { end_user_email: "ada@example.com", end_user_organization_name: choose.at("name").id() };
    const answer = JSON.parse(await write(mock, id, "POST /connect/create-link", body));
    if (choose.at("follow").chance(0.7)) await mock.connect(answer.data.link);
  },
  addIntegration: (mock) => mock.integrations.create({ tool: "personio", country: "FR", status: "INVALID" }),
  removeIntegration: (mock, choose, id) =>
    choose.at("really").chance(0.3) ? mock.integrations.remove(id) : Promise.resolve(),
  replaceIntegration: async (mock, choose, id) => {
    if (!choose.at("really").chance(0.3)) return;
    await mock.integrations.remove(id);
    await mock.integrations.create({ id, tool: "humaans" });
  },
  resetIntegration: (mock, _choose, id) => mock.reset({ integration_id: id }),
  startSync: (mock, choose, id) =>
    write(mock, id, "POST /force-sync", { type: choose.at("type").pick(["FULL", "DELTA"]) }),
  sync: (mock, choose, id) =>
    mock.sync(id, {
      type: choose.at("type").pick(["FULL", "DELTA"]),
      state: choose.at("state").pick(["SUCCEEDED", "PARTIALLY_FAILED", "FAILED"]),
      failed_models: ["hris_employees"],
    }),
  clock: (mock, choose) => mock.clock.advance(choose.at("by").pick(["PT1S", "PT3H", "P2D"])),
  passthrough: (mock) => mock.passthrough("personio", "api", { status: 201, data: { a: [1, null] } }),
  async absence(mock, choose) {
    const [employee] = await mock.find("hris.employees", { employment_status: "ACTIVE" });
    const [type] = await mock.find("hris.absence-types");
    const body = {
      employee_id: employee?.id,
      absence_type_id: type?.id,
      start_date: `2026-03-${choose.at("day").pick(["02", "03", "04"])}`,
      end_date: "2026-03-06",
      status: "REQUESTED",
      employee_note: null,
    };
    return write(mock, mock.cast.employee.integration_id, "POST /hris/absences", body);
  },
  async apply(mock, choose) {
    return apply(mock, await recruiter(mock), `${choose.at("email").id()}@example.com`);
  },
  async tagAndNote(mock, choose) {
    const integrationId = await recruiter(mock);
    const [candidate] = await mock.find("ats.candidates", {}, { integration_id: integrationId });
    await write(mock, integrationId, `POST /ats/candidates/${candidate?.id}/tags`, {
      tag: { name: choose.at("tag").pick(["Great", "Odd"]) },
    });
    return write(mock, integrationId, `POST /ats/candidates/${candidate?.id}/result-links`, {
      label: "A test",
      url: "https://example.com/1",
      details: { custom_field_name_prefix: "A:", attributes: [{ key: "Score", value: "100%" }] },
    });
  },
};

async function recruiter(mock: Mock): Promise<string> {
  const all = await mock.integrations.list();
  return all.find(({ category, status }) => category === "ATS" && status === "ACTIVE")?.id ?? "none";
}

function visibility(choose: Choices): "now" | "after-sync" {
  return choose.at("visible").chance(0.3) ? "after-sync" : "now";
}

async function anyRecord(mock: Mock, choose: Choices) {
  const collection = choose.at("collection").pick(collections);
  const records = await mock.find(collection);
  return { collection, id: choose.at("record").pick(records.map(({ id }) => id)) };
}

/** Lets something happen to a mock, decided by a number; answers what, and whether it was done. */
export async function live(mock: Mock, seed: number, step: number): Promise<string> {
  const choose = choicesAt(seed, "life", String(step));
  const name = choose.at("step").pick(Object.keys(steps));
  const ids = (await mock.integrations.list()).map(({ id }) => id);
  try {
    await steps[name]?.(mock, choose, choose.at("integration").pick(ids));
    return name;
  } catch {
    return `${name} was refused`;
  }
}

/** The names of everything that can happen. */
export const stepNames = Object.keys(steps);
