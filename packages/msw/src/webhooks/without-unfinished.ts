import type { Root } from "../state/root.ts";
import type { Delivery } from "./webhook-state.ts";

const finished: ReadonlySet<Delivery["state"]> = new Set(["delivered", "failed", "dropped"]);

/** What a copy of an environment takes over: its log, and none of the deliveries that the original still makes. */
export function withoutUnfinished({ queue, webhooks }: Root): Pick<Root, "queue" | "webhooks"> {
  return {
    queue: queue.filter(({ kind }) => kind !== "deliver"),
    webhooks: { ...webhooks, deliveries: webhooks.deliveries.filter(({ state }) => finished.has(state)) },
  };
}
