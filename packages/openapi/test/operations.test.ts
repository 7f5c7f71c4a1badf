import { operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";

const details = "/integrations/{integration_id}";

/** Every operation: its error family, whether it takes `X-Integration-Id`, and whether its answer has warnings. */
const table = [
  ["GET /check-api-key", "general", "no header", "no warnings"],
  ["POST /connect/create-link", "general", "no header", "no warnings"],
  ["GET /connect/integration-by-token/{token}", "general", "no header", "no warnings"],
  ["POST /connect/activate-integration", "general", "no header", "no warnings"],
  [`GET ${details}`, "general", "no header", "no warnings"],
  [`DELETE ${details}`, "general", "no header", "no warnings"],
  [`PUT ${details}/enabled`, "general", "no header", "no warnings"],
  [`POST ${details}/relink`, "general", "no header", "no warnings"],
  [`POST ${details}/setup-link`, "general", "no header", "no warnings"],
  [`GET ${details}/custom-fields`, "general", "no header", "no warnings"],
  [`PUT ${details}/custom-fields/{custom_field_id}`, "general", "no header", "no warnings"],
  [`GET ${details}/integration-fields`, "general", "no header", "no warnings"],
  [`PATCH ${details}/integration-fields/{integration_field_id}`, "general", "no header", "no warnings"],
  ["POST /force-sync", "general", "header", "no warnings"],
  ["POST /passthrough/{tool}/{api}", "general", "header", "warnings"],
  ["GET /tools/{category}", "general", "no header", "no warnings"],
];

test("the operations are these, each with its error family, header and warnings", () => {
  const rows = Object.entries(operations).map(([name, { errors, integrationHeader, warnings }]) => [
    name,
    errors,
    integrationHeader ? "header" : "no header",
    warnings ? "warnings" : "no warnings",
  ]);
  expect(rows.sort()).toEqual(table.toSorted());
});

test.each(Object.entries(operations))("%s agrees with its own name", (name, entry) => {
  const inPath = entry.parameters.filter((one) => one.in === "path").map((one) => `{${one.name}}`);
  expect(`${entry.method} ${entry.path}`).toBe(name);
  expect(inPath).toEqual(entry.path.match(/\{\w+\}/g) ?? []);
  expect(entry.collection.split(".")[0]).toBe(entry.domain);
});

test("only the older way to redeem a token is deprecated, and it has no SDK method", () => {
  const entries = Object.entries(operations);
  const older = ["POST /connect/activate-integration"];
  expect(entries.filter(([, { deprecated }]) => deprecated).map(([name]) => name)).toEqual(older);
  expect(entries.filter(([, { sdk }]) => sdk === null).map(([name]) => name)).toEqual(older);
});

test("lists take a cursor and a page size of 100 unless told otherwise", () => {
  const lists = Object.entries(operations).filter(([, { parameters }]) =>
    parameters.some((one) => one.in === "query"),
  );
  expect(lists.map(([name]) => name)).toEqual([
    `GET ${details}/custom-fields`,
    `GET ${details}/integration-fields`,
  ]);
  for (const [, { parameters }] of lists) {
    expect(parameters.filter((one) => one.in === "query")).toEqual([
      { name: "cursor", in: "query", type: "string" },
      { name: "page_size", in: "query", type: "integer", default: 100 },
    ]);
  }
});

test("only passthrough may hold files, at the keys that a form part has", () => {
  const withFiles = Object.entries(operations).filter(([, { files }]) => files);
  expect(withFiles.map(([name]) => name)).toEqual(["POST /passthrough/{tool}/{api}"]);
  expect(withFiles[0]?.[1].body).toMatchObject({ multipart_form_data: { name: true, value: true } });
});
