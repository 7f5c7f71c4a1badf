import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

interface Document {
  readonly data_url: string;
  readonly file_name: string;
  readonly content_type: string;
}

interface Listed {
  readonly results: readonly {
    readonly document_type: string;
    readonly is_company_document: boolean;
    readonly available_for_employees: readonly { readonly id: string | null; readonly remote_id: string }[];
  }[];
}

const list = "GET /custom/datev/available-documents";
const download = "POST /custom/datev/download-document";
const downloadOf = "POST /custom/datev/employees/{employee_id}/download-document";
const december = "2025-12-01";

test("the documents of a month are listed: those of the company, and those of everybody who was employed", async () => {
  const { mock, send, datev, assertValidAnswers } = await openTools();
  const { data } = await send<Listed>(list, { query: { period: december } });
  const journal = data.results.find((one) => one.document_type === "LOJO");
  expect(journal).toEqual({ document_type: "LOJO", available_for_employees: [], is_company_document: true });
  const payslips = data.results.find((one) => one.document_type === "LOBN");
  const ids = payslips?.available_for_employees.map((one) => one.id);
  const people = await mock.find("hris.employees", {}, { integration_id: datev });
  const [newcomer] = people.filter(({ start_date }) => start_date !== null && start_date > "2026");
  const [leaver] = people.filter(({ termination_date: end }) => end !== null && end < "2025-12");
  expect(ids).toContain(people[0]?.id);
  expect(ids).not.toContain(newcomer?.id ?? expect.fail("Nobody is new."));
  expect(ids).not.toContain(leaver?.id ?? expect.fail("Nobody has left."));
  expect(payslips?.available_for_employees.at(-1)).toEqual({ id: null, remote_id: "90001" });
  await assertValidAnswers();
});

test("documents come with the payroll near the end of a month, by the environment's clock", async () => {
  const { mock, send } = await openTools();
  const january = () => send<Listed>(list, { query: { period: "2026-01-01" } });
  expect((await january()).data).toEqual({ results: [] });
  await mock.clock.set("2026-01-25T09:00:00.000Z");
  expect((await january()).data.results.map((one) => one.document_type)).toContain("LOBN");
  expect((await send<Listed>(list, { query: { period: "1970-01-01" } })).data).toEqual({ results: [] });
});

test("wage tax certificates come once a year", async () => {
  const { send } = await openTools();
  const typesOf = async (period: string) =>
    (await send<Listed>(list, { query: { period } })).data.results.map((one) => one.document_type);
  expect(await typesOf(december)).toContain("LSTB");
  expect(await typesOf("2025-11-01")).not.toContain("LSTB");
});

test("a company's document is a PDF that can be fetched, the same each time", async () => {
  const { mock, send, assertValidAnswers } = await openTools();
  const body = { accounting_month: "2025-12-01T00:00:00.000Z", document_type: "LOJO", employee_id: null };
  const { data } = await send<Document>(download, { body });
  expect(data).toMatchObject({ file_name: "LOJO_2025-12_company.pdf", content_type: "application/pdf" });
  const file = await mock.fetch(data.data_url);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const text = await file.text();
  expect(text).toMatch(/^%PDF-1\.4\n.*Payroll journal \\\(LOJO\\\).*Month: 2025-12.*%%EOF\n$/s);
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe("xref");
  expect((await send<Document>(download, { body })).data).toEqual(data);
  expect(await mock.find("custom.datev-documents")).toHaveLength(1);
  await assertValidAnswers();
});

test("an employee's document is had by their id, by their id in the tool, and by both operations", async () => {
  const { mock, send, employee } = await openTools();
  const id = await employee("1002");
  const month = { accounting_month: december, document_type: "LOBN" };
  const { data } = await send<Document>(downloadOf, { path: { employee_id: id }, body: month });
  expect(data.file_name).toBe("LOBN_2025-12_1002.pdf");
  const others = [
    await send(downloadOf, { path: { employee_id: "remote:1002" }, body: month }),
    await send(download, { body: { ...month, employee_id: id } }),
    await send(download, { body: { ...month, employee_id: "remote:1002" } }),
  ];
  expect(others.map((one) => one.data)).toEqual([data, data, data]);
  expect(await (await mock.fetch(data.data_url)).text()).toContain("Employee: ");
  const unknown = await send<Document>(download, { body: { ...month, employee_id: "remote:90001" } });
  expect(unknown.data.file_name).toBe("LOBN_2025-12_90001.pdf");
  expect((await send<Document>(download, { body: { ...month, employee_id: "remote:90001" } })).data).toEqual(
    unknown.data,
  );
});

test("a document that a test has put there is listed and handed out as it is", async () => {
  const { mock, send, employee } = await openTools();
  const employee_id = await employee("1003");
  await mock.create("custom.datev-documents", {
    ...{ document_type: "LOBN", accounting_month: "2027-05-01", employee_id },
    ...{ file_name: "may.txt", content_type: "text/plain", content_base64: btoa("1234.56") },
  });
  const { data } = await send<Listed>(list, { query: { period: "2027-05-01" } });
  expect(data.results).toEqual([
    {
      document_type: "LOBN",
      available_for_employees: [{ id: employee_id, remote_id: "1003" }],
      is_company_document: false,
    },
  ]);
  const body = { accounting_month: "2027-05-01", document_type: "LOBN" };
  const file = await send<Document>(downloadOf, { path: { employee_id }, body });
  expect(file.data).toMatchObject({ file_name: "may.txt", content_type: "text/plain" });
  expect(await (await mock.fetch(file.data.data_url)).text()).toBe("1234.56");
});

test.each([
  ["a document of the company for one employee", { document_type: "LOJO", employee_id: "remote:1002" }, 400],
  ["a document of an employee for nobody", { document_type: "LOBN", employee_id: null }, 400],
  ["an unknown employee", { document_type: "LOBN", employee_id: "nobody" }, 400],
  ["a type that DATEV does not have", { document_type: "XXXX", employee_id: null }, 400],
  ["a day that the calendar does not have", { accounting_month: "2025-02-30", employee_id: null }, 400],
  ["a type that is not released", { document_type: "KOTR", employee_id: null }, 403],
  ["a month that has not been paid", { accounting_month: "2026-06-01", employee_id: null }, 404],
])("%s is refused, and leaves nothing", async (_, given, status) => {
  const { mock, send, assertValidAnswers } = await openTools();
  const body = { accounting_month: december, document_type: "LOJO", ...given };
  const answer = await send(download, { body });
  expect(answer.status, answer.error.message).toBe(status);
  expect(answer.error.code).toBe(status === 400 ? "PLATFORM.INPUT_INVALID" : null);
  expect(await mock.find("custom.datev-documents")).toEqual([]);
  await assertValidAnswers();
});

test("a period that is no date is refused, and so is none", async () => {
  const { send } = await openTools();
  const wrong = await send(list, { query: { period: "December" } });
  expect([wrong.status, wrong.error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(wrong.error.message).toContain("query.period");
  expect((await send(list)).status).toBe(400);
});

test("while the consultant has released nothing, no document can be had", async () => {
  const { send, unready } = await openTools();
  const body = { accounting_month: december, document_type: "LOJO", employee_id: null };
  for (const answer of [
    await send(list, { to: unready, query: { period: december } }),
    await send(download, { to: unready, body }),
    await send(downloadOf, { to: unready, body, path: { employee_id: "remote:1002" } }),
  ]) {
    expect([answer.status, answer.error.code]).toEqual([403, null]);
    expect(answer.error.message).toContain("PATCH /_mock/records/custom.datev-clients");
  }
});
