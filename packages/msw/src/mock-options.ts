import type { World, WorldName } from "@kombo-mock/factories/worlds";
import type { Domain } from "./domain.ts";
import type { Assume } from "./request/assumptions.ts";
import type { EnforceLimits } from "./request/limits.ts";
import type { AnswerCheck } from "./request/machinery.ts";
import type { ToldExchange } from "./request/told-exchange.ts";
import type { FirstSync } from "./state/lifecycle/first-sync.ts";
import type { WebhookType } from "./state/root.ts";
import type { Finding } from "./variation/vary-deliveries.ts";
import type { ToldDelivery } from "./webhooks/told-delivery.ts";
import type { WebhookOptions } from "./webhooks/webhook-settings.ts";
import type { WorldFile } from "./world-file/world-file.ts";

/** What a mock can be told. Everything has a default. */
export interface MockOptions {
  /** The parts of the API that are served. */
  readonly domains: readonly Domain[];
  /** The random world, a whole number; the same seed gives the same bytes. 1 unless told, here or by a world file. */
  readonly seed?: number;
  /** The world's date, `yyyy-MM-dd`: its records lie before it. 2026-01-15 unless told, here or by a world file. */
  readonly date?: string;
  /**
   * What every environment begins with: `small` unless told, `demo` for people, `edge` for what breaks clients, or what
   * a world file holds.
   */
  readonly world?: WorldName | World | WorldFile;
  /** `system` reads `Date` at each request, so fake timers move it; `frozen` stands at the world's date until it is moved. */
  readonly clock?: "system" | "real" | "frozen";
  /** The base URL that requests go to, beside the vendor's two. */
  readonly baseUrl?: string;
  /** The key in `sdkOptions`. */
  readonly apiKey?: string;
  /** `shared`: all keys see the same; `key`: each key after the first has its own environment. */
  readonly isolation?: "shared" | "key";
  /** Keys that share the default environment; any other key then opens its own. */
  readonly apiKeys?: readonly string[];
  readonly allowProductionKeys?: boolean;
  readonly maxEnvironments?: number;
  /** Makes undeclared parameters and body keys a 400. */
  readonly rejectUnknown?: boolean;
  /** Refuses requests beyond the API's limits with 429: 300 a minute, and 30 actions at once on an integration. */
  readonly enforceLimits?: EnforceLimits;
  /** `newest` also sends values that older official SDKs cannot read; `all-generations` unless told. */
  readonly emit?: "all-generations" | "newest";
  /** Other choices where nobody published what the API does. */
  readonly assume?: Assume;
  /** Judges each answer of the mock; pass `checkAnswer` of `@kombo-mock/contract`. */
  readonly checkAnswer?: AnswerCheck;
  /** How much is kept of an environment's exchanges: how many, characters of their bodies, and characters in all environments. */
  readonly journal?: {
    readonly exchanges?: number;
    readonly characters?: number;
    readonly charactersInAll?: number;
  };
  /**
   * When the sync ends that makes a new integration's data readable: `manual` waits for `mock.sync(id)`, `timed` takes
   * three seconds, `instant` none. `timed` on a real clock, `manual` on any other unless told.
   */
  readonly firstSync?: FirstSync;
  /** How many hours lie between two regular syncs of an integration; 0 for none. 3 unless told. */
  readonly syncHours?: number;
  /**
   * `scripted`: each sync brings hires, leavers, moves, applications that happen in the tool, the first 24 of them.
   * `none`: only what a test asked for happens. `scripted` for the worlds `demo`, `edge` and `large` unless told.
   */
  readonly remoteChanges?: "scripted" | "none";
  /** Makes an integration INACTIVE that nobody has called for two weeks, as the vendor does in dev environments. */
  readonly idleWeeksMakeInactive?: boolean;
  /** Where webhooks go, how they are signed and when. */
  readonly webhooks?: WebhookOptions;
  /**
   * What is unusual about the answers and yet allowed, such as `GET /hris/employees work_email=null`: everywhere but in
   * what a test gave and what follows from it. `@kombo-mock/contract/variation` tells what there is.
   */
  readonly variations?: readonly string[];
  /** Varies also what a test gave and what follows from it, so that its expectations fail: to learn what it relies on. */
  readonly varyGiven?: boolean;
  /** Told when variations show something that no answer does: a webhook with a wrong signature that was accepted. */
  readonly onFinding?: (finding: Finding) => void;
  /** Told of the type of every webhook that is sent. */
  readonly onWebhook?: (type: WebhookType) => void;
  /** Told of what came of every webhook that was sent. */
  readonly onDelivery?: (delivery: ToldDelivery) => void;
  /** Accepts this key and those that begin with it and `_`, and refuses all others: what a real client sends by mistake. */
  readonly onlyKey?: string;
  /** Told of every exchange, whole; keys stand in it as they were sent. */
  readonly onExchange?: (exchange: ToldExchange) => void;
  /** Called when another key opens an environment of its own. */
  readonly onEnvironmentOpened?: (fingerprint: string, count: number) => void;
}
