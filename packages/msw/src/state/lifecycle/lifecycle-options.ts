import type { LifecycleOptions } from "../../request/machinery.ts";

/** Worlds in which something happens in the tools by itself. */
const livingWorlds: ReadonlySet<unknown> = new Set(["demo", "edge", "large"]);

const choices = {
  firstSync: ["manual", "timed", "instant"],
  remoteChanges: ["scripted", "none"],
} as const;

/** How integrations live, by what a mock was told; refuses anything else. */
export function lifecycleOptions(options: {
  readonly firstSync?: LifecycleOptions["firstSync"];
  readonly syncHours?: number;
  readonly remoteChanges?: LifecycleOptions["remoteChanges"];
  readonly idleWeeksMakeInactive?: boolean;
  readonly world?: unknown;
}): LifecycleOptions {
  const { firstSync, syncHours = 3, idleWeeksMakeInactive = false, world } = options;
  const { remoteChanges = livingWorlds.has(world) ? "scripted" : "none" } = options;
  if (!Number.isFinite(syncHours) || syncHours < 0 || (syncHours > 0 && syncHours < 0.01)) {
    throw new Error(
      `syncHours must be a number of hours, or 0 for no regular syncs, but is ${String(syncHours)}.`,
    );
  }
  for (const [name, given] of Object.entries({ firstSync, remoteChanges })) {
    const allowed: readonly string[] = choices[name as keyof typeof choices];
    if (given !== undefined && !allowed.includes(given)) {
      throw new Error(`${name} must be one of ${allowed.join(", ")}, but is "${String(given)}".`);
    }
  }
  return { firstSync, syncHours, remoteChanges, idleWeeksMakeInactive };
}
