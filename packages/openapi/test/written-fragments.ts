import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";

/** Writes fragments into a folder of their own, and says how messages name them. */
export function writeFragments(files: Readonly<Record<string, string>>) {
  const folder = emptyFolder();
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { folder, write, nameOf: (file: string) => relative(process.cwd(), join(folder, file)) };
}

/** A folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fragments-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A complete fragment of one domain: a list operation, its entity, and what stands in its schema. */
export function listFragment({
  domain,
  entity,
  schema,
}: Readonly<Record<"domain" | "entity" | "schema", string>>) {
  return `paths:
  /${domain}/notes:
    get:
      operationId: Get${entity}
      tags: [Notes]
      summary: List notes
      description: All notes.
      responses:
        "200":
          description: Notes.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/${entity}" }
        default: { $ref: "#/components/responses/Failure" }
components:
  schemas:
    ${entity}: ${schema}
`;
}

/** The failure that every operation of such fragments refers to. */
export const sharedFragment = `openapi: 3.1.0
info: { title: Notes, version: "1" }
components:
  responses:
    Failure:
      description: A failure.
      content:
        application/json:
          schema: { $ref: "#/components/schemas/ErrorEnvelope" }
  schemas:
    ErrorEnvelope: { type: object, x-error-family: general }
`;
