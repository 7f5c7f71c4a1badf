import { afterAll, afterEach, expect, test } from "vitest";
import { openCompany } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock } = company;
const { cast } = mock;
const kombo = await company.sdk();
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const text = { name: "Licence.txt", content_type: "text/plain", data: "SGVsbG8=" };
const add = (
  document: object,
  { employee = cast.employee.id, category_id = cast.documentCategory.id } = {},
) =>
  company.send("POST /hris/employees/{employee_id}/documents", `/hris/employees/${employee}/documents`, {
    body: { category_id, document },
  });
const stored = () =>
  company.inTool(({ view }) => [...view("hris.employee-documents").from(0)].map(({ record }) => record));

test("a document is acknowledged, kept for its employee, and changes nothing that can be read", async () => {
  const difference = await differenceAfter(company, async () => {
    const body = { category_id: cast.documentCategory.id, document: text };
    const { data, warnings } = await kombo.hris.addEmployeeDocument({
      employee_id: cast.employee.id,
      body,
    });
    expect([data, warnings]).toEqual([{}, []]);
  });
  expect(difference).toEqual({});
  expect(await stored()).toMatchObject([
    {
      ...{ employee_id: cast.employee.id, category_id: cast.documentCategory.id, name: "Licence.txt" },
      ...{ content_type: "text/plain", content_base64: "SGVsbG8=", data_url: null, size: 5 },
    },
  ]);
});

test("each document has an id of its own", async () => {
  for (const name of ["one", "two", "three"]) expect((await add({ ...text, name })).status).toBe(200);
  const documents = await stored();
  expect(documents.map((one) => one["name"])).toEqual(["one", "two", "three"]);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(3);
});

test("a document that lies elsewhere is not fetched", async () => {
  const data_url = "https://files.example.com/licence.pdf";
  expect((await add({ name: "Licence.pdf", data_url })).status).toBe(200);
  expect(await stored()).toMatchObject([{ data_url, content_base64: null, content_type: null, size: null }]);
});

test.each([
  ["", 0],
  ["QQ==", 1],
  ["QUI=", 2],
  ["QUJD", 3],
])("the size of %j is %i", async (data, size) => {
  expect((await add({ ...text, data })).status).toBe(200);
  expect(await stored()).toMatchObject([{ size, content_base64: data }]);
});

test.each([
  [
    "neither data nor an address",
    { name: "x" },
    "body.document needs exactly one of data_url and data, but has none.",
  ],
  [
    "both",
    { ...text, data_url: "https://example.com/x" },
    "body.document needs exactly one of data_url and data, but has both.",
  ],
  [
    "data without a type",
    { name: "x", data: "QQ==" },
    "body.document.content_type is missing; with data it is needed.",
  ],
  ["data that is no base64", { ...text, data: "Hello!" }, "body.document.data is not base64."],
  ["data without its padding", { ...text, data: "QQ" }, "body.document.data is not base64."],
  ["a type that is none", { ...text, content_type: "text" }, "body.document.content_type must match"],
  ["no name", { content_type: "text/plain", data: "QQ==" }, "body.document.name is missing"],
  ["an address that is none", { name: "x", data_url: "licence.pdf" }, "body.document.data_url must be"],
])("%s is refused", async (_, document, message) => {
  const told = await refusedWithoutTrace(company, () => add(document));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(message);
});

test("an unknown employee is not found, an unknown category is a bad request, and who is gone gets nothing", async () => {
  expect(await refusedWithoutTrace(company, () => add(text, { employee: "nobody" }))).toMatchObject({
    status: 404,
    code: null,
  });
  const told = await refusedWithoutTrace(company, () => add(text, { category_id: "nothing" }));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(
    'body.category_id: "nothing" is no record of "hris.employee-document-categories"',
  );
  const gone = await refusedWithoutTrace(company, () => add(text, { employee: cast.deletedEmployee.id }));
  expect(gone.code).toBe("REMOTE.INPUT_INVALID");
});
