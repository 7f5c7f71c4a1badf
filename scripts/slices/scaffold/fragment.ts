import type { OpenApiDocument } from "../../../packages/openapi/scripts/document.ts";
import { readOperations, type Schema } from "../document.ts";
import { type SliceNames, singular, wordsOf } from "../names.ts";

/** What a new entity begins with: the fields that nearly every synced record has. */
export function newEntity({ domain, stem }: SliceNames): Schema {
  const model = `${domain}_${stem}`.replaceAll("-", "_");
  return { ...syncedRecord, "x-kombo-models": [model] };
}

const syncedRecord: Schema = {
  type: "object",
  required: ["id", "remote_id", "name", "changed_at", "remote_deleted_at", "remote_data"],
  properties: {
    id: { type: "string" },
    remote_id: { type: "string" },
    name: { type: ["string", "null"] },
    changed_at: { type: "string", format: "date-time" },
    remote_deleted_at: { type: ["string", "null"], format: "date-time" },
    remote_data: { type: ["object", "null"], additionalProperties: true },
  },
};

/** The path at which a new slice lists its records; General paths carry no domain. */
export function newListPath({ domain, stem }: SliceNames): string {
  return domain === "general" ? `/${stem}` : `/${domain}/${stem}`;
}

/** A fragment with one list operation and its entity, tagged and failing as the domain's other operations do. */
export function fragmentScaffold(document: OpenApiDocument, names: SliceNames, entity: string): string {
  const { domain, stem, collection } = names;
  const siblings = readOperations(document).filter((one) => one.collection.startsWith(`${domain}.`));
  const [sibling] = siblings;
  const words = wordsOf(stem);
  const one = wordsOf(singular(stem));
  const path = newListPath(names);
  const operationId = `Get${path.replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const schema = newEntity(names);
  const parameters = [
    ...(siblings.some(({ integrationHeader }) => integrationHeader) ? ["IntegrationIdHeader"] : []),
    ...[
      "Cursor",
      "PageSize",
      "UpdatedAfter",
      "IncludeDeleted",
      "IgnoreUnsupportedFilters",
      "Ids",
      "RemoteIds",
    ],
  ];
  return `paths:
  ${path}:
    get:
      operationId: ${operationId}
      tags: [${sibling?.tag ?? "General"}]
      summary: List ${words}
      description: The ${words} that the tool keeps.
${domain === "general" ? `      x-kombo-collection: ${collection}\n` : ""}      parameters:
${parameters.map((name) => `        - $ref: "#/components/parameters/${name}"\n`).join("")}      responses:
        "200":
          description: A page of ${words}.
          content:
            application/json:
              schema:
                type: object
                required: [status, data]
                properties:
                  status: { type: string, const: success }
                  data:
                    type: object
                    required: [next, results]
                    properties:
                      next:
                        description: The cursor of the next page; null on the last.
                        type: [string, "null"]
                      results:
                        type: array
                        items: { $ref: "#/components/schemas/${entity}" }
        default: { $ref: "${sibling?.error ?? "#/components/responses/GeneralError"}" }
components:
  schemas:
    ${entity}:
      description: One of the ${words} that the tool keeps.
      x-kombo-models: [${schema["x-kombo-models"]?.join(", ")}]
      type: object
      required: [${schema.required?.join(", ")}]
      properties:
        id:
          description: The ${one}'s id. It stays the same for as long as the integration exists.
          type: string
        remote_id:
          description: The ${one}'s id in the tool.
          type: string
        name:
          description: What the tool calls it. Null when it gives no name.
          type: [string, "null"]
        changed_at:
          description: When a sync last found this record's own values changed.
          type: string
          format: date-time
        remote_deleted_at:
          description: When the record was found missing in the tool. Its values are erased 14 days later.
          type: [string, "null"]
          format: date-time
        remote_data:
          description: The tool's raw records, by endpoint. Null unless your scope config asks for them.
          type: [object, "null"]
          additionalProperties: true
`;
}
