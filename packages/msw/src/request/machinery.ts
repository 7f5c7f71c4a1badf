import type { OperationRouter, Violation } from "@kombo-mock/contract/judge";
import type { Operation, RequestValidators } from "@kombo-mock/openapi";
import type { FirstSync } from "../state/lifecycle/first-sync.ts";
import type { Partitions } from "../state/partition.ts";
import type { Root, WebhookType } from "../state/root.ts";
import type { Finding } from "../variation/vary-deliveries.ts";
import type { Varying } from "../variation/varying.ts";
import type { WebhookSettings } from "../webhooks/webhook-settings.ts";
import type { Assume } from "./assumptions.ts";
import type { AnyBehaviour } from "./context.ts";
import type { Limits } from "./limits.ts";
import type { ToldExchange } from "./told-exchange.ts";

/** Judges an answer of the mock; `checkAnswer` of `@kombo-mock/contract` is one. */
export type AnswerCheck = (
  operation: Operation,
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
) => readonly Violation[];

/** What requests are handled with: everything that stays the same for the life of a mock. */
export interface Machinery {
  readonly router: OperationRouter;
  readonly behaviours: ReadonlyMap<Operation, AnyBehaviour>;
  /** By domain. */
  readonly requestValidators: ReadonlyMap<string, RequestValidators>;
  readonly partitions: Partitions;
  /** The world by its name, and the root that it is before a file or anybody changes it. */
  readonly world: { readonly name: string; readonly date: string; readonly root: Root };
  readonly seed: number;
  readonly assume: Assume;
  readonly rejectUnknown: boolean;
  readonly limits: Limits;
  readonly emit: "all-generations" | "newest";
  readonly checkAnswer: AnswerCheck | undefined;
  /** Told of every exchange. */
  readonly onExchange: ((exchange: ToldExchange) => void) | undefined;
  /** What is varied; undefined where nothing is. */
  readonly varying: Varying | undefined;
  /** Told of what variations show beside answers. */
  readonly onFinding: ((finding: Finding) => void) | undefined;
  /** Told of the type of every webhook that is sent. */
  readonly onWebhook: ((type: WebhookType) => void) | undefined;
  readonly lifecycle: LifecycleOptions;
  /** How webhooks are sent. */
  readonly webhooks: WebhookSettings;
}

/** How integrations live on their own. */
export interface LifecycleOptions {
  /** When the sync of a new integration ends; undefined lets the clock decide. */
  readonly firstSync: FirstSync | undefined;
  /** How many hours lie between two regular syncs; 0 for none. */
  readonly syncHours: number;
  /** Whether syncs bring what a script has happen in the tool. */
  readonly remoteChanges: "scripted" | "none";
  /** Whether an integration becomes INACTIVE that nobody has called for two weeks. */
  readonly idleWeeksMakeInactive: boolean;
}
