import { expect, test } from "vitest";
import { createFragmentReader, FragmentError } from "../scripts/fragment.ts";
import { mergeFragments } from "../scripts/merge.ts";
import { checkReferences } from "../scripts/references.ts";
import { writeFragments } from "./written-fragments.ts";

function merge(folder: string) {
  return mergeFragments(createFragmentReader(folder)());
}

const onePath = `paths:
  /notes:
    get: { operationId: ListNotes }
`;

test("fragments become one document, path by path and schema by schema", () => {
  const { folder } = writeFragments({
    "a.openapi.yaml": `openapi: 3.1.0\n${onePath}components:\n  schemas:\n    Note: { type: object }\n`,
    "b.openapi.yaml":
      "paths:\n  /notes:\n    post: { operationId: AddNote }\ncomponents:\n  schemas:\n    Tag: { type: string }\n",
    "ignored.yaml": "openapi: 2.0.0\n",
  });
  expect(merge(folder).document).toEqual({
    openapi: "3.1.0",
    paths: { "/notes": { get: { operationId: "ListNotes" }, post: { operationId: "AddNote" } } },
    components: { schemas: { Note: { type: "object" }, Tag: { type: "string" } } },
  });
});

test.each([
  { what: "an operation", text: onePath, key: "paths/~1notes/get", line: 3 },
  {
    what: "a schema",
    text: "components:\n  schemas:\n\n    Note: { type: string }\n",
    key: "components/schemas/Note",
    line: 4,
  },
  { what: "a section that belongs to one fragment", text: "info: { title: T }\n", key: "info", line: 1 },
])("$what that two fragments define fails, naming both places", ({ text, key, line }) => {
  const { folder, nameOf } = writeFragments({
    "a.openapi.yaml": text,
    "b.openapi.yaml": `# second\n${text}`,
  });
  const message = `${nameOf("b.openapi.yaml")}:${line + 1}: "${key}" is already defined at ${nameOf("a.openapi.yaml")}:${line}.`;
  expect(() => merge(folder)).toThrow(new FragmentError(message));
});

test.each([
  {
    what: "YAML that ends too early",
    text: "paths:\n  /notes: { get: [\n",
    says: "3: Flow sequence in block",
  },
  { what: "a key that is there twice", text: "info:\n  a: 1\n  a: 2\n", says: "3: Map keys must be unique" },
  { what: "an empty fragment", text: "", says: "1: A fragment must hold keys such as `paths`." },
  {
    what: "a fragment that is a list",
    text: "- paths\n",
    says: "1: A fragment must hold keys such as `paths`.",
  },
  { what: "a section without keys", text: "openapi: 3.1.0\npaths:\n", says: '2: "paths" must hold keys.' },
  { what: "a path that is a text", text: "paths:\n  /a: none\n", says: '2: "paths/~1a" must hold keys.' },
])("$what fails, naming file and line", ({ text, says }) => {
  const { folder, nameOf } = writeFragments({ "a.openapi.yaml": text });
  expect(() => merge(folder)).toThrow(FragmentError);
  expect(() => merge(folder)).toThrow(`${nameOf("a.openapi.yaml")}:${says}`);
});

const referring = (target: string) => `paths:
  /notes:
    get:
      responses:
        default: { content: { application/json: { schema: { $ref: "${target}" } } } }
`;

test.each(["#/components/schemas/Nope", "#/components/parameters/Note", "other.yaml#/Note"])(
  "a $ref to %s, which leads nowhere, fails at its own line",
  (target) => {
    const { folder, nameOf } = writeFragments({
      "a.openapi.yaml": "components:\n  schemas:\n    Note: { type: object }\n",
      "b.openapi.yaml": referring(target),
    });
    const { document, origins } = merge(folder);
    const message = `${nameOf("b.openapi.yaml")}:5: "${target}" leads nowhere.`;
    expect(() => checkReferences(document, origins)).toThrow(new FragmentError(message));
  },
);

test("a $ref to another fragment's schema is fine", () => {
  const { folder } = writeFragments({
    "a.openapi.yaml": referring("#/components/schemas/Note"),
    "b.openapi.yaml": "components:\n  schemas:\n    Note: { type: object }\n",
  });
  const { document, origins } = merge(folder);
  expect(() => checkReferences(document, origins)).not.toThrow();
});
