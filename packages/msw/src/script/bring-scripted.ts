import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/commit.ts";
import type { IntegrationState, SyncType } from "../state/root.ts";

/** Placeholder. */
export function bringScripted(
  _change: Change,
  _integration: IntegrationState,
  _options: { readonly type: SyncType; readonly machinery: Pick<Machinery, "partitions" | "seed"> },
): void {}
