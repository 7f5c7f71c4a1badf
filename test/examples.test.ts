import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkAnswer, checkRequest } from "@kombo-mock/contract";
import { beforeAll, expect, test } from "vitest";
import { listOperations, resolve } from "../packages/openapi/scripts/document.ts";
import { type Examples, withExamples } from "../packages/openapi/scripts/examples.ts";
import { operations } from "../packages/openapi/src/index.ts";
import { bareDocument, makeExamples } from "../scripts/examples/examples.ts";
import { readDocument } from "../scripts/slices/document.ts";
import { servedOperations } from "../scripts/slices/served.ts";

const document = readDocument();
const answers = new Map(
  listOperations(document).flatMap(([name, , , { responses }]) => {
    const success = resolve(document, responses["200"] ?? { content: {} });
    const example = success.content["application/json"]?.example;
    return example === undefined ? [] : [[name, example] as const];
  }),
);

let examples: Examples;
beforeAll(async () => {
  examples = await makeExamples();
}, 60_000);

test("the operations that show an example of their answer are exactly those that the mock serves", () => {
  expect([...answers.keys()].sort()).toEqual([...servedOperations].sort());
});

test("every example of an answer is what the document says", () => {
  const headers = { "content-type": "application/json" };
  const violations = [...answers].flatMap(([name, example]) =>
    checkAnswer(name as Parameters<typeof checkAnswer>[0], {
      status: 200,
      headers,
      body: JSON.stringify(example),
    }),
  );
  expect(violations).toEqual([]);
});

test("every example of a request is what the document says", () => {
  const violations = Object.entries(examples).flatMap(([name, { parameters, request }]) => {
    const [method = "", path = ""] = name.split(" ");
    const inPath = path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(String(parameters[key])),
    );
    const entry = operations[name as keyof typeof operations];
    const inQuery = entry.parameters.filter((one) => one.in === "query" && one.name in parameters);
    const query = new URLSearchParams(inQuery.map((one) => [one.name, String(parameters[one.name])]));
    const url = `${inPath}?${query.toString()}`;
    const integrationId = parameters["X-Integration-Id"];
    const headers = {
      authorization: "Bearer ks_dev_mock",
      ...(integrationId === undefined ? {} : { "x-integration-id": String(integrationId) }),
      ...(request === undefined ? {} : { "content-type": entry.bodyType ?? "application/json" }),
    };
    const body = typeof request === "string" ? request : JSON.stringify(request);
    return checkRequest({ method, url, headers, ...(request ? { body } : {}) });
  });
  // Some operations are deprecated, and have an example all the same.
  expect(violations.filter(({ rule }) => rule !== "deprecated-operation")).toEqual([]);
});

test("the document holds the examples that the mock answers now, so that generating again changes nothing", () => {
  const fresh = JSON.parse(JSON.stringify(examples)) as Examples;
  expect(withExamples(bareDocument(), fresh)).toEqual(document);
});

test("examples name reserved hosts only", () => {
  const text = readFileSync(
    join(import.meta.dirname, "../packages/openapi/spec/generated/examples.json"),
    "utf8",
  );
  const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = ""]) => host);
  expect(hosts).toContain("mock.example.com");
  expect(hosts.filter((host) => !/(^|\.)example(\.(com|org|net))?$/.test(host))).toEqual([]);
});
