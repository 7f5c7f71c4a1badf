import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

const operation = "POST /custom/datev/passthrough";

/** A DATEV client that uses LODAS under known numbers. */
async function openLodas(options: Parameters<typeof openTools>[0] = {}) {
  const tools = await openTools(options);
  const numbers = { target_system: "LODAS", consultant_number: 4711, client_number: 42 };
  await tools.mock.update("custom.datev-clients", {}, numbers);
  return tools;
}

const file = {
  file_content: "[Allgemein]\nZiel=LODAS\nBeraterNr=4711\nMandantenNr=42\n",
  accounting_month: "2026-01-01T00:00:00.000Z",
  target_system: "LODAS",
  file_type: "BEWEGUNGSDATEN",
  file_name: "supplements.txt",
};

test("a file is taken as it is, and the control calls show it", async () => {
  const { mock, send, assertValidAnswers } = await openLodas();
  const { status, data, warnings } = await send(operation, { body: file });
  expect([status, data, warnings]).toEqual([200, {}, []]);
  expect(await mock.find("custom.datev-sent-files")).toMatchObject([
    { ...file, accounting_month: "2026-01-01", created_at: await mock.clock.now() },
  ]);
  await assertValidAnswers();
});

test("a file for Lohn und Gehalt begins with the client's numbers", async () => {
  const { mock, send } = await openLodas();
  await mock.update("custom.datev-clients", {}, { target_system: "LuG" });
  const body = { ...file, target_system: "LuG", file_content: "4711;42;01/2026\r\n1001;200\r\n" };
  expect((await send(operation, { body })).status).toBe(200);
  const { error } = await send(operation, { body: { ...body, file_content: "1;42;01/2026" } });
  expect(error.message).toContain('"4711;42;"');
});

test.each([
  ["another program", { target_system: "LuG" }, "body.target_system"],
  ["another client", { file_content: file.file_content.replace("42", "43") }, '"MandantenNr=42"'],
  ["no client", { file_content: "1;2;3" }, '"[Allgemein]", "Ziel=LODAS"'],
  ["nothing in it", { file_content: "" }, "body.file_content"],
  ["an unknown type", { file_type: "OTHER" }, "body.file_type"],
  ["a month that the calendar does not have", { accounting_month: "2026-13-01" }, "body.accounting_month"],
])("a file for or with %s is refused", async (_, given, text) => {
  const { mock, send } = await openLodas();
  const { status, error } = await send(operation, { body: { ...file, ...given } });
  expect([status, error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(error.message).toContain(text);
  expect(await mock.find("custom.datev-sent-files")).toEqual([]);
});

test("what a file names does not matter where that is chosen", async () => {
  const { send } = await openLodas({ assume: { "custom-input-rules": "document-only" } });
  expect((await send(operation, { body: { ...file, file_content: "1;2;3" } })).status).toBe(200);
});

test("while the consultant takes no data, a file is refused", async () => {
  const { send, unready } = await openLodas();
  const { status, error } = await send(operation, { to: unready, body: file });
  expect([status, error.code]).toEqual([403, null]);
});
