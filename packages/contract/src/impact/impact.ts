import type { Change, Difference } from "../diff/difference.ts";
import type { OperationUsage, Usage } from "../usage/usage.ts";

/** Whether a difference hits a consumer, may do so, or does not. */
export type Impact = "hits" | "may-hit" | "none";

/** Changes of a request that matter only with some values, and no usage tells which are sent. */
const dependsOnValue: ReadonlySet<Change> = new Set<Change>([
  "enum-value-removed",
  "enum-closed",
  "no-longer-nullable",
  "format-changed",
  "pattern-changed",
  "limit-changed",
  "default-changed",
  "rule-changed",
  "additional-properties-changed",
  "variant-removed",
  "style-changed",
]);

/** Changes that ask for what was not needed before; whoever sends it already is not hit. */
const asksForMore: ReadonlySet<Change> = new Set<Change>([
  "parameter-added",
  "property-added",
  "became-required",
]);

/** What breaks nothing, and yet should be known to whoever uses it. */
const isTold: ReadonlySet<Change> = new Set<Change>([
  "deprecated",
  "operation-deprecated",
  "error-code-removed",
]);

/** Tells whether a difference hits a consumer by what it uses. */
export function impactOn(difference: Difference, usage: Usage): Impact {
  const { operation, breaking, change, direction } = difference;
  if (!breaking && !isTold.has(change)) return "none";
  // What concerns the whole API, such as its address, concerns everybody; who has it written down, nobody knows.
  if (operation === null) return Object.keys(usage.operations).length > 0 ? "may-hit" : "none";
  const used = findOperation(usage, operation);
  if (!used) return "none";
  const isWhole = change.startsWith("operation-") || change === "webhook-removed";
  if (isWhole) return "hits";
  if (direction === "request") return impactOnRequest(difference, used);
  return impactOnAnswer(difference, used);
}

function findOperation(usage: Usage, operation: string): OperationUsage | undefined {
  const shape = (name: string) => name.replaceAll(/\{[^}]*\}/g, "{}");
  const found = Object.entries(usage.operations).find(([name]) => shape(name) === shape(operation));
  return found?.[1];
}

function impactOnRequest({ location, change }: Difference, used: OperationUsage): Impact {
  const place = plain(location);
  const isBody = /^body(?:$|[.[])/.test(place);
  const sent = (isBody ? used.request_fields : used.parameters) ?? [];
  const isSent = sent.some((one) => isSameOrBelow(one, place));
  if (change === "body-added") return "hits";
  if (asksForMore.has(change)) {
    if (isSent) return "none";
    // What is required inside an object is asked only of who sends the object.
    const parent = isBody ? place.replace(/(?:\.[^.[]+|\[\])$/, "") : "";
    const sendsParent = !isBody || parent === "body" || sent.some((one) => isSameOrBelow(one, parent));
    return sendsParent ? "hits" : "none";
  }
  if (place === "body") return sent.length === 0 ? "none" : dependsOnValue.has(change) ? "may-hit" : "hits";
  // A whole object that is sent holds the place, or does not.
  const mayBeInside = sent.some((one) => one !== "body" && isSameOrBelow(place, one));
  if (!isSent) return mayBeInside ? "may-hit" : "none";
  return dependsOnValue.has(change) ? "may-hit" : "hits";
}

function impactOnAnswer({ location, change, before, after }: Difference, used: OperationUsage): Impact {
  if (/^answer\((?!2|3)[^)]*\)/.test(location)) {
    if (change === "error-code-removed") return used.error_codes?.includes(String(before)) ? "hits" : "none";
    if (change === "error-code-added") return used.error_codes?.includes(String(after)) ? "none" : "may-hit";
    return "may-hit";
  }
  const place = plain(location);
  const relied = Object.keys(used.response_fields ?? {});
  // A field that is relied on is lost with all that it stands in.
  if (relied.some((one) => isSameOrBelow(one, place))) return "hits";
  if (place === "answer" || place === "webhook") return "hits";
  return used.other_response_fields === "unused" ? "none" : "may-hit";
}

/** A place without the marks of variants and statuses: `answer(200).a(type=x).b` is `answer.a.b`. */
function plain(location: string): string {
  return location.replaceAll(/\([^)]*\)/g, "").replaceAll("[*]", "[]");
}

function isSameOrBelow(place: string, above: string): boolean {
  return place === above || place.startsWith(`${above}.`) || place.startsWith(`${above}[`);
}
