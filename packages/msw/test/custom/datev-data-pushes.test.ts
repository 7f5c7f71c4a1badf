import { expect, test } from "vitest";
import { openTools, type Tools } from "./tools.ts";

interface Files {
  readonly files: readonly { readonly name: string; readonly content: string }[];
}

interface Pushes {
  readonly data_pushes: readonly {
    readonly id: string;
    readonly type: string;
    readonly created_at: string;
    readonly upload_jobs: readonly {
      readonly id: string;
      readonly file_name: string;
      readonly state: string;
      readonly file: string;
    }[];
  }[];
}

const prepare = "PUT /custom/datev/employees/{employee_id}/prepare-payroll";
const compensate = "PUT /custom/datev/employees/{employee_id}/compensations";
const general = "POST /custom/datev/push-data/general";
const payroll = "POST /custom/datev/push-data/payroll";

const preparation = (hours: number, date = "2026-01-01") => ({
  payroll_run: { date },
  hourly_payments: [{ hours, lohnart: 210 }],
  fixed_payments: [{ amount: 350.5, lohnart: 120 }],
});
const someone = { path: { employee_id: "remote:1002" } };
const pay = (amount: number) => [{ amount, currency: "EUR", period: "MONTH", lohnart: 200 }];
const lastPush = async ({ send }: Tools) =>
  (await send<Pushes>("GET /custom/datev/data-pushes")).data.data_pushes.at(-1);

test("what is prepared for a month reaches DATEV with a push, and once more after corrections", async () => {
  const tools = await openTools();
  const { mock, send, employee } = tools;
  const prepared = await send(prepare, { ...someone, body: preparation(6.5) });
  expect([prepared.status, prepared.data, prepared.warnings]).toEqual([200, {}, []]);
  await send(prepare, { ...someone, body: preparation(1, "2026-02-01") });
  const push = () => send<Files>(payroll, { body: { payroll_month: "2026-01-01T00:00:00.000Z" } });
  const { data } = await push();
  expect(data.files.map(({ name }) => name)).toEqual(["payroll-2026-01.txt"]);
  expect(data.files[0]?.content).toMatch(/\r\n1002;210;1;6,5\r\n1002;120;2;350,5\r\n$/);

  await send(prepare, { ...someone, body: { ...preparation(8), fixed_payments: [] } });
  expect((await push()).data.files[0]?.content).toMatch(
    /\]\r\n1002;210;1;8\r\n$|^\d+;\d+;01\/2026\r\n1002;210;1;8\r\n$/,
  );
  expect(await mock.find("custom.datev-payroll-preparations")).toMatchObject([
    { employee_id: await employee("1002"), payroll_month: "2026-01-01", fixed_payments: [] },
    { payroll_month: "2026-02-01" },
  ]);
  await tools.assertValidAnswers();
});

test("a file names the consultant, the client and the program as system information tells them", async () => {
  const { mock, send } = await openTools();
  await send(prepare, { ...someone, body: preparation(2) });
  for (const target_system of ["LODAS", "LuG"]) {
    await mock.update(
      "custom.datev-clients",
      {},
      { target_system, consultant_number: 4711, client_number: 42 },
    );
    const { data } = await send<Files>(payroll, { body: { payroll_month: "2026-01-01" } });
    const [file] = data.files;
    if (target_system === "LODAS")
      expect(file?.content).toContain(
        "Ziel=LODAS\r\nVersion_SST=1.0\r\nBeraterNr=4711\r\nMandantenNr=42\r\n",
      );
    else expect(file?.content).toMatch(/^4711;42;01\/2026\r\n/);
  }
});

test("general data is what was written and not sent before, in a file for each month", async () => {
  const { send, employee, mock, datev, assertValidAnswers } = await openTools();
  const set = await send(compensate, {
    ...someone,
    body: { effective_date: "2026-03-01", compensations: pay(4150) },
  });
  expect([set.status, set.data, set.warnings]).toEqual([200, {}, []]);
  const id = await employee("1003");
  await mock.update("hris.employees", id, { last_name: "Nordlund" }, { integration_id: datev });
  const first = await send<Files>(general, { body: {} });
  expect(first.data.files.map(({ name }) => name)).toEqual(["general-2026-01.txt", "general-2026-03.txt"]);
  expect(first.data.files[0]?.content).toContain("1003;Nordlund;");
  expect(first.data.files[1]?.content).toContain("1002;2026-03-01;4150;EUR;MONTH;200");
  const again = await send<Files>(general, { body: {} });
  expect(again.data.files).toEqual([]);
  expect(again.warnings[0]?.message).toContain("nothing to send");

  await send(compensate, { ...someone, body: { effective_date: "2026-03-01", compensations: pay(4300) } });
  const corrected = await send<Files>(general);
  expect(corrected.data.files.map(({ content }) => content.trimEnd().split("\r\n").at(-1))).toEqual([
    "1002;2026-03-01;4300;EUR;MONTH;200",
  ]);
  expect(await mock.find("custom.datev-compensations")).toMatchObject([{ compensations: pay(4300) }]);
  await assertValidAnswers();
});

test("an absence that is created through the API goes with the next general push", async () => {
  const { mock, send, datev } = await openTools();
  const [type] = await mock.find("hris.absence-types", {}, { integration_id: datev });
  const body = {
    ...{
      employee_id: "remote:1004",
      absence_type_id: type?.id,
      start_date: "2026-04-06",
      end_date: "2026-04-07",
    },
    ...{ employee_note: null, status: "APPROVED" },
  };
  expect((await send("POST /hris/absences", { body })).status).toBe(200);
  const { data } = await send<Files>(general);
  expect(data.files[0]?.content).toContain(`1004;2026-04-06;2026-04-07;${type?.name};APPROVED`);
});

test("a pushed file is uploaded, and imported a day later by the environment's clock", async () => {
  const tools = await openTools();
  const { mock, send } = tools;
  await send(prepare, { ...someone, body: preparation(3) });
  const { data } = await send<Files>(payroll, { body: { payroll_month: "2026-01-01" } });
  const push = await lastPush(tools);
  expect(push).toMatchObject({ type: "PAYROLL", created_at: await mock.clock.now() });
  expect(push?.upload_jobs).toMatchObject([
    { file_name: "payroll-2026-01.txt", state: "UPLOADED", file: data.files[0]?.content },
  ]);
  await mock.clock.advance("PT24H");
  expect((await lastPush(tools))?.upload_jobs[0]?.state).toBe("IMPORTED");
  await tools.assertValidAnswers();
});

test.each(["FAILED", "UPLOADED", "CORRUPTED", "DELETED", "AUTO_DELETED"])(
  "a control call makes an upload %s, and time does not change it",
  async (state) => {
    const tools = await openTools();
    await tools.send(prepare, { ...someone, body: preparation(3) });
    await tools.send(payroll, { body: { payroll_month: "2026-01-01" } });
    const job = (await lastPush(tools))?.upload_jobs[0]?.id ?? "";
    await tools.mock.update("custom.datev-upload-jobs", job, { state });
    await tools.mock.clock.advance("P9D");
    expect((await lastPush(tools))?.upload_jobs[0]?.state).toBe(state);
  },
);

test("the world has a push in each state, and shows those of the last two months", async () => {
  const { mock, send, assertValidAnswers } = await openTools();
  const list = async () => (await send<Pushes>("GET /custom/datev/data-pushes")).data.data_pushes;
  const states = (await list()).flatMap((push) => push.upload_jobs.map((job) => job.state));
  expect(states).toEqual([
    ...["IMPORTED", "AUTO_DELETED", "DELETED", "CORRUPTED", "FAILED", "IMPORTED", "UPLOADED"],
  ]);
  expect(await mock.find("custom.datev-pushes")).toHaveLength(8);
  await mock.clock.advance("P40D");
  expect(await list()).toHaveLength(4);
  await mock.clock.advance("P40D");
  expect(await list()).toEqual([]);
  await assertValidAnswers();
});

test("a push that was made before can be seeded with its files", async () => {
  const tools = await openTools();
  const push = await tools.mock.create("custom.datev-pushes", {
    type: "GENERAL",
    created_at: "2026-01-14T09:00:00.000Z",
  });
  await tools.mock.create("custom.datev-upload-jobs", { push_id: push.id, file_name: "a.txt", file: "1;2" });
  expect(await lastPush(tools)).toMatchObject({
    ...{ id: push.id, upload_jobs: [{ file_name: "a.txt", file: "1;2", state: "IMPORTED" }] },
  });
  await tools.assertValidAnswers();
});

test("while the consultant takes no data, a push fails to upload and its data goes with the next", async () => {
  const tools = await openTools();
  await tools.mock.update("custom.datev-clients", {}, { write_error: "Not released." });
  await tools.send(compensate, { ...someone, body: { effective_date: "2026-03-01", compensations: pay(1) } });
  const failed = await tools.send<Files>(general);
  expect([failed.status, failed.data.files.length]).toEqual([200, 1]);
  expect(failed.warnings[0]?.message).toContain("Not released.");
  expect((await lastPush(tools))?.upload_jobs[0]?.state).toBe("FAILED");
  await tools.mock.update("custom.datev-clients", {}, { write_error: null });
  expect((await tools.send<Files>(general)).data.files).toEqual(failed.data.files);
});

test("or the push is refused, where that is chosen", async () => {
  const { send, unready } = await openTools({ assume: { "datev-push-without-permission": "refuse" } });
  const { status, error } = await send(payroll, { to: unready, body: { payroll_month: "2026-01-01" } });
  expect([status, error.code]).toEqual([403, null]);
});

test("pay from a day whose payroll has run is taken with a warning", async () => {
  const { send } = await openTools();
  const { warnings } = await send(compensate, {
    ...someone,
    body: { effective_date: "2025-11-01", compensations: pay(1) },
  });
  expect(warnings[0]?.message).toContain("2025-11-01");
});

test.each([
  [
    "a pay type that is no whole number",
    { hourly_payments: [{ hours: 1, lohnart: 1.5 }] },
    "body.hourly_payments[0].lohnart",
  ],
  [
    "a pay type beyond all",
    { fixed_payments: [{ amount: 1, lohnart: 10_000 }] },
    "body.fixed_payments[0].lohnart",
  ],
  ["no payments", { hourly_payments: undefined }, "body.hourly_payments"],
  ["a month that is no date", { payroll_run: { date: "January" } }, "body.payroll_run.date"],
  [
    "rows of another program",
    { custom_lodas: [{ amount: 1, lohnart: 1, bearbeitungsschluessel: 2 }] },
    "body.custom_lodas",
  ],
])("%s is refused", async (_, given, text) => {
  const { mock, send } = await openTools();
  await mock.update("custom.datev-clients", {}, { target_system: "LuG" });
  const { status, error } = await send(prepare, { ...someone, body: { ...preparation(1), ...given } });
  expect([status, error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(error.message).toContain(text);
  expect(await mock.find("custom.datev-payroll-preparations")).toEqual([]);
});

test("what only the document allows is taken where that is chosen", async () => {
  const { send } = await openTools({ assume: { "custom-input-rules": "document-only" } });
  const body = { ...preparation(1), hourly_payments: [{ hours: 1, lohnart: 1.5 }] };
  expect((await send(prepare, { ...someone, body })).status).toBe(200);
});

test("pay in another currency, and that of an unknown or deleted employee, is refused", async () => {
  const { mock, send, employee, datev } = await openTools();
  const body = { effective_date: "2026-03-01", compensations: pay(1) };
  const dollars = await send(compensate, {
    ...someone,
    body: { ...body, compensations: [{ ...pay(1)[0], currency: "USD" }] },
  });
  expect([dollars.status, dollars.error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  for (const operation of [compensate, prepare] as const) {
    const given = operation === compensate ? body : preparation(1);
    expect((await send(operation, { path: { employee_id: "nobody" }, body: given })).status).toBe(404);
  }
  await mock.remove("hris.employees", await employee("1002"), { integration_id: datev });
  for (const operation of [compensate, prepare] as const) {
    const given = operation === compensate ? body : preparation(1);
    const deleted = await send(operation, { ...someone, body: given });
    expect([deleted.status, deleted.error.code]).toEqual([400, null]);
    expect(deleted.assumed).toContain("write-to-deleted-record");
  }
});
