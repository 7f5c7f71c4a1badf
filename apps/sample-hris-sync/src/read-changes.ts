import type { KomboClient } from "./kombo-client.ts";
import { readPages } from "./read-pages.ts";

/** Which changes are read. */
export interface Changes {
  readonly integrationId: string;
  /** Since when; everything when left out. */
  readonly since?: string | undefined;
  readonly pageSize: number;
}

/** For each model, how its changed records are read, deleted ones too. */
export const readChanges = {
  groups: (kombo: KomboClient, changes: Changes) =>
    readPages((position) => kombo.GET("/hris/groups", { params: paramsOf(changes, position) })),
  // They come for changes of what belongs to them too, with a `changed_at` that may be old: nothing is passed over by it.
  employees: (kombo: KomboClient, changes: Changes) =>
    readPages((position) => kombo.GET("/hris/employees", { params: paramsOf(changes, position) })),
  absences: (kombo: KomboClient, changes: Changes) =>
    readPages((position) => kombo.GET("/hris/absences", { params: paramsOf(changes, position) })),
};

/** The filters go with every page: a cursor does not carry them. */
function paramsOf({ integrationId, since, pageSize }: Changes, position: { cursor?: string }) {
  return {
    header: { "X-Integration-Id": integrationId },
    query: {
      ...position,
      page_size: pageSize,
      include_deleted: "true" as const,
      ...(since === undefined ? {} : { updated_after: since }),
    },
  };
}
