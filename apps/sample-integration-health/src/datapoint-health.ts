import type {
  GetIntegrationsIntegrationIdPositiveResponseReadModel as ReadModel,
  GetIntegrationsIntegrationIdPositiveResponseReadModelField as ReadModelField,
  GetIntegrationsIntegrationIdPositiveResponseWriteAction as WriteAction,
  GetIntegrationsIntegrationIdPositiveResponseWriteActionField as WriteActionField,
} from "@kombo-api/sdk/models";

/** Why something of an integration is not available. */
export type Obstacle =
  | "unsupported-by-tool"
  | "not-implemented"
  | "coverage-unknown"
  | "disabled-in-scope-config"
  | "opted-out-by-customer"
  | "model-not-available"
  | "action-not-available"
  | "no-reason-given";

/** What is worth knowing beside it, whether it is available or not. */
export type Remark = "left-to-customer";

/** Whether a field of a read model or write action is available, and if not, why. */
export interface FieldHealth {
  readonly id: string;
  readonly available: boolean;
  /** Empty when it is available, never empty when it is not. */
  readonly obstacles: readonly Obstacle[];
  readonly remarks: readonly Remark[];
}

/** The same of a read model or write action, with its fields. */
export interface DatapointHealth extends FieldHealth {
  readonly label: string;
  readonly fields: readonly FieldHealth[];
}

type AnyField = ReadModelField | WriteActionField;

const coverageObstacles = {
  SUPPORTED: [],
  UNSUPPORTED: ["unsupported-by-tool"],
  NOT_IMPLEMENTED: ["not-implemented"],
  UNKNOWN: ["coverage-unknown"],
} satisfies Record<AnyField["coverage_status"], Obstacle[]>;

/** Tells of a read model whether it and its fields can be read. */
export function describeReadModel(model: ReadModel): DatapointHealth {
  return describeDatapoint(model, "model-not-available");
}

/** Tells of a write action whether it can be taken, and which fields it takes. */
export function describeWriteAction(action: WriteAction): DatapointHealth {
  return describeDatapoint(action, "action-not-available");
}

function describeDatapoint(datapoint: ReadModel | WriteAction, whenItIsNot: Obstacle): DatapointHealth {
  const { label, fields, is_available } = datapoint;
  const otherwise = is_available ? "no-reason-given" : whenItIsNot;
  const { id, ...health } = describeOne(datapoint, "no-reason-given");
  return { id, label, ...health, fields: fields.map((field) => describeOne(field, otherwise)) };
}

function describeOne(datapoint: ReadModel | WriteAction | AnyField, otherwise: Obstacle): FieldHealth {
  const { id, is_available: available } = datapoint;
  // The API decides what is available. Its other values only explain a no, and do not make one.
  const own = available ? [] : ownObstacles(datapoint);
  const obstacles = available || own.length > 0 ? own : [otherwise];
  return {
    id,
    available,
    obstacles,
    remarks: settingOf(datapoint) === "OPTIONAL" ? ["left-to-customer"] : [],
  };
}

function ownObstacles(datapoint: ReadModel | WriteAction | AnyField): Obstacle[] {
  const obstacles: Obstacle[] = [...coverageObstacles[datapoint.coverage_status]];
  if (settingOf(datapoint) === "DISABLED") obstacles.push("disabled-in-scope-config");
  if ("opted_out_by_customer" in datapoint && datapoint.opted_out_by_customer) {
    obstacles.push("opted-out-by-customer");
  }
  return obstacles;
}

/** Fields of a write action have no setting: they can be neither scoped nor opted out of. */
function settingOf(datapoint: ReadModel | WriteAction | AnyField) {
  return "scope_config_setting" in datapoint ? datapoint.scope_config_setting : undefined;
}
