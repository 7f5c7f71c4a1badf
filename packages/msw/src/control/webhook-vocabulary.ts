import type { Entity } from "@kombo-mock/factories";
import type { WebhookData, WebhookType } from "../state/root.ts";
import type { WebhookHandler } from "../webhooks/send-webhook.ts";
import type { Chaos, ChaosName, Delivery, WebhookAnswer } from "../webhooks/webhook-state.ts";
import type { Input } from "./inputs.ts";

/** What tests and people do with webhooks: the same in process and over HTTP. */
export interface WebhookControl {
  readonly endpoints: {
    list(): Promise<EndpointReport[]>;
    create(endpoint: Input<"createEndpoint">): Promise<EndpointReport>;
    update(id: string, changes: Input<"updateEndpoint">): Promise<EndpointReport>;
    remove(id: string): Promise<void>;
  };
  /** What was sent to whom, what came back, and what the usual cause of that is. */
  deliveries(which?: Input<"listDeliveries">): Promise<DeliveryReport[]>;
  /** Sends a delivery once more, and answers when that is done. */
  redeliver(id: string): Promise<DeliveryReport>;
  /** Announces something made up from the environment's integrations and records, and answers when it is delivered. */
  trigger<Type extends WebhookType>(
    type: Type,
    options?: Omit<Input<"trigger">, "type">,
  ): Promise<TriggerReport<Type>>;
  /**
   * Takes out the oldest event of a type that nobody has taken yet. Without one it rejects at once and says what came.
   *
   * @example
   * const { data, raw, headers } = await mock.webhooks.next("data-changed");
   */
  next<Type extends WebhookType = WebhookType>(type?: Type): Promise<CollectedEvent<Type>>;
  /** Every event that is kept, the oldest first; takes none out. */
  all<Type extends WebhookType = WebhookType>(type?: Type): Promise<CollectedEvent<Type>[]>;
}

/** What only a mock of this process can do. */
export interface InProcessWebhooks extends WebhookControl {
  /** Signs what has no secret of its own. */
  readonly secret: string;
  /** Lets a function take the webhooks, as a server would: no port is needed. */
  deliverTo(handler: WebhookHandler, options?: Input<"deliverTo">): Promise<EndpointReport>;
}

/** An event as a receiver gets it. */
export type CollectedEvent<Type extends WebhookType = WebhookType> = {
  readonly [One in Type]: {
    readonly id: string;
    readonly type: One;
    readonly at: string;
    readonly integration_id: string | null;
    readonly headers: Readonly<Record<string, string>>;
    /** The bytes that are signed. */
    readonly raw: Uint8Array<ArrayBuffer>;
    readonly body: { readonly id: string; readonly type: One; readonly data: WebhookData<One> };
    readonly data: WebhookData<One>;
  };
}[Type];

/** An endpoint as the control calls show it. */
export interface EndpointReport {
  readonly id: string;
  readonly url: string | null;
  readonly integration_id: string | null;
  readonly events: readonly WebhookType[] | null;
  readonly has_own_secret: boolean;
  readonly chaos: Chaos;
  /** How many events were meant for it so far. */
  readonly seen: number;
}

/** A delivery as the control calls show it. */
export interface DeliveryReport {
  readonly id: string;
  readonly event_id: string;
  readonly type: WebhookType;
  readonly integration_id: string | null;
  readonly endpoint_id: string;
  readonly url: string | null;
  readonly state: Delivery["state"];
  /** What went wrong with it on purpose. */
  readonly chaos: readonly ChaosName[];
  readonly due_at: string;
  /** What came of it, in words. */
  readonly cause: string;
  readonly attempts: readonly {
    readonly at: string;
    readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
    readonly answer: WebhookAnswer | null;
    readonly cause: string;
  }[];
}

/** What came of an event that was triggered. */
export interface TriggerReport<Type extends WebhookType = WebhookType> {
  readonly id: string;
  readonly type: Type;
  readonly integration_id: string | null;
  readonly data: WebhookData<Type>;
  readonly deliveries: readonly DeliveryReport[];
}

/** What came of an order. */
export interface OrderReport {
  /** As it is after the receiver answered. */
  readonly order: Entity<"AssessmentOrder">;
  readonly event_id: string;
  /** Why the receiver rejected it; null when it did not. */
  readonly rejection_message: string | null;
  /** Where the candidate is sent; null unless the order is inline. */
  readonly assessment_url: string | null;
  readonly deliveries: readonly DeliveryReport[];
}
