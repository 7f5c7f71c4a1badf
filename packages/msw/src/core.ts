/** The mock without msw: for a server, or for a client that takes a fetch function. */

export { type World, type WorldName, worlds } from "@kombo-mock/factories/worlds";
export type { ConditionName } from "./cards/conditions.ts";
export { type TestCard, testCardList, testCards } from "./cards/test-cards.ts";
export type { FaultSummary, StubSummary } from "./control/fault-summaries.ts";
export type {
  FailOptions,
  FailureEnvelope,
  FaultControl,
  FaultInput,
  StubAnswer,
  StubOptions,
} from "./control/fault-vocabulary.ts";
export type { CollectionName, RecordOf, Seed, Where } from "./control/seed-types.ts";
export type { ConnectRequest, MockControl } from "./control/vocabulary.ts";
export type {
  CollectedEvent,
  DeliveryReport,
  EndpointReport,
  InProcessWebhooks,
  OrderReport,
  TriggerReport,
  WebhookControl,
} from "./control/webhook-vocabulary.ts";
export { createMockCore } from "./create-mock.ts";
export type { Domain } from "./domain.ts";
export type { EnvironmentHandle, ForkedEnvironment, MockCore, SdkOptions } from "./mock-core.ts";
export type { MockOptions } from "./mock-options.ts";
export { type Assume, assumptions } from "./request/assumptions.ts";
export type { ErrorCode } from "./request/error-codes.ts";
export type { Expectation } from "./request/expectations.ts";
export type { Exchange } from "./request/journal.ts";
export { KomboError } from "./request/kombo-error.ts";
export type { LedgerEntry } from "./request/ledger.ts";
export type { EnforceLimits } from "./request/limits.ts";
export type { Override, OverrideInfo, OverrideResolver, OverrideResult } from "./request/override.ts";
export type { IncomingRequest } from "./request/pipeline.ts";
export type { OutgoingAnswer } from "./request/render.ts";
export type { Cast, CastMember } from "./state/cast.ts";
export { mainIntegration } from "./state/main-integration.ts";
export type { Root, WebhookData, WebhookType } from "./state/root.ts";
export type { Finding } from "./variation/vary-deliveries.ts";
export type { WebhookHandler } from "./webhooks/send-webhook.ts";
export { faultOfUrl, type WebhookOptions } from "./webhooks/webhook-settings.ts";
export { webhookTypes } from "./webhooks/webhook-types.ts";
export type { FileClock, FileIntegration, WorldFile } from "./world-file/world-file.ts";
