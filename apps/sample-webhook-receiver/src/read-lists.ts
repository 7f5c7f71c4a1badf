import type { KomboClient } from "./kombo-client.ts";
import { readPages } from "./read-pages.ts";

/** Which records of a list are read. */
export interface Reading {
  readonly integrationId: string;
  /** Those that changed since then; all when left out. */
  readonly since?: string | undefined;
}

type Position = { cursor?: string };

/** The lists that are kept, and how each is read, deleted records too. */
export const readLists = {
  employees: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/hris/employees", { params: paramsOf(reading, position) })),
  groups: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/hris/groups", { params: paramsOf(reading, position) })),
  absences: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/hris/absences", { params: paramsOf(reading, position) })),
  balances: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/hris/time-off-balances", { params: paramsOf(reading, position) })),
  jobs: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/ats/jobs", { params: paramsOf(reading, position) })),
  applications: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/ats/applications", { params: paramsOf(reading, position) })),
  interviews: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/ats/interviews", { params: paramsOf(reading, position) })),
  offers: (kombo: KomboClient, reading: Reading) =>
    readPages((position) => kombo.GET("/ats/offers", { params: paramsOf(reading, position) })),
};

/** A list that is kept. */
export type ListName = keyof typeof readLists;

/** The lists of each category of integrations. */
export const listsOfCategory: Readonly<Record<string, readonly ListName[]>> = {
  HRIS: ["groups", "employees", "absences", "balances"],
  ATS: ["jobs", "applications", "interviews", "offers"],
};

/** The filters go with every page: a cursor does not carry them. */
function paramsOf({ integrationId, since }: Reading, position: Position) {
  return {
    header: { "X-Integration-Id": integrationId },
    query: {
      ...position,
      page_size: 250,
      include_deleted: "true" as const,
      ...(since === undefined ? {} : { updated_after: since }),
    },
  };
}
