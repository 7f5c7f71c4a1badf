import { expect, test } from "vitest";
import { createFragmentReader } from "../scripts/fragment.ts";
import { createGenerator } from "../scripts/generator.ts";
import { mergeFragments } from "../scripts/merge.ts";
import { placeFaults } from "../scripts/type-faults.ts";
import { renderSdkTypes, renderWireTypes } from "../scripts/types.ts";
import { listFragment, sharedFragment, writeFragments } from "./written-fragments.ts";

const hrisNote = (schema: string) => listFragment({ domain: "hris", entity: "HrisNote", schema });

test.each([
  {
    what: "a schema that is itself",
    schema: '{ $ref: "#/components/schemas/HrisNote" }',
    says: '"HrisNote" contains itself with neither a list nor a property between',
  },
  {
    what: "a union with itself",
    schema: '{ oneOf: [{ type: string }, { $ref: "#/components/schemas/HrisNote" }] }',
    says: '"HrisNote" contains itself with neither a list nor a property between',
  },
  {
    what: "a list of itself beside an object",
    schema:
      '{ oneOf: [{ type: object }, { type: array, items: { $ref: "#/components/schemas/HrisNote" } }] }',
    says: "A schema that contains itself is made of more than unions, lists and plain types",
  },
  {
    what: "a reference that leads nowhere",
    schema: '{ $ref: "#/components/schemas/HrisNoet" }',
    says: '"#/components/schemas/HrisNoet" leads nowhere.',
  },
  {
    what: "a property that is no schema",
    schema: "{ type: object, properties: { text: [string] } }",
    says: '"components/schemas/HrisNote/properties/text" must be object',
  },
  {
    what: "an SDK model that another schema is already",
    schema: "{ x-sdk-models: [Note] }\n    HrisTag: { x-sdk-models: [Note] }",
    line: 18,
    says: 'The SDK model "Note" is already taken at',
  },
])("$what is refused at its fragment's line", async ({ schema, says, line = 17 }) => {
  const { folder, nameOf } = writeFragments({
    "_shared.openapi.yaml": sharedFragment,
    "hris.openapi.yaml": hrisNote(schema),
  });
  const run = async () => {
    for await (const _ of createGenerator(folder).run());
  };
  await expect(run()).rejects.toThrow(`${nameOf("hris.openapi.yaml")}:${line}: ${says}`);
});

test("an operationId that is taken is refused, naming both lines", async () => {
  const { folder, nameOf } = writeFragments({
    "_shared.openapi.yaml": sharedFragment,
    "ats.openapi.yaml": listFragment({ domain: "ats", entity: "AtsNote", schema: "{ type: string }" }),
    "hris.openapi.yaml": hrisNote("{ type: string }").replace("GetHrisNote", "GetAtsNote"),
  });
  const run = async () => {
    for await (const _ of createGenerator(folder).run());
  };
  await expect(run()).rejects.toThrow(
    `${nameOf("hris.openapi.yaml")}:4: The operationId "GetAtsNote" is already taken at ${nameOf("ats.openapi.yaml")}:4.`,
  );
});

const fragment = `paths:
  /hris/notes:
    get:
      operationId: GetHrisNotes
      parameters:
        - name: colour
          in: query
          schema: { type: string }
      responses:
        "200":
          description: Notes.
          content:
            application/json:
              schema:
                type: object
                properties:
                  notes:
                    type: array
                    items:
                      type: object
                      properties:
                        author: { type: string }
components:
  schemas:
    HrisNote:
      x-sdk-models: [Note]
      allOf:
        - type: object
          properties:
            type: { type: string }
    HrisTag: { type: string }
`;

const placed = [
  { what: "a schema", render: renderWireTypes, at: /HrisTag: string/, line: 31 },
  { what: "a property in a branch", render: renderWireTypes, at: /type\?: string/, line: 30 },
  { what: "a parameter", render: renderWireTypes, at: /colour\?: string/, line: 6 },
  { what: "a field within an answer's list", render: renderWireTypes, at: /author\?: string/, line: 22 },
  { what: "an operation of a path", render: renderWireTypes, at: /get: operations/, line: 3 },
  { what: "a model of the SDK", render: renderSdkTypes, at: /export type Note = /, line: 25 },
];

test.each(placed)(
  "what a compiler says of $what is told at line $line of its fragment",
  ({ render, at, line }) => {
    const { folder, nameOf } = writeFragments({ "hris.openapi.yaml": fragment });
    const sources = mergeFragments(createFragmentReader(folder)());
    const types = render(sources.document);
    const before = types.slice(0, types.search(at));
    const row = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    const file = "packages/openapi/generated/schema.d.ts";
    const output = `src/index.ts(1,1): error TS1: One.\n${file}(${row},${column}): error TS2: Two.\n`;
    expect(placeFaults(output, { ...sources, readTypes: () => types })).toBe(
      `src/index.ts(1,1): error TS1: One.\n${nameOf("hris.openapi.yaml")}:${line}: error TS2: Two. (${file}:${row}:${column})`,
    );
  },
);
