import type { WebhookType } from "../state/root.ts";

/** What came of a webhook that was sent, as a listener is told of it. */
export interface ToldDelivery {
  readonly type: WebhookType;
  /** The integration that it is about; null where it is about none. */
  readonly integration: string | null;
  /** What the receiver answered; null where it did not. */
  readonly status: number | null;
  /** Whether a test had it signed with another secret. */
  readonly isForged: boolean;
  /** When it was announced, by the clock of the environment. */
  readonly at: string;
  /** Which of some lists, such as `GET /hris/employees`, show what a `data-changed` tells of; to be asked at once. */
  readonly showing: (lists: readonly string[]) => readonly string[];
}
