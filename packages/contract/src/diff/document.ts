import { isList, isObject, type JsonObject, type JsonValue } from "./json.ts";

/** Says why a document cannot be compared. */
export class DocumentError extends Error {
  override name = "DocumentError";
}

/** Takes parsed JSON for a document of OpenAPI 3; `which` names it in the error. */
export function readDocument(value: unknown, which: string): JsonObject {
  // Parsed JSON holds nothing but JSON; everything below is looked at before it is used.
  const document = value as JsonValue | undefined;
  if (!isObject(document)) throw new DocumentError(`The ${which} document is not an object.`);
  const version = document["openapi"];
  if (typeof version !== "string" || !version.startsWith("3.")) {
    const said =
      version === undefined ? "it has no `openapi` key" : `\`openapi\` is ${JSON.stringify(version)}`;
    throw new DocumentError(`The ${which} document is not OpenAPI 3.0 or 3.1: ${said}.`);
  }
  return document;
}

/** What a reference points to. */
export function lookUp(document: JsonObject, reference: string): JsonValue {
  if (reference !== "#" && !reference.startsWith("#/")) {
    throw new DocumentError(`"${reference}" points outside the document. Bundle it into one file first.`);
  }
  let found: JsonValue | undefined = document;
  for (const segment of reference.split("/").slice(1)) {
    const key = unescapePointer(segment);
    const inside: JsonValue | undefined = found;
    if (isList(inside)) found = inside[Number(key)];
    else found = isObject(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined;
  }
  if (found === undefined) throw new DocumentError(`"${reference}" leads nowhere.`);
  return found;
}

/** An object of the document that may stand there as a reference: a parameter, a body, an answer, a path. */
export function follow(document: JsonObject, value: JsonValue | undefined): JsonObject | undefined {
  let found = value;
  const seen = new Set<string>();
  while (isObject(found)) {
    const reference = found["$ref"];
    if (typeof reference !== "string") return found;
    if (seen.has(reference)) throw new DocumentError(`"${reference}" refers to itself.`);
    seen.add(reference);
    found = lookUp(document, reference);
  }
  return undefined;
}

function unescapePointer(segment: string): string {
  // A segment that is not validly percent-encoded is taken as it stands.
  const text = /%(?![0-9a-f]{2})/i.test(segment) ? segment : decodeURIComponent(segment);
  return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
