import type { Entity } from "../define-factory.ts";
import { type CatalogueModel, type Category, readModels } from "./catalogue/read-models.ts";
import { actionsOf } from "./catalogue/tool-actions.ts";
import type { CatalogueTool } from "./catalogue/tools.ts";
import type { CatalogueAction } from "./catalogue/write-actions.ts";
import { toolOf } from "./tool-of.ts";

type CoverageStatus = Entity<"CoverageStatus">;
type ScopeConfigSetting = Entity<"ScopeConfigSetting">;

/**
 * What decides which datapoints of an integration are available. A datapoint is a model or action id
 * (`"hris_absences"`), or one of its fields (`"hris_employees.ssn"`).
 */
export interface DatapointInputs {
  readonly category: Category;
  readonly tool: string;
  /** The scope config's settings; ENABLED where nothing is said. */
  readonly settings: Readonly<Record<string, ScopeConfigSetting>>;
  /** What the customer opted out of. */
  readonly optedOut: readonly string[];
  /** Coverage that differs from the tool's own. */
  readonly coverage: Readonly<Record<string, CoverageStatus>>;
  /** Whether OPTIONAL counts as switched on; nobody published it. */
  readonly optionalIsAvailable: boolean;
  /** The models listed; all of the category unless told. */
  readonly models?: readonly Pick<CatalogueModel, "id" | "label" | "fields">[];
  /** The actions listed; all of the category and the tool unless told. */
  readonly actions?: readonly Pick<CatalogueAction, "id" | "label" | "fields">[];
}

/** The inputs with their tool, which is looked up once and not for each of some two hundred datapoints. */
interface Known extends DatapointInputs {
  readonly persona: CatalogueTool;
}

/** The `read_models` of an integration. */
export function listReadModels(inputs: DatapointInputs): Entity<"ReadModel">[] {
  const known: Known = { ...inputs, persona: toolOf(inputs.tool) };
  return (inputs.models ?? readModels[inputs.category]).map(({ id, label, fields }) => {
    const model = datapoint(known, id);
    return {
      id,
      label,
      ...model,
      fields: fields.map((field) => {
        const own = datapoint(known, `${id}.${field}`, model.coverage_status);
        return { id: field, ...own, is_available: own.is_available && model.is_available };
      }),
    };
  });
}

/** The `write_actions` of an integration. Inputs of an action can be neither scoped nor opted out of. */
export function listWriteActions(inputs: DatapointInputs): Entity<"WriteAction">[] {
  const known: Known = { ...inputs, persona: toolOf(inputs.tool) };
  return (inputs.actions ?? actionsOf(inputs.category, inputs.tool)).map(({ id, label, fields }) => {
    const action = datapoint(known, id);
    return {
      id,
      label,
      ...action,
      fields: fields.map((field) => {
        const coverage_status = coverageOf(known, `${id}.${field}`, action.coverage_status);
        return {
          id: field,
          is_available: action.is_available && coverage_status === "SUPPORTED",
          coverage_status,
        };
      }),
    };
  });
}

function datapoint(inputs: Known, id: string, parent?: CoverageStatus) {
  const coverage_status = coverageOf(inputs, id, parent);
  const scope_config_setting = inputs.settings[id] ?? "ENABLED";
  const opted_out_by_customer = inputs.optedOut.includes(id);
  return {
    is_available:
      coverage_status === "SUPPORTED" &&
      !opted_out_by_customer &&
      (scope_config_setting === "ENABLED" ||
        (scope_config_setting === "OPTIONAL" && inputs.optionalIsAvailable)),
    coverage_status,
    scope_config_setting,
    opted_out_by_customer,
  };
}

/** What the tool covers; a field is covered at most as well as its model or action, its parent. */
function coverageOf(inputs: Known, id: string, parent: CoverageStatus = "SUPPORTED"): CoverageStatus {
  const own = inputs.coverage[id] ?? toolCoverage(inputs.persona, id);
  return own === "SUPPORTED" ? parent : own;
}

/** What a tool of the catalogue covers; it lists only what is not supported. */
export function toolCoverage(tool: CatalogueTool, id: string): CoverageStatus {
  const names = (list: readonly string[] | undefined) => list?.includes(id) === true;
  if (names(tool.lacks)) return "UNSUPPORTED";
  if (names(tool.notImplemented)) return "NOT_IMPLEMENTED";
  return names(tool.unknown) ? "UNKNOWN" : "SUPPORTED";
}
