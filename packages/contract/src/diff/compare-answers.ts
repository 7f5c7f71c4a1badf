import { compareContents } from "./compare-contents.ts";
import type { Documents } from "./compare-operations.ts";
import { described, valueNode } from "./compare-parameters.ts";
import { compareRequired } from "./compare-structures.ts";
import type { Difference } from "./difference.ts";
import { follow } from "./document.ts";
import { type Finding, finding, toDifferences, under } from "./finding.ts";
import { compareText, isObject, type JsonObject, objectIn } from "./json.ts";
import type { Described } from "./operations.ts";

/** Compares the answers of an operation, status by status. */
export function compareAnswers(before: Described, after: Described, documents: Documents): Difference[] {
  const past = objectIn(before.operation, "responses");
  const present = objectIn(after.operation, "responses");
  const statuses = new Set([...Object.keys(past), ...Object.keys(present)]);
  return [...statuses].sort(compareText).flatMap((status) => {
    const answers = [
      follow(documents.before, past[status]),
      follow(documents.after, present[status]),
    ] as const;
    const place = {
      operation: before.name,
      direction: "answer",
      location: status === "200" ? "answer" : `answer(${status})`,
      failure: !isSuccess(status),
    } as const;
    return toDifferences(place, compareAnswer(...answers, status, documents));
  });
}

function compareAnswer(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  status: string,
  documents: Documents,
): Finding[] {
  // A client has to expect failures of any status, but not another success.
  const breaks = isSuccess(status) ? "both" : "nobody";
  if (!before) return after ? [finding("answer-added", { after: status }, breaks)] : [];
  if (!after) return [finding("answer-removed", { before: status }, breaks)];
  return [
    ...compareHeaders(before, after, documents),
    ...compareContents(before, after, documents.comparison),
  ];
}

function compareHeaders(before: JsonObject, after: JsonObject, documents: Documents): Finding[] {
  const [past, present] = [headersOf(documents.before, before), headersOf(documents.after, after)];
  const { comparison } = documents;
  return [...new Set([...past.keys(), ...present.keys()])].flatMap((key) => {
    const [one, other] = [past.get(key), present.get(key)];
    const step = `.header.${one?.name ?? other?.name ?? key}`;
    if (!one || !other) {
      if (other)
        return under(step, [
          finding("header-added", { after: described(other.header, comparison.shapeAfter) }, "nobody"),
        ]);
      if (!one) return [];
      return under(step, [
        finding("header-removed", { before: described(one.header, comparison.shapeBefore) }, "both"),
      ]);
    }
    return under(step, [
      ...compareRequired(one.header["required"] === true, other.header["required"] === true),
      ...comparison.compare(valueNode(one.header), valueNode(other.header)),
    ]);
  });
}

function headersOf(
  document: JsonObject,
  answer: JsonObject,
): Map<string, { name: string; header: JsonObject }> {
  const found = new Map<string, { name: string; header: JsonObject }>();
  for (const [name, value] of Object.entries(objectIn(answer, "headers"))) {
    const header = follow(document, value);
    // The content type is told with the content.
    if (isObject(header) && name.toLowerCase() !== "content-type")
      found.set(name.toLowerCase(), { name, header });
  }
  return found;
}

function isSuccess(status: string): boolean {
  return /^[23]/.test(status);
}
