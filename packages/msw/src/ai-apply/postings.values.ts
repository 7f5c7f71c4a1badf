import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";

/** A posting as it begins: PENDING until it is read. */
export function newPosting(
  { now }: Pick<RequestContext, "now">,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const stamp = isoString(now);
  return {
    ...{ job_feed_id: null, availability: "PENDING", archived_at: null, archived_reason: null },
    ...{ created_at: stamp, updated_at: stamp },
    ...values,
  };
}
