import type { Place } from "@kombo-mock/contract/variation";
import type { Environment } from "../state/environment.ts";
import type { IntegrationState, Root } from "../state/root.ts";
import type { Given } from "./given.ts";

/**
 * Decides what stays as it is, because a test gave it or it follows from what a test gave. Better too much than too little:
 *
 * - what identifies a record, and any text that was given, or holds one that was, or lies in one;
 * - of a record that was seeded, written or asked for, or that refers to such a one: the fields that were given anywhere
 *   under their name, all numbers, since they may be sums, and what decides whether and when a record counts;
 * - what holds any of that: a relation, a list, a page.
 */
export function pinsOf(
  operation: string,
  { root, given, pins }: Pick<Environment, "root" | "given" | "pins">,
  asked: Given,
): (place: Place) => boolean {
  const touched = touchedIds(root);
  const isAskedFor = (one: unknown) => typeof one === "string" && asked.overlaps(one);
  const isGiven = (text: string) => given.overlaps(text) || asked.overlaps(text);
  const isTouchedId = (id: unknown) =>
    typeof id === "string" && (touched.has(id) || given.hasText(id) || asked.hasText(id));
  const isTouched = (record: object) =>
    Object.entries(record).some(([key, value]) => isIdKey(key) && isTouchedId(value));
  const holds = (value: unknown, isIt: (one: string | object) => boolean): boolean => {
    if (typeof value === "string") return isIt(value);
    if (Array.isArray(value)) return value.some((one) => holds(one, isIt));
    if (typeof value !== "object" || value === null) return false;
    const inner = Object.entries(value).filter(([key]) => !isIdKey(key));
    return isIt(value) || inner.some(([, one]) => holds(one, isIt));
  };
  const holdsTouched = (value: unknown) => holds(value, (one) => typeof one === "object" && isTouched(one));
  const holdsGiven = (value: unknown) => holds(value, (one) => typeof one === "string" && isGiven(one));
  const isPinned = ({ key, value, around, at }: Place): boolean => {
    if (holdsTouched(value) || holdsGiven(value)) return true;
    if (!around.some(isTouched)) return false;
    return given.hasField(key) || typeof value === "number" || typeof value === "boolean" || decides(at);
  };
  const isOfThisRequest = (record: object) =>
    touched.has(idOf(record)) ||
    Object.values(record).some((one) => typeof one === "string" && asked.hasText(one));
  // What was once shown in one way is shown so for as long as it stays the same and its record was not written itself:
  // clients that read changes only would never learn of another value.
  const wasPinned = (place: Place): boolean => {
    const { at, change, around, value } = place;
    const where = `${operation} ${at}=${change} ${around.map(idOf).join(" ")} ${JSON.stringify(value)}`;
    const before = pins.get(where) ?? isPinned(place);
    pins.set(where, before);
    return before;
  };
  return (place) => {
    const { key, value, change, around, at } = place;
    // More keys, or the same ones in another order, take nothing away.
    if (change === "extra-key" || change === "reordered-keys") return false;
    if (isIdKey(key) || asked.hasField(key) || (isDated(value) && asked.hasField(askedForDates))) return true;
    if (holds(value, isAskedFor)) return true;
    return at === "pages" || around.some(isOfThisRequest) ? isPinned(place) : wasPinned(place);
  };
}

/** Stands for a field where a request asks for a span of time: no date of its answer may leave that. */
export const askedForDates = "a span of time";

function idOf(value: unknown): string {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : "";
}

function isIdKey(key: string): boolean {
  return key === "id" || key.endsWith("_id") || key.endsWith("_ids");
}

function isDated(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value);
}

// A consumer rightly passes over who has left, what is closed, and what lies in another time.
const deciding =
  /(?:^|_)(?:status|state|outcome|stage|type|unit|visibility|scope|setting|category|available|enabled|start|started|end|ended|termination|closed|archived|completed|effective|from|until|due|expires?|expired|deleted|created|updated|submitted|scheduled)(?:_|$)/;

/** Whether a field, or one that it lies in, decides what becomes of a record. */
function decides(at: string): boolean {
  return deciding.test(at.split(".").at(-1)?.replaceAll("[]", "") ?? "");
}

const known = new WeakMap<Root, ReadonlySet<string>>();

/** The ids of all records that are not as the world made them. */
function touchedIds(root: Root): ReadonlySet<string> {
  const found =
    known.get(root) ?? new Set([...Object.values(root.integrations), root.aiApply].flatMap(changedIn));
  known.set(root, found);
  return found;
}

const knownIn = new WeakMap<IntegrationState, readonly string[]>();

function changedIn(integration: IntegrationState): readonly string[] {
  const found =
    knownIn.get(integration) ?? Object.values(integration.synced).flatMap((one) => Object.keys(one));
  knownIn.set(integration, found);
  return found;
}
