import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deleted } from "./deleted.ts";
import { type StageKind, stageNames } from "./stage-kinds.ts";

/** What a stage is made from. */
export interface AtsApplicationStageInputs {
  readonly kind: StageKind;
  readonly tool: string;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

const inputs: AtsApplicationStageInputs = { kind: "applied", tool: "greenhouse", date: "2026-01-15" };

/** Builds a step that applications go through: the first one unless told. */
export const atsApplicationStageFactory = defineFactory("AtsApplicationStage")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ input, pick }) => pick(stageNames(input.kind, input.tool)),
    remote_data: () => null,
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 12, maxDays: 700 }),
    remote_deleted_at: () => null,
    status: (): Entity<"AtsApplicationStage">["status"] => "ACTIVE",
    custom_fields: () => null,
  },
  traits: {
    applied: { input: { kind: "applied" } },
    screening: { input: { kind: "screening" } },
    interview: { input: { kind: "interview" } },
    secondInterview: { input: { kind: "secondInterview" } },
    offer: { input: { kind: "offer" } },
    hired: { input: { kind: "hired" } },
    inactive: { values: { status: "INACTIVE" } },
    deleted,
  },
});
