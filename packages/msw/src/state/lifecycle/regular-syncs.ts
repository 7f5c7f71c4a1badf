import { choiceOf } from "../../request/assumptions.ts";
import type { LifecycleOptions, Machinery } from "../../request/machinery.ts";
import type { Change } from "../change.ts";
import { nowOf } from "../clock.ts";
import { own } from "../own.ts";
import type { ClockState, IntegrationState, Root, Schedule } from "../root.ts";
import { isSetUp } from "./announce.ts";
import { endSync, usualEnd } from "./end-sync.ts";
import { cancelSync } from "./syncs.ts";

const hour = 3_600_000;
const fortnight = 14 * 24 * hour;

/** How much time lies between two rounds of regular syncs. */
function periodOf({ syncHours }: LifecycleOptions): number {
  return (syncHours || 3) * hour;
}

/**
 * A root as an environment opens it: regular syncs begin one period later, and nothing of the time before is made up
 * for. Under a frozen clock their hours are counted from the world's date, so that a file of it goes on as it would have.
 */
export function withSchedule(root: Root, { lifecycle, world }: Machinery): Root {
  if (lifecycle.syncHours === 0 && !lifecycle.idleWeeksMakeInactive) return { ...root, schedule: null };
  const openedAt = nowOf(root);
  const nextAt = nextRound(root.clock, openedAt, { date: world.date, period: periodOf(lifecycle) });
  return { ...root, schedule: { openedAt, nextAt } };
}

function nextRound(
  { mode }: ClockState,
  now: number,
  { date, period }: { readonly date: string; readonly period: number },
): number {
  if (mode !== "frozen") return now + period;
  const origin = Date.parse(`${date}T09:00:00.000Z`);
  return origin + (Math.floor((now - origin) / period) + 1) * period;
}

/**
 * The schedule that counts now: of a long jump only the last fourteen days are made up for, and a clock that went back
 * begins anew.
 */
export function caughtUp(root: Root, now: number, { lifecycle, world }: Machinery): Schedule | null {
  const { schedule } = root;
  if (!schedule) return null;
  const period = periodOf(lifecycle);
  if (schedule.nextAt - now > period) {
    return { ...schedule, nextAt: nextRound(root.clock, now, { date: world.date, period }) };
  }
  const missed = Math.floor((now - fortnight - schedule.nextAt) / period) + 1;
  return missed > 0 ? { ...schedule, nextAt: schedule.nextAt + missed * period } : schedule;
}

/** The schedule after one round. */
export function afterRound(schedule: Schedule, { lifecycle }: Machinery): Schedule {
  return { ...schedule, nextAt: schedule.nextAt + periodOf(lifecycle) };
}

/** Whether the clock went back so far that the schedule has to begin anew. */
export function isAhead({ nextAt }: Schedule, now: number, { lifecycle }: Machinery): boolean {
  return nextAt - now > periodOf(lifecycle);
}

/** Syncs every integration that is set up and works, in the order in which the environment has them. */
export function syncRegularly(change: Change, machinery: Machinery): void {
  const { assume, lifecycle } = machinery;
  const startedAt = change.now - choiceOf(assume, "sync-seconds") * 1_000;
  for (const integration of Object.values(change.root.integrations)) {
    if ((integration.values.status ?? "ACTIVE") !== "ACTIVE") continue;
    if (lifecycle.idleWeeksMakeInactive && isIdle(change, integration)) {
      cancelSync(change, integration.id, machinery.seed);
      const { values } = integration;
      change.patchIntegration(integration.id, { values: { ...values, status: "INACTIVE" } });
    } else if (lifecycle.syncHours > 0 && integration.sync === null && isSetUp(integration)) {
      const end = { ...usualEnd(integration, "FULL", machinery), startedAt, isRegular: true };
      endSync(change, integration.id, end, machinery);
    }
  }
}

function isIdle({ root, now }: Change, { id, values }: IntegrationState): boolean {
  const openedAt = root.schedule?.openedAt ?? now;
  const createdAt = values.created_at === undefined ? 0 : Date.parse(values.created_at);
  return now - Math.max(own(root.lastCalls, id) ?? 0, openedAt, createdAt) >= fortnight;
}
