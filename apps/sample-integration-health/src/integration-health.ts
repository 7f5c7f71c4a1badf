import type { GetIntegrationsIntegrationIdPositiveResponseData as Details } from "@kombo-api/sdk/models";
import { type DatapointHealth, describeReadModel, describeWriteAction } from "./datapoint-health.ts";

/** What can be wrong with an integration as a whole. */
export type ProblemKind =
  | "reconnect-required"
  | "disabled"
  | "setup-unfinished"
  | "final-sync-running"
  | "data-expired";

/** Something that is wrong with an integration as a whole. */
export interface Problem {
  readonly kind: ProblemKind;
  /** An ISO instant; null where the API does not tell. */
  readonly since: string | null;
}

/** What works in an integration, what does not, and why. */
export interface HealthReport {
  readonly integration: {
    readonly id: string;
    readonly tool: string;
    readonly category: Details["category"];
    readonly isBeta: boolean;
    readonly scopeConfig: string;
  };
  readonly customer: {
    readonly name: string;
    /** Who connected the tool. */
    readonly email: string | null;
  };
  /** An ISO instant. */
  readonly checkedAt: string;
  /** True when there is no problem, and every model, action and field is available. */
  readonly healthy: boolean;
  readonly problems: readonly Problem[];
  readonly readModels: readonly DatapointHealth[];
  readonly writeActions: readonly DatapointHealth[];
}

const statusProblems = {
  ACTIVE: [],
  INVALID: [{ kind: "reconnect-required", since: null }],
  INACTIVE: [{ kind: "disabled", since: null }],
} satisfies Record<Details["status"], Problem[]>;

const setupProblems = {
  COMPLETED: [],
  INCOMPLETE: [{ kind: "setup-unfinished", since: null }],
  FINAL_SYNC_PENDING: [{ kind: "final-sync-running", since: null }],
} satisfies Record<Details["setup_status"], Problem[]>;

/** Reads the details of an integration for an operator. */
export function describeHealth(details: Details, now: Date): HealthReport {
  const { id, tool, category, beta, scope_config, end_user } = details;
  const problems = problemsOf(details);
  const readModels = details.read_models.map(describeReadModel);
  const writeActions = details.write_actions.map(describeWriteAction);
  return {
    integration: {
      id,
      tool: tool.label,
      category,
      isBeta: beta,
      scopeConfig: scope_config.name ?? scope_config.id,
    },
    customer: { name: end_user.organization_name, email: end_user.creator_email },
    checkedAt: now.toISOString(),
    healthy: problems.length === 0 && [...readModels, ...writeActions].every(isWhollyAvailable),
    problems,
    readModels,
    writeActions,
  };
}

function problemsOf({ status, setup_status, data_expired_at }: Details): Problem[] {
  const problems: Problem[] = [...statusProblems[status], ...setupProblems[setup_status]];
  if (data_expired_at) problems.push({ kind: "data-expired", since: data_expired_at.toISOString() });
  return problems;
}

function isWhollyAvailable({ available, fields }: DatapointHealth): boolean {
  return available && fields.every((field) => field.available);
}
