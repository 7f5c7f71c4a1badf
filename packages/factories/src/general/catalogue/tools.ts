import type { features } from "./features.ts";
import type { Category, readModels } from "./read-models.ts";
import { assessmentTools } from "./tools.assessment.ts";
import { atsTools } from "./tools.ats.ts";
import { hrisTools } from "./tools.hris.ts";
import { lmsTools } from "./tools.lms.ts";
import type { writeActions } from "./write-actions.ts";

type Model = (typeof readModels)[Category][number];
type Action = (typeof writeActions)[Category][number];
type Feature = (typeof features)[Category][number];

type FieldOf<Entry extends Model | Action> = Entry extends Entry
  ? `${Entry["id"]}.${Entry["fields"][number]}`
  : never;

/** What can be covered: a model, an action or a feature by its id, or one field as `<id>.<field>`. */
type CoverageKey = Model["id"] | Action["id"] | Feature["id"] | FieldOf<Model | Action>;

// Coverage is a persona: believable for the tool, but not a statement of what its real connector covers.
/** A tool that can be connected, supporting all that its categories have except what its three lists name. */
export interface CatalogueTool {
  readonly id: string;
  readonly label: string;
  /** Tells variants of one tool apart. */
  readonly internal_label?: string;
  /** What the tool can be connected as, most usual first. */
  readonly categories: readonly Category[];
  readonly beta?: true;
  /** The colour of the drawn icon, as `#rrggbb`: our own choice, not the brand's. */
  readonly color: string;
  /** The APIs of the tool that passthrough reaches. */
  readonly apis: readonly string[];
  /** `UNSUPPORTED`: the tool itself does not have it. */
  readonly lacks?: readonly string[];
  /** `NOT_IMPLEMENTED`: the tool has it, the connector does not. */
  readonly notImplemented?: readonly string[];
  /** `UNKNOWN`: nobody has looked into it yet. */
  readonly unknown?: readonly string[];
}

/** A tool as the catalogue writes it down, where a misspelt model, action or field is a type error. */
export interface CatalogueEntry extends CatalogueTool {
  readonly lacks?: readonly CoverageKey[];
  readonly notImplemented?: readonly CoverageKey[];
  readonly unknown?: readonly CoverageKey[];
}

/** The id of a tool in the catalogue. */
export type CatalogueToolId = (
  | typeof hrisTools
  | typeof atsTools
  | typeof assessmentTools
  | typeof lmsTools
)[number]["id"];

/** Every tool of the catalogue. */
export const tools: readonly (CatalogueTool & { readonly id: CatalogueToolId })[] = [
  ...hrisTools,
  ...atsTools,
  ...assessmentTools,
  ...lmsTools,
];

/** The tool with this id; always there for an id that the catalogue is known to have. */
export function findTool(id: CatalogueToolId): CatalogueTool;
export function findTool(id: string): CatalogueTool | undefined;
export function findTool(id: string): CatalogueTool | undefined {
  return tools.find((tool) => tool.id === id);
}
