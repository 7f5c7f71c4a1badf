import type { Entity } from "@kombo-mock/factories";
import type { RequestContext } from "../request/context.ts";
import { detailsOf } from "../state/partition.ts";
import type { ConnectLink } from "../state/root.ts";

const hour = 3_600_000;

/** How long a link can be followed: one for an embedded window an hour, one for a mail a year. */
const lifetimes: Readonly<Record<Entity<"LinkType">, number>> = {
  EMBEDDED: hour,
  MAGIC_LINK: 365 * 24 * hour,
};

type NewLink = Omit<ConnectLink, "token" | "expiresAt" | "outcome" | "endUser"> & {
  readonly linkType: Entity<"LinkType">;
  /** The integration's own when left out. */
  readonly endUser?: Entity<"EndUser">;
};

/** Makes a connect link and answers where it is. */
export function createLink(context: RequestContext, { linkType, endUser, ...link }: NewLink) {
  const { change, now } = context;
  const token = change.newId("link");
  const made: ConnectLink = {
    ...link,
    token,
    endUser: endUser ?? detailsOf(context.integration, context.seed).end_user,
    expiresAt: now + lifetimes[linkType],
    outcome: "open",
  };
  change.set({ links: { ...change.root.links, [token]: made } });
  return { link: context.url(`/_mock/connect/${token}`) };
}
