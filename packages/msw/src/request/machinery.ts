import type { OperationRouter, Violation } from "@kombo-mock/contract/judge";
import type { Operation, RequestValidators } from "@kombo-mock/openapi";
import type { Partitions } from "../state/partition.ts";
import type { Root } from "../state/root.ts";
import type { WebhookSettings } from "../webhooks/webhook-settings.ts";
import type { Assume } from "./assumptions.ts";
import type { AnyBehaviour } from "./context.ts";

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
  readonly emit: "all-generations" | "newest";
  readonly checkAnswer: AnswerCheck | undefined;
  /** How webhooks are sent. */
  readonly webhooks: WebhookSettings;
}
