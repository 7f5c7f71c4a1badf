import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

interface Eau {
  readonly raw: {
    readonly source: string;
    readonly start_work_incapacity: string;
    readonly feedbacks_from_health_insurance: readonly {
      readonly guid: string;
      readonly incapacity_for_work: Readonly<Record<string, unknown>>;
      readonly error_block_list: readonly Readonly<Record<string, unknown>>[] | null;
    }[];
  };
}

const create = "POST /custom/datev/employees/{employee_id}/eau-requests";
const get = "GET /custom/datev/eau-requests/{eau_id}";
const day = "2026-01-12";

/** A client that asks for a sick note, and reads what came of it. */
async function openInsurer(options: Parameters<typeof openTools>[0] = {}) {
  const tools = await openTools(options);
  const { mock, send, datev } = tools;
  const at = { integration_id: datev };
  const [type] = (await mock.find("hris.absence-types", {}, at)).filter(({ name }) =>
    /sick/i.test(name ?? ""),
  );
  return {
    ...tools,
    async ask(body: object = {}, employee_id = "remote:1004") {
      const answer = await send<{ readonly eau_id: string }>(create, {
        path: { employee_id },
        body: { start_work_incapacity: day, ...body },
      });
      return answer;
    },
    async answers(eau_id: string) {
      const { data } = await send<Eau>(get, { path: { eau_id } });
      return data.raw.feedbacks_from_health_insurance;
    },
    reportSick: (start_date: string, end_date: string) =>
      send("POST /hris/absences", {
        body: {
          ...{ employee_id: "remote:1004", absence_type_id: type?.id, start_date, end_date },
          employee_note: null,
        },
      }),
  };
}

test("a reported sick leave is certified once the insurer has had its time, and extensions follow", async () => {
  const { mock, ask, answers, reportSick, assertValidAnswers } = await openInsurer();
  expect((await reportSick("2026-01-11", "2026-01-14")).status).toBe(200);
  const { data, warnings } = await ask();
  expect(warnings).toEqual([]);
  expect(await answers(data.eau_id)).toEqual([]);
  await mock.clock.advance("PT23H");
  expect(await answers(data.eau_id)).toEqual([]);
  await mock.clock.advance("PT1H");
  const [first, ...none] = await answers(data.eau_id);
  expect(none).toEqual([]);
  expect(first?.incapacity_for_work).toMatchObject({
    ...{ flag_current_work_incapacity: 2, start_work_incapacity_employer: day, initial_certificate: true },
    ...{ start_work_incapacity_au: "2026-01-11", end_work_incapacity_au: "2026-01-14" },
  });
  expect(first?.error_block_list).toBeNull();
  expect((await reportSick("2026-01-15", "2026-01-20")).status).toBe(200);
  expect(await answers(data.eau_id)).toEqual([first]);
  await mock.clock.advance("P1D");
  const [again, second] = await answers(data.eau_id);
  expect(again).toEqual(first);
  expect(second?.guid).not.toBe(first?.guid);
  expect(second?.incapacity_for_work).toMatchObject({
    ...{ start_work_incapacity_au: "2026-01-15", end_work_incapacity_au: "2026-01-20" },
    initial_certificate: false,
  });
  await assertValidAnswers();
});

test("without a sick leave the insurer finds nothing, and corrects itself when one comes in", async () => {
  const { mock, ask, answers, reportSick, assertValidAnswers } = await openInsurer();
  const { eau_id } = (await ask()).data;
  await mock.clock.advance("P1D");
  const flags = async () =>
    (await answers(eau_id)).map((one) => one.incapacity_for_work["flag_current_work_incapacity"]);
  expect(await flags()).toEqual([4]);
  expect((await answers(eau_id))[0]?.incapacity_for_work).toMatchObject({
    start_work_incapacity_au: null,
    automatic_feedback_until: "2026-01-26",
  });
  await reportSick(day, "2026-01-13");
  await mock.clock.advance("P1D");
  expect(await flags()).toEqual([4, 2]);
  await assertValidAnswers();
});

test.each([
  ["hospital", 3],
  ["other-insurer", 1],
  ["checking", 7],
  ["rehabilitation", 5],
  ["inpatient", 6],
  ["other-evidence", 8],
  ["passed-on", 9],
  ["unknown", 0],
  ["certified", 2],
  ["not-found", 4],
] as const)("a control call lets the insurer answer %s", async (outcome, flag) => {
  const { mock, ask, answers, assertValidAnswers } = await openInsurer();
  const { eau_id } = (await ask()).data;
  await mock.update("custom.datev-eau-requests", eau_id, { outcome });
  expect(await answers(eau_id)).toEqual([]);
  await mock.clock.advance("P1D");
  const [answer, ...more] = await answers(eau_id);
  expect(more).toEqual([]);
  expect(answer?.incapacity_for_work["flag_current_work_incapacity"]).toBe(flag);
  await assertValidAnswers();
});

test("a request can be rejected with its faults, and can stay unanswered", async () => {
  const { mock, ask, answers } = await openInsurer();
  const { eau_id } = (await ask()).data;
  await mock.update("custom.datev-eau-requests", eau_id, { outcome: "rejected" });
  await mock.clock.advance("P30D");
  expect((await answers(eau_id))[0]?.error_block_list).toEqual([
    expect.objectContaining({ error_text: expect.stringContaining("not known") }),
  ]);
  await mock.update("custom.datev-eau-requests", eau_id, { outcome: "unanswered" });
  expect(await answers(eau_id)).toEqual([]);
});

test("the world has requests in each of their states", async () => {
  const { mock, answers, assertValidAnswers } = await openInsurer();
  const requests = await mock.find("custom.datev-eau-requests");
  const found = await Promise.all(requests.map(async ({ id }) => answers(id)));
  expect(
    found.map((all) => all.map((one) => one.incapacity_for_work["flag_current_work_incapacity"])),
  ).toEqual([[2], [4], [3], [null], [], [0], [1], [5], [6], [7], [8], [9]]);
  expect(found[3]?.[0]?.error_block_list).toHaveLength(1);
  await assertValidAnswers();
});

test("what was sent with a request is shown by the control calls", async () => {
  const { mock, ask, employee } = await openInsurer();
  const notification = { email: "sick-notes@example.com" };
  const { eau_id } = (await ask({ notification }, await employee("1004"))).data;
  expect(await mock.find("custom.datev-eau-requests", eau_id)).toMatchObject([
    { employee_id: await employee("1004"), start_work_incapacity: day, notification, contact_person: null },
  ]);
});

test("guesses decide how long an answer takes and which sick notes there are", async () => {
  const { ask, answers } = await openInsurer({
    assume: { "datev-eau-answer-hours": 0, "datev-sick-notes": "always" },
  });
  const answer = await ask({ start_work_incapacity: "2025-06-02" });
  const [found] = await answers(answer.data.eau_id);
  expect(found?.incapacity_for_work).toMatchObject({
    ...{ flag_current_work_incapacity: 2, start_work_incapacity_au: "2025-06-02" },
  });
});

test.each([
  ["a sick leave that has not begun", { start_work_incapacity: "2026-01-16" }, "lies ahead"],
  ["a day that the calendar does not have", { start_work_incapacity: "2025-02-30" }, "calendar"],
  ["a day in another form", { start_work_incapacity: "12.01.2026" }, "start_work_incapacity"],
  ["half a contact person", { contact_person: { name: "Ines" } }, "contact_person"],
])("%s is refused", async (_, body, text) => {
  const { mock, ask } = await openInsurer();
  const before = await mock.find("custom.datev-eau-requests");
  const { status, error } = await ask(body);
  expect([status, error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(error.message).toContain(text);
  expect(await mock.find("custom.datev-eau-requests")).toEqual(before);
});

test("unknown and deleted employees, and unknown requests, are refused", async () => {
  const { mock, ask, send, datev, employee } = await openInsurer();
  expect((await ask({}, "remote:1")).status).toBe(404);
  await mock.remove("hris.employees", await employee("1004"), { integration_id: datev });
  const deleted = await ask();
  expect([deleted.status, deleted.error.code]).toEqual([400, null]);
  const unknown = await send(get, { path: { eau_id: "nothing" } });
  expect([unknown.status, unknown.error.code]).toEqual([404, null]);
});

test("where the data service is not ordered, nothing can be requested", async () => {
  const { send, unready } = await openInsurer();
  const { status, error } = await send(create, {
    ...{ to: unready, path: { employee_id: "remote:1004" }, body: { start_work_incapacity: day } },
  });
  expect([status, error.code]).toEqual([403, null]);
  expect(error.message).toContain("eau_error");
});
