import type { Entity, IntegrationDetailsInputs, Overrides } from "@kombo-mock/factories";
import type { SetupStep, StoredRecord } from "@kombo-mock/factories/worlds";
import type { components } from "@kombo-mock/openapi";
import type { WebhookState } from "../webhooks/webhook-state.ts";
import type { Fault, Stub } from "./fault.ts";
import type { SyncEnd } from "./lifecycle/sync-ends.ts";

/**
 * Everything that an environment's history made of its world: one immutable value of plain data, so that a snapshot
 * is a reference and a root can be written to a file.
 */
export interface Root {
  /** The environment's name, from which its ids are made. */
  readonly environment: string;
  readonly clock: ClockState;
  readonly integrations: Readonly<Record<string, IntegrationState>>;
  /** What was changed in the records of AI Apply, which belong to no integration but are stored as one's are. */
  readonly aiApply: IntegrationState;
  /** Connect links by their token. */
  readonly links: Readonly<Record<string, ConnectLink>>;
  /** What redeems an activation token, by the token. */
  readonly activations: Readonly<Record<string, Activation>>;
  /** Scheduled work, in the order in which it was scheduled. */
  readonly queue: readonly ScheduledWork[];
  /** When the environment was opened and its regular syncs run next; null before it is opened, and where none run. */
  readonly schedule: Schedule | null;
  /** When each integration was last called, in milliseconds; only kept where idle integrations become INACTIVE. */
  readonly lastCalls: Readonly<Record<string, number>>;
  /** What was announced, the oldest first. */
  readonly events: readonly WebhookEvent[];
  /** Who is told of it, and what came of that. */
  readonly webhooks: WebhookState;
  /** Failures that requests are to meet. */
  readonly faults: readonly Fault[];
  /** Canned answers for the next requests that match. */
  readonly stubs: readonly Stub[];
  /** Answers set for passthrough requests; the last that fits is given. */
  readonly passthroughAnswers: readonly PassthroughAnswer[];
  /** Test cards that were put there: one that was deleted does not come back by itself. */
  readonly usedCards: readonly string[];
  /** How many things were numbered so far: ids of links, tokens, syncs and integrations are made from it. */
  readonly counter: number;
}

/** What repeats itself in an environment; instants in milliseconds. */
export interface Schedule {
  readonly openedAt: number;
  readonly nextAt: number;
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
  readonly sync: SyncUnderWay | null;
  /** What records there are in place of the world's; null for the world's. */
  readonly data: DataShape | null;
  /** Since when the tool rejects the stored credentials, in milliseconds; null where it takes them. */
  readonly failingSince: number | null;
  /** How syncs end by themselves, until one succeeds; null where they succeed. */
  readonly syncsEnd: SyncEnd | null;
  /** How many steps of the world's script its syncs have brought. */
  readonly scripted: number;
  /** Models whose records all changed with a sync, since the scope config had changed: by model, in milliseconds. */
  readonly restamped: Readonly<Record<string, number>>;
  /** What reads serve, where it differs from the world. */
  readonly synced: Changes;
  /** What the tool knows and no sync has brought. */
  readonly pending: readonly PendingChange[];
  /** How many records were created in each collection, so that a new one gets the next number. */
  readonly created: Readonly<Record<string, number>>;
}

/** A sync that has not ended. */
export interface SyncUnderWay {
  readonly id: string;
  readonly type: SyncType;
  /** From when on it runs, in milliseconds; until then it is queued. Null where it waits until somebody ends it. */
  readonly startsAt: number | null;
}
/**
 * Records that differ from the world's as a whole: none, those of another world, or the world's with everything null
 * that may be (`bare`), or deleted in the tool.
 */
export type DataShape = "empty" | "edge" | "large" | "bare" | "deleted";

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

/** Something that happens at an instant, in milliseconds: what it is, by its kind, is told in `scheduled-work.ts`. */
export type ScheduledWork =
  | ScheduledSyncEnd
  | ScheduledErasing
  | ScheduledThrottleEnd
  | ScheduledDelivery
  | ScheduledCourseUpsert
  | ScheduledAiApplyStep;

/** A sync ends. */
export interface ScheduledSyncEnd {
  readonly kind: "end-sync";
  readonly due: number;
  readonly integrationId: string;
  readonly syncId: string;
}

/** The values of an integration's deleted records are erased, of all whose time has come. */
export interface ScheduledErasing {
  readonly kind: "erase-deleted";
  readonly due: number;
  readonly integrationId: string;
}

/** A window ends in which changes of an integration are gathered. */
export interface ScheduledThrottleEnd {
  readonly kind: "end-throttle";
  readonly due: number;
  readonly integrationId: string;
}

/** A delivery is tried, again or late. */
export interface ScheduledDelivery {
  readonly kind: "deliver";
  readonly due: number;
  /** What an integration announced is sent even when the integration is gone. */
  readonly integrationId: null;
  readonly deliveryId: string;
}

/** Courses are added and updated, as a task says. */
export interface ScheduledCourseUpsert {
  readonly kind: "upsert-courses";
  readonly due: number;
  readonly integrationId: string;
  readonly taskId: string;
}

/** What waits in AI Apply goes on: postings are read and applications submitted, all whose time has come. */
interface ScheduledAiApplyStep {
  readonly kind: "step-ai-apply";
  readonly due: number;
  readonly integrationId: null;
}

/** What a webhook tells, before it is delivered anywhere. */
export type WebhookEvent<Type extends WebhookType = WebhookType> = {
  readonly [One in Type]: {
    readonly id: string;
    readonly type: One;
    /** When it happened, in milliseconds. */
    readonly at: number;
    /** Null for what is about no integration. */
    readonly integrationId: string | null;
    readonly data: WebhookData<One>;
  };
}[Type];

type Schemas = components["schemas"];

type WebhookPayload =
  | Schemas["DataChangedWebhook"]
  | Schemas["SyncFinishedWebhook"]
  | Schemas["IntegrationCreatedWebhook"]
  | Schemas["IntegrationDeletedWebhook"]
  | Schemas["IntegrationStateChangedWebhook"]
  | Schemas["ConnectionFlowFailedWebhook"]
  | Schemas["AssessmentOrderReceivedWebhook"]
  | Schemas["InlineAssessmentOrderReceivedWebhook"]
  | Schemas["AiApplyJobPostingStatusUpdatedWebhook"]
  | Schemas["AiApplyApplicationStatusUpdatedWebhook"];

/** A webhook's name: `data-changed`. */
export type WebhookType = WebhookPayload["type"];

/** The `data` of a webhook's body. */
export type WebhookData<Type extends WebhookType> = Extract<WebhookPayload, { readonly type: Type }>["data"];

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
