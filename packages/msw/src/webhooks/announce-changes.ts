import { choiceOf } from "../request/assumptions.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change, Commit } from "../state/change.ts";
import { commit } from "../state/commit.ts";
import { own } from "../state/own.ts";
import type { Root, ScheduledThrottleEnd } from "../state/root.ts";
import { announcedModels, type ModelName } from "./announced-models.ts";

/**
 * Announces what a commit changed by `data-changed`: the first change of an integration at once, further ones at the
 * end of a window. `by` says who changed it: a request to the API, or the tool.
 */
export function announceChanges<Result>(
  done: Commit<Result>,
  machinery: Pick<Machinery, "partitions" | "emit" | "webhooks" | "assume">,
  by: "request" | "tool",
): Commit<Result> {
  if (done.changedModels.size === 0) return done;
  if (by === "request" && !choiceOf(machinery.assume, "writes-are-announced")) return done;
  const { emit, webhooks } = machinery;
  const { root } = commit(done.root, machinery.partitions, (change) => {
    for (const [id, models] of done.changedModels) {
      const names = announcedModels(emit).filter((name) => models.has(name));
      if (names.length > 0) announce(change, id, names, webhooks.throttleMs);
    }
  });
  return { ...done, root };
}

function announce(
  change: Change,
  integrationId: string,
  names: readonly ModelName[],
  windowMs: number,
): void {
  const throttle = own(change.root.webhooks.throttles, integrationId);
  if (throttle) {
    const held = [...new Set([...throttle.held, ...names])];
    if (held.length > throttle.held.length) setThrottle(change, integrationId, { ...throttle, held });
    return;
  }
  emitChanged(change, integrationId, names);
  if (windowMs > 0) beginWindow(change, integrationId, windowMs);
}

/** The end of a window: what was gathered is sent, and the next one begins; without changes there is none. */
export function endThrottle(change: Change, { integrationId, due }: ScheduledThrottleEnd): void {
  const throttle = own(change.root.webhooks.throttles, integrationId);
  if (throttle?.until !== due) return;
  setThrottle(change, integrationId, null);
  if (throttle.held.length === 0) return;
  emitChanged(change, integrationId, throttle.held);
  beginWindow(change, integrationId, throttle.windowMs);
}

/** Sends what all windows hold back, as if each had ended. */
export function flushThrottles(change: Change): void {
  for (const [integrationId, { held }] of Object.entries(change.root.webhooks.throttles)) {
    setThrottle(change, integrationId, null);
    if (held.length > 0) emitChanged(change, integrationId, held);
  }
  change.set({ queue: change.root.queue.filter(({ kind }) => kind !== "end-throttle") });
}

function emitChanged(change: Change, integrationId: string, names: readonly string[]): void {
  const integration = own(change.root.integrations, integrationId);
  if (!integration) return;
  const { tool, category } = integration.inputs;
  change.emit("data-changed", integrationId, {
    integration_id: integrationId,
    integration_tool: tool,
    integration_category: category,
    // A window holds only names that may be sent.
    changed_models: names.map((name) => ({ name: name as ModelName })),
  });
}

function beginWindow(change: Change, integrationId: string, windowMs: number): void {
  const until = change.now + windowMs;
  setThrottle(change, integrationId, { until, windowMs, held: [] });
  change.schedule({ kind: "end-throttle", due: until, integrationId });
}

type Throttles = Root["webhooks"]["throttles"];

function setThrottle(change: Change, integrationId: string, throttle: Throttles[string] | null): void {
  const { webhooks } = change.root;
  const { [integrationId]: _, ...others } = webhooks.throttles;
  const throttles = throttle === null ? others : { ...others, [integrationId]: throttle };
  change.set({ webhooks: { ...webhooks, throttles } });
}
