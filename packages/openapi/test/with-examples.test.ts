import { expect, test } from "vitest";
import type { OpenApiDocument } from "../scripts/document.ts";
import { withExamples } from "../scripts/examples.ts";
import { createGenerator } from "../scripts/generator.ts";
import { listFragment, sharedFragment, writeFragments } from "./written-fragments.ts";

const name = "PUT /notes/{note_id}";
const text = { "text/plain": { schema: { type: "string" } } };

const document: OpenApiDocument = {
  paths: {
    "/notes/{note_id}": {
      put: {
        operationId: "PutNote",
        parameters: [
          { $ref: "#/components/parameters/Author" },
          { name: "note_id", in: "path", schema: { type: "string" } },
          { name: "quiet", in: "query", schema: { type: "boolean" } },
        ],
        requestBody: { content: { "text/plain": { schema: { type: "string" }, example: "as written" } } },
        responses: { "200": { $ref: "#/components/responses/Note" }, default: { content: text } },
      },
    },
  },
  components: {
    schemas: {},
    parameters: { Author: { name: "X-Author", in: "header", schema: { type: "string" } } },
    responses: { Note: { content: text } },
  },
};

const example = { parameters: { "X-Author": "Ada", note_id: "7" }, request: "made", answer: "changed" };

test("an example stands at the parameters, the body and the answer 200 of its operation alone", () => {
  const { paths } = withExamples(document, { [name]: example });
  const operation = paths["/notes/{note_id}"]?.["put"];
  expect(operation?.parameters).toEqual([
    { name: "X-Author", in: "header", schema: { type: "string" }, example: "Ada" },
    { name: "note_id", in: "path", schema: { type: "string" }, example: "7" },
    { name: "quiet", in: "query", schema: { type: "boolean" } },
  ]);
  expect(operation?.requestBody).toEqual({
    content: { "text/plain": { schema: { type: "string" }, example: "made" } },
  });
  expect(operation?.responses).toEqual({
    "200": { content: { "text/plain": { schema: { type: "string" }, example: "changed" } } },
    default: { content: text },
  });
});

test("a shared parameter that is written out everywhere is not shared any more", () => {
  expect(withExamples(document, { [name]: example }).components.parameters).toEqual({});
  const { note_id } = example.parameters;
  const partial = withExamples(document, { [name]: { ...example, parameters: { note_id } } });
  expect(partial.components.parameters).toEqual(document.components.parameters);
});

test("a document without examples, or with those of other operations, stays as it is", () => {
  const before = structuredClone(document);
  expect(withExamples(document, {})).toEqual(before);
  expect(withExamples(document, { "GET /gone": example })).toEqual(before);
  withExamples(document, { [name]: example });
  expect(document).toEqual(before);
});

async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const pass of createGenerator(folder).run()) {
    for (const [file, content] of pass.files) files.set(file, content);
  }
  return files;
}

test("examples change the document and nothing that is generated from it", async () => {
  const { folder, write } = writeFragments({
    "_shared.openapi.yaml": sharedFragment,
    "hris/notes.openapi.yaml": listFragment({
      domain: "hris",
      entity: "HrisNote",
      schema: "{ type: object }",
    }),
  });
  const before = await filesOf(folder);
  const examples = { "GET /hris/notes": { parameters: {}, answer: { text: "as the mock answers" } } };
  write("generated/examples.json", JSON.stringify(examples));
  const after = await filesOf(folder);
  expect(after.get("openapi.json")).toContain("as the mock answers");
  expect([...after].filter(([file, content]) => before.get(file) !== content).map(([file]) => file)).toEqual([
    "openapi.json",
  ]);
});
