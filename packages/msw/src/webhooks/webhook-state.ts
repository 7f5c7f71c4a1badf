import type { WebhookType } from "../state/root.ts";

/** Who is told of events, what became of each delivery, and what a throttle holds back: plain data of an environment. */
export interface WebhookState {
  readonly endpoints: readonly WebhookEndpoint[];
  /** Every delivery of the events that are kept, in the order in which they are to go. */
  readonly deliveries: readonly Delivery[];
  /** Windows in which changes are gathered, by integration. */
  readonly throttles: Readonly<Record<string, Throttle>>;
  /** The events that somebody took out by hand. */
  readonly taken: readonly string[];
  /** How many events, endpoints and deliveries were numbered so far: their ids are made from it. */
  readonly numbered: number;
}

/** Somebody who is told of events. */
export interface WebhookEndpoint {
  readonly id: string;
  /** Null for a function of this process. */
  readonly url: string | null;
  /** Only events about this integration; about any, or none, where null. */
  readonly integrationId: string | null;
  /** Only events of these types; of all where null. */
  readonly events: readonly WebhookType[] | null;
  /** Its own secret; the process's where null. */
  readonly secret: string | null;
  readonly chaos: Chaos;
  /** How many events were meant for it: what goes wrong is counted by them. */
  readonly seen: number;
}

/** What can be made to go wrong with a delivery. */
export type ChaosName = "duplicate" | "reorder" | "drop" | "bad_signature" | "delay";

/** Which deliveries it happens to: the first so many, and every so many-th. */
export interface ChaosRule {
  readonly first?: number | undefined;
  readonly every?: number | undefined;
  /** How long a delay lasts, in milliseconds. */
  readonly milliseconds?: number | undefined;
}

/** What goes wrong with the deliveries to an endpoint. */
export type Chaos = { readonly [Name in ChaosName]?: ChaosRule | undefined };

/** An event on its way to an endpoint. */
export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly endpointId: string;
  /**
   * `pending`: goes as soon as it can. `waiting`: goes at `due`. `held`: goes after the next one. `dropped`: was lost on
   * purpose.
   */
  readonly state: "pending" | "waiting" | "held" | "delivered" | "failed" | "dropped";
  readonly chaos: readonly ChaosName[];
  /** From which instant of the environment on it may go, in milliseconds. */
  readonly due: number;
  readonly attempts: readonly Attempt[];
  /** Whether it was sent once more by hand: then nothing goes wrong on purpose, and it is not tried again. */
  readonly byHand: boolean;
}

/** One try of a delivery. */
export interface Attempt {
  /** When it was due, in milliseconds of the environment. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: WebhookAnswer | null;
  /** What happened, with the usual cause, in words. */
  readonly told: string;
}

/** What a receiver answered. */
export interface WebhookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Its beginning, when it is long. */
  readonly body: string;
}

/** A window in which changes of an integration are gathered. */
interface Throttle {
  /** When it ends, in milliseconds. */
  readonly until: number;
  readonly windowMs: number;
  /** The models that changed since it began. */
  readonly held: readonly string[];
}

/** Nobody listens and nothing was announced. */
export const noWebhooks: WebhookState = {
  endpoints: [],
  deliveries: [],
  throttles: {},
  taken: [],
  numbered: 0,
};
