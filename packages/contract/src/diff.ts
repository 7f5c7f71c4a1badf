/** What changed between two versions of an OpenAPI document, as data. */
export { diffDocuments } from "./diff/diff-documents.ts";
export type { Change, Difference, Direction } from "./diff/difference.ts";
export { DocumentError } from "./diff/document.ts";
export type { JsonObject, JsonValue } from "./diff/json.ts";
