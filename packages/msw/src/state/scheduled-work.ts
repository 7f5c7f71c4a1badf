import { stepAiApply } from "../ai-apply/step.ts";
import { carryOutUpsert } from "../lms/course-upserts.ts";
import type { Machinery } from "../request/machinery.ts";
import { announceChanges, endThrottle } from "../webhooks/announce-changes.ts";
import { beginDelivery } from "../webhooks/record-attempt.ts";
import type { Change, Commit } from "./change.ts";
import { nowOf } from "./clock.ts";
import { announcedCommit } from "./lifecycle/announce.ts";
import { endScheduledSync } from "./lifecycle/end-sync.ts";
import { eraseDeleted } from "./lifecycle/erase-deleted.ts";
import { afterRound, caughtUp, isAhead, syncRegularly } from "./lifecycle/regular-syncs.ts";
import type { Root, ScheduledWork } from "./root.ts";

type Kind = ScheduledWork["kind"];

/** What each kind of scheduled work does when its time has come. */
const works: {
  readonly [One in Kind]: (
    change: Change,
    work: Extract<ScheduledWork, { readonly kind: One }>,
    machinery: Machinery,
  ) => void;
} = {
  "end-sync": endScheduledSync,
  "erase-deleted": eraseDeleted,
  "end-throttle": endThrottle,
  deliver: beginDelivery,
  "upsert-courses": carryOutUpsert,
  "step-ai-apply": stepAiApply,
};

/** Runs what is due, in order, each at its own time, as if somebody had been watching; undefined when nothing is. */
export function runDueWork(root: Root, machinery: Machinery): Commit<void> | undefined {
  const now = nowOf(root);
  if (!isAnythingDue(root, now, machinery)) return undefined;
  const schedule = caughtUp(root, now, machinery);
  let current = schedule === root.schedule ? root : { ...root, schedule };
  const changedModels = new Map<string, Set<string>>();
  // What runs may schedule more that is due by now.
  for (let step = nextStep(current, now, machinery); step; step = nextStep(current, now, machinery)) {
    const { run, due } = step;
    const atDue: Root = { ...step.root, clock: { mode: "frozen", at: due } };
    const done = announceChanges(announcedCommit(atDue, machinery.partitions, run), machinery, "tool");
    current = { ...done.root, clock: root.clock };
    for (const [id, models] of done.changedModels) {
      changedModels.set(id, new Set([...(changedModels.get(id) ?? []), ...models]));
    }
  }
  return { root: current, result: undefined, changedModels };
}

/** The instant at which something is next, in milliseconds; undefined when nothing ever is. */
export function nextDueAt({ queue, schedule }: Root): number | undefined {
  const due = Math.min(earliestOf(queue), schedule?.nextAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(due) ? due : undefined;
}

function isAnythingDue(root: Root, now: number, machinery: Machinery): boolean {
  if (root.schedule && isAhead(root.schedule, now, machinery)) return true;
  return (nextDueAt(root) ?? Number.POSITIVE_INFINITY) <= now;
}

const earliest = new WeakMap<Root["queue"], number>();

/** Looked for once a queue, so that a request costs the same however much is scheduled. */
function earliestOf(queue: Root["queue"]): number {
  if (queue.length === 0) return Number.POSITIVE_INFINITY;
  let found = earliest.get(queue);
  if (found === undefined) {
    found = queue.reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY);
    earliest.set(queue, found);
  }
  return found;
}

interface Step {
  readonly due: number;
  /** The root without what is taken off its plan. */
  readonly root: Root;
  readonly run: (change: Change) => void;
}

/** The earliest of what is due; of equals, what was scheduled first, and regular syncs last. */
function nextStep(root: Root, now: number, machinery: Machinery): Step | undefined {
  const due = nextDueAt(root);
  if (due === undefined || due > now) return undefined;
  const work = root.queue.find((one) => one.due === due);
  if (work) {
    const queue = root.queue.filter((one) => one !== work);
    return { due, root: { ...root, queue }, run: (change) => runOne(change, work, machinery) };
  }
  // Neither in the queue nor anywhere else but on the schedule.
  const schedule = root.schedule && afterRound(root.schedule, machinery);
  return { due, root: { ...root, schedule }, run: (change) => syncRegularly(change, machinery) };
}

function runOne(change: Change, work: ScheduledWork, machinery: Machinery): void {
  // The table has for each kind the function that takes its work; the compiler does not follow that through a union.
  (works[work.kind] as (change: Change, work: ScheduledWork, machinery: Machinery) => void)(
    change,
    work,
    machinery,
  );
}
