import type { Difference } from "./difference.ts";
import { finding, toDifferences } from "./finding.ts";
import { isObject, type JsonObject, listIn } from "./json.ts";

/** Compares where the API is served; a document that names no server says nothing about it. */
export function compareServers(before: JsonObject, after: JsonObject): Difference[] {
  const [past, present] = [serversOf(before), serversOf(after)];
  if (past.size === 0 || present.size === 0) return [];
  const removed = [...past]
    .filter((url) => !present.has(url))
    .map((url) => finding("server-removed", { before: url }, "both"));
  const added = [...present]
    .filter((url) => !past.has(url))
    .map((url) => finding("server-added", { after: url }, "nobody"));
  return toDifferences({ operation: null, direction: "operation", location: "servers" }, [
    ...removed,
    ...added,
  ]);
}

function serversOf(document: JsonObject): Set<string> {
  const urls = listIn(document, "servers").map((server) => (isObject(server) ? server["url"] : undefined));
  return new Set(urls.filter((url) => typeof url === "string").map((url) => url.replace(/\/$/, "")));
}
