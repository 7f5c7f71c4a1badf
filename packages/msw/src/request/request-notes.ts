import { isoString, nowOf } from "../state/clock.ts";
import type { Root } from "../state/root.ts";

/** What is odd about a request without breaking the contract, each with a remedy. */
export function notesOn({ search }: { readonly search: string }, root: Root): readonly string[] {
  if (!search.includes("updated_after=")) return none;
  const since = Date.parse(new URLSearchParams(search).get("updated_after") ?? "");
  const now = nowOf(root);
  if (Number.isNaN(since) || since <= now) return none;
  const remedy =
    root.clock.mode === "frozen"
      ? 'Take the time from the mock (mock.clock.now(), GET /_mock/clock), or let its clock run: clock "real", --clock real.'
      : "Take the time from the mock (mock.clock.now(), GET /_mock/clock), or move its clock to yours with mock.clock.set.";
  return [
    `query.updated_after lies after the mock's clock, which is at ${isoString(now)}: nothing can have changed since. ${remedy}`,
  ];
}

const none: readonly string[] = Object.freeze([]);
