import type { Entity, IntegrationDetailsInputs, Overrides } from "@kombo-mock/factories";
import type { SetupStep, StoredRecord } from "@kombo-mock/factories/worlds";

/**
 * Everything that an environment's history made of its world: one immutable value of plain data, so that a snapshot
 * is a reference and a root can be written to a file.
 */
export interface Root {
  /** The environment's name, from which its ids are made. */
  readonly environment: string;
  readonly clock: ClockState;
  readonly integrations: Readonly<Record<string, IntegrationState>>;
  /** Connect links by their token. */
  readonly links: Readonly<Record<string, ConnectLink>>;
  /** What redeems an activation token, by the token. */
  readonly activations: Readonly<Record<string, Activation>>;
  /** Scheduled work, in the order of its due time. */
  readonly queue: readonly ScheduledSync[];
  /** Answers set for passthrough requests; the last that fits is given. */
  readonly passthroughAnswers: readonly PassthroughAnswer[];
  /** How many things were numbered so far: ids of links, tokens, syncs and integrations are made from it. */
  readonly counter: number;
}

/** How the environment's time runs; instants and offsets in milliseconds. */
export type ClockState =
  | { readonly mode: "system" | "real"; readonly offset: number }
  | { readonly mode: "frozen"; readonly at: number };

/** An integration: what its details are made from, and what was changed in its records. */
export interface IntegrationState {
  readonly id: string;
  readonly inputs: IntegrationDetailsInputs;
  /** What the scope config said when the synced data was made; a sync brings it up to date. */
  readonly scoped: Pick<IntegrationDetailsInputs, "settings" | "optedOut">;
  /** Details that are given and not made. */
  readonly values: Overrides<Entity<"IntegrationDetails">>;
  readonly setupSteps: readonly SetupStep[];
  readonly qaStatus: "PENDING" | "FAILED" | "PASSED";
  /** The sync that is queued or running. */
  readonly sync: { readonly id: string; readonly type: SyncType } | null;
  /** What reads serve, where it differs from the world. */
  readonly synced: Changes;
  /** What the tool knows and no sync has brought. */
  readonly pending: readonly PendingChange[];
  /** How many records were created in each collection, so that a new one gets the next number. */
  readonly created: Readonly<Record<string, number>>;
}

/** FULL finds deletions, DELTA brings only what was created or changed. */
export type SyncType = Entity<"SyncType">;

/** Changed records by collection and id. */
type Changes = Readonly<Record<string, Readonly<Record<string, ChangedRecord>>>>;

/** A record that differs from the world's; null where its row was taken away. */
export interface ChangedRecord {
  readonly number: number;
  readonly record: StoredRecord | null;
}

/** A change in the tool that waits for a sync. */
export interface PendingChange {
  readonly kind: "insert" | "patch" | "delete";
  readonly collection: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** From which instant on a sync brings it, in milliseconds. */
  readonly due: number;
}

/** A sync that ends at an instant. */
export interface ScheduledSync {
  readonly due: number;
  readonly integrationId: string;
  readonly syncId: string;
}

/** What a connect link leads to. */
export interface ConnectLink {
  readonly token: string;
  readonly kind: "create" | "relink" | "setup";
  /** The integration to reconnect or set up; null for a new one. */
  readonly integrationId: string | null;
  readonly category: Entity<"IntegrationCategory">;
  /** The tool that the link is bound to; null where the customer picks one. */
  readonly tool: string | null;
  readonly endUser: Entity<"EndUser">;
  readonly setupSteps: readonly SetupStep[];
  readonly scopeConfigId: string | null;
  readonly language: string;
  readonly expiresAt: number;
  readonly outcome: "open" | "connected" | "failed";
}

/** What an activation token stands for. */
interface Activation {
  readonly integrationId: string;
  readonly expiresAt: number;
}

/** What the connected tool answers to a passthrough request. */
export interface PassthroughAnswer {
  readonly tool: string;
  readonly api: string;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
}
