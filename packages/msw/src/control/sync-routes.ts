import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import type { Route } from "./routes.ts";

/** Where the `log_url` of a finished sync leads. */
export const syncRoutes: Readonly<Record<string, Route>> = {
  "GET /environments/{name}/syncs/{id}"({ desk, path }) {
    const events = desk.environments.find(path["name"] ?? "")?.root.events ?? [];
    for (const event of events) {
      if (event.type !== "sync-finished" || event.data.sync_id !== path["id"]) continue;
      return { ...event.data, announced_at: isoString(event.at) };
    }
    throw new KomboError(
      null,
      `No sync "${path["id"]}" has ended in "${path["name"]}"; the last thousand events are kept.`,
      { status: 404 },
    );
  },
};
