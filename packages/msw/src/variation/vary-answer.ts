import { applyVariations } from "@kombo-mock/contract/variation";
import type { Came } from "../request/answer-request.ts";
import { Json } from "../request/json.ts";
import type { Handled, IncomingRequest } from "../request/pipeline.ts";
import { Given } from "./given.ts";
import { askedForDates, pinsOf } from "./pins.ts";
import type { Varying } from "./varying.ts";

/** An answer as it is varied: only one that the mock itself gives, and only what no test gave. */
export function varyAnswer(request: IncomingRequest, came: Came, varying: Varying): Handled {
  const { handled, environment, marked } = came;
  const { operation, outcome } = handled;
  if (marked || !operation) return handled;
  if (operation.entry.method !== "GET") environment.given.note(bodyOf(request));
  // What the connected tool answers is what a test set.
  if (!("data" in outcome) || operation.entry.passthroughApis) return handled;
  const variations = varying.answersOf(operation.name);
  if (variations.length === 0) return handled;
  const before = jsonValueOf(outcome.data);
  const isPinned = () => pinsOf(operation.name, environment, askedBy(request, operation.path));
  const after = applyVariations(before, variations, varying.varyGiven ? undefined : isPinned());
  if (after === before) return handled;
  const data = outcome.data instanceof Json ? new Json(JSON.stringify(after), recordsIn(after)) : after;
  return { ...handled, outcome: { ...outcome, data } };
}

type Value = Parameters<typeof applyVariations>[0];

/** The data as JSON: what a behaviour answers is JSON, though not always in one piece. */
function jsonValueOf(data: unknown): Value {
  return JSON.parse(data instanceof Json ? data.text : JSON.stringify(data ?? null)) as Value;
}

function recordsIn(data: Value): number | null {
  const results =
    typeof data === "object" && data !== null && "results" in data ? data["results"] : undefined;
  return Array.isArray(results) ? results.length : null;
}

/** What a request names: ids in its path, and what its filters ask for, which the answer has to keep to. */
function askedBy({ search, header }: IncomingRequest, path: Readonly<Record<string, string>>): Given {
  const asked = new Given();
  asked.note(Object.values(path));
  asked.note(header("x-integration-id") ?? "");
  for (const [name, value] of new URLSearchParams(search)) {
    if (unfiltering.has(name)) continue;
    asked.note({ [name]: value.split(",") });
    if (/_(?:from|until|before|after)$/.test(name)) asked.note({ [askedForDates]: true });
  }
  return asked;
}

/** Parameters that say nothing of what the records hold. */
const unfiltering = new Set([
  "cursor",
  "page_size",
  "updated_after",
  "include_deleted",
  "ignore_unsupported_filters",
]);

function bodyOf({ body }: IncomingRequest): unknown {
  try {
    return body ? (JSON.parse(body) as unknown) : null;
  } catch {
    return null;
  }
}
