import type { Category, Entity, IntegrationDetailsInputs } from "@kombo-mock/factories";
import type { SetupStep } from "@kombo-mock/factories/worlds";
import { type ErrorCode, errorCodes } from "../request/error-codes.ts";
import type { Fault, FaultEffect } from "../state/fault.ts";
import type { SyncEnd } from "../state/lifecycle/sync-ends.ts";
import type { DataShape, IntegrationState } from "../state/root.ts";

/** Something that can be the matter with an integration: what a test card, a trait and a scenario of its name bring about. */
export interface Condition {
  /** What it does, in words. */
  readonly does: string;
  /** The tools of its documented test cards, by category. It is a condition of these categories only. */
  readonly tools: Readonly<Partial<Record<Category, string>>>;
  /** `environment`: a scenario of its name is about every request, unless an integration is named. */
  readonly about?: "environment";
  readonly status?: Entity<"IntegrationStatus">;
  readonly setup_status?: Entity<"SetupStatus">;
  readonly qa_status?: IntegrationState["qaStatus"];
  readonly setup_steps?: readonly SetupStep[];
  /** Makes the synced data expired as of now, or valid. */
  readonly data_expired?: boolean;
  /** How syncs end by themselves, until one succeeds. */
  readonly syncs_end?: SyncEnd;
  /** What differs in coverage and scope, by category. */
  readonly scope?: Readonly<Partial<Record<Category, ConditionScope>>>;
  readonly faults?: readonly ConditionFault[];
  /** What records there are, in place of the world's. */
  readonly data?: DataShape;
  /** The integration is not there any more. */
  readonly isDeleted?: true;
  /** Takes away what other conditions brought, faults too. */
  readonly isWell?: true;
}

/** Coverage, settings and opt-outs by datapoint. */
export type ConditionScope = Partial<Pick<IntegrationDetailsInputs, "coverage" | "settings" | "optedOut">>;

/** A fault without what it is about: it meets all requests unless told. */
export type ConditionFault = Pick<Fault, "stage" | "effect"> &
  Partial<Pick<Fault, "times" | "every">> & {
    /** One such fault for each write operation of the category, in place of one for all operations. */
    readonly perWrite?: true;
  };

/** An error in the vendor's envelope, before the API looks at a request or when the tool does. */
export function failing(
  stage: Fault["stage"],
  code: ErrorCode,
  message: string,
  often: Pick<ConditionFault, "times" | "every"> = {},
): ConditionFault {
  return { stage, effect: { kind: "error", code, status: errorCodes[code].status, message }, ...often };
}

/** Something on the way back of every answer. */
export function answering(effect: FaultEffect): ConditionFault {
  return { stage: "answer", effect };
}
