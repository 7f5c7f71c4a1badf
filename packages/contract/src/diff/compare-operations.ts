import { asSchema } from "./branch.ts";
import { compareAnswers } from "./compare-answers.ts";
import { compareContents, mediaOf } from "./compare-contents.ts";
import { compareParameters } from "./compare-parameters.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { compareRequired } from "./compare-structures.ts";
import type { Difference, Direction } from "./difference.ts";
import { follow } from "./document.ts";
import { type Finding, finding, toDifferences, under } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { Described } from "./operations.ts";
import type { Node } from "./schema-reader.ts";
import { type Shape, wordsOf } from "./shape.ts";

/** Two documents and the comparison of their schemas. */
export interface Documents {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly comparison: SchemaComparison;
}

/** Compares an operation of two documents: its parameters, its body and its answers. */
export function compareOperations(before: Described, after: Described, documents: Documents): Difference[] {
  const operation = before.name;
  const body = compareBodies(before, after, documents);
  const request = [
    ...compareParameters(before.parameters, after.parameters, documents.comparison),
    ...under("body", body),
  ];
  return [
    ...compareDeprecation(before, after, "operation"),
    ...toDifferences({ operation, direction: "request", location: "" }, request),
    ...compareAnswers(before, after, documents),
  ];
}

/** Compares what a webhook of two documents sends; what it wants to hear back is not compared. */
export function compareWebhooks(before: Described, after: Described, documents: Documents): Difference[] {
  const payload = [
    ...under(".", compareParameters(before.parameters, after.parameters, documents.comparison)),
    ...compareBodies(before, after, documents),
  ];
  return [
    ...compareDeprecation(before, after, "webhook"),
    ...toDifferences({ operation: before.name, direction: "webhook", location: "webhook" }, payload),
  ];
}

function compareBodies(before: Described, after: Described, documents: Documents): Finding[] {
  const past = follow(documents.before, before.operation["requestBody"]);
  const present = follow(documents.after, after.operation["requestBody"]);
  if (!past || !present) {
    if (past)
      return [
        finding("body-removed", { before: describedBody(past, documents.comparison.shapeBefore) }, "both"),
      ];
    if (!present) return [];
    const isRequired = present["required"] === true;
    return [
      finding(
        "body-added",
        { after: describedBody(present, documents.comparison.shapeAfter) },
        isRequired ? "sender" : "nobody",
      ),
    ];
  }
  return [
    ...compareRequired(past["required"] === true, present["required"] === true),
    ...compareContents(past, present, documents.comparison),
  ];
}

function describedBody(body: JsonObject, shapeOf: (node: Node) => Shape): JsonValue {
  const types = [...mediaOf(body).values()].map((media) =>
    wordsOf(shapeOf([[asSchema(media["schema"] ?? true)]])),
  );
  return { type: [...new Set(types)].join(" or "), required: body["required"] === true };
}

function compareDeprecation(before: Described, after: Described, direction: Direction): Difference[] {
  const [past, present] = [before, after].map((one) => one.operation["deprecated"] === true);
  if (past === undefined || present === undefined || past === present) return [];
  const change = present ? "operation-deprecated" : "operation-no-longer-deprecated";
  const place = { operation: before.name, direction, location: direction };
  return toDifferences(place, [finding(change, { before: past, after: present }, "nobody")]);
}
