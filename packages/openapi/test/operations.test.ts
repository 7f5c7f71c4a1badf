import { type OperationEntry, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { document, exchanges, readJson, webhooks } from "./schemas.ts";

const entries: readonly [string, OperationEntry][] = Object.entries(operations);

function namesWhere(holds: (entry: OperationEntry) => boolean): string[] {
  return entries.filter(([, entry]) => holds(entry)).map(([name]) => name);
}

test("the operations are these, each with its error family, header, warnings, deprecation and SDK method", () => {
  const traits = entries.map(([name, entry]) => [
    name,
    [
      entry.errors,
      ...(entry.integrationHeader ? ["header"] : []),
      ...(entry.warnings ? ["warnings"] : []),
      ...(entry.deprecated ? ["deprecated"] : []),
      entry.sdk ?? "no SDK method",
    ].join(", "),
  ]);
  expect(Object.fromEntries(traits)).toEqual(readJson("facts/operations.json"));
});

test("the webhooks are these, one of them deprecated", () => {
  const deprecated = webhooks.filter(({ operation }) => operation.deprecated);
  expect(webhooks.map(({ name }) => name).sort()).toEqual([
    "ai-apply-application-status-updated",
    "ai-apply-job-posting-status-updated",
    "assessment:order-received",
    "connection-flow-failed",
    "data-changed",
    "inline-assessment:order-received",
    "integration-created",
    "integration-deleted",
    "integration-state-changed",
    "sync-finished",
  ]);
  expect(deprecated.map(({ name }) => name)).toEqual(["sync-finished"]);
});

test.each(webhooks)("$name is signed", ({ operation }) => {
  expect(operation.parameters).toEqual([{ $ref: "#/components/parameters/WebhookSignature" }]);
  expect(document.components.parameters["WebhookSignature"]).toMatchObject({
    name: "X-Kombo-Signature",
    in: "header",
    required: true,
  });
});

test.each(entries)("%s agrees with its own name", (name, entry) => {
  const inPath = entry.parameters.filter((one) => one.in === "path").map((one) => `{${one.name}}`);
  expect(`${entry.method} ${entry.path}`).toBe(name);
  expect(inPath).toEqual(entry.path.match(/\{\w+\}/g) ?? []);
  expect(entry.collection.split(".")[0]).toBe(entry.domain);
});

/** These have `next` in their answer, yet take no cursor. */
const onePage = ["GET /hris/employee-skill-assignments", "GET /hris/skills"];

test("lists take a cursor and a page size of 100, but for one of 5 and two that are one page", () => {
  const lists = exchanges.filter(({ answer }) => answer?.properties?.["data"]?.properties?.["next"]);
  const paged = namesWhere(({ parameters }) => parameters.some(({ name }) => name === "cursor"));
  const sizes = entries.flatMap(([name, { parameters }]) =>
    parameters.filter((one) => one.name === "page_size").map((one) => ({ name, size: one.default })),
  );
  expect(paged).toHaveLength(38);
  expect(lists.map(({ name }) => name).sort()).toEqual([...paged, ...onePage].sort());
  expect(sizes.map(({ name }) => name)).toEqual(paged);
  expect(sizes.filter(({ size }) => size !== 100)).toEqual([
    { name: "GET /ai-apply/unified-api/jobs", size: 5 },
  ]);
});

test("the deprecated parameters are these", () => {
  const deprecated = entries.flatMap(([name, { parameters }]) =>
    parameters.filter((one) => one.deprecated).map((one) => `${name} ${one.name}`),
  );
  expect(deprecated.sort()).toEqual([
    "GET /ats/applications outcome",
    "GET /ats/jobs status",
    "GET /hris/absences time_from",
    "GET /hris/absences time_until",
    "GET /hris/employees employment_status",
  ]);
});

test("the deprecated keys of bodies are these", () => {
  const deprecated = entries.flatMap(([name, { deprecatedBody = [] }]) =>
    deprecatedBody.map((path) => `${name} ${path.join(".")}`),
  );
  const ofSmartrecruiters = ["with", "without"].map(
    (kind) => `remote_fields.smartrecruiters.candidate_${kind}_questions`,
  );
  const creators = [
    "POST /ai-apply/unified-api/jobs/{job_id}/applications",
    "POST /ats/candidates",
    "POST /ats/jobs/{job_id}/applications",
  ];
  expect(deprecated.sort()).toEqual(
    creators.flatMap((name) => [...ofSmartrecruiters, "source"].map((key) => `${name} ${key}`)),
  );
});

test("the bodies that may hold files are these; passthrough has them at the keys of a form part", () => {
  expect(namesWhere(({ files }) => files).sort()).toEqual([
    "POST /ai-apply/unified-api/jobs/{job_id}/applications",
    "POST /ats/applications/{application_id}/attachments",
    "POST /ats/candidates",
    "POST /ats/candidates/{candidate_id}/attachments",
    "POST /ats/jobs/{job_id}/applications",
    "POST /hris/employees/{employee_id}/documents",
    "POST /passthrough/{tool}/{api}",
    "PUT /assessment/orders/{assessment_order_id}/result",
  ]);
  expect(operations["POST /passthrough/{tool}/{api}"].body).toMatchObject({
    multipart_form_data: {
      name: true,
      value: { name: true, content_type: true, data_url: true, data: true },
    },
  });
});

test("one body is lines of JSON, all others are JSON", () => {
  const types = Map.groupBy(entries, ([, { bodyType }]) => bodyType);
  expect([...types.keys()].sort()).toEqual(["application/json", "application/x-ndjson", null]);
  expect(types.get("application/json")).toHaveLength(61);
  expect(types.get("application/x-ndjson")?.map(([name]) => name)).toEqual([
    "POST /ai-apply/job-feeds/{job_feed_id}/bulk-import",
  ]);
});
