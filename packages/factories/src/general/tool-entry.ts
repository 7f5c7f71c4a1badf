import type { Entity } from "../define-factory.ts";
import { features } from "./catalogue/features.ts";
import { type Category, readModels } from "./catalogue/read-models.ts";
import { actionsOf } from "./catalogue/tool-actions.ts";
import type { CatalogueTool } from "./catalogue/tools.ts";
import { toolCoverage } from "./datapoints.ts";
import { drawIcon, drawLogo } from "./icon.ts";

/** A tool as `GET /tools/{category}` lists it, with what it covers in that category. */
export function toolEntry(tool: CatalogueTool, category: Category): Entity<"Tool"> {
  return {
    id: tool.id,
    label: tool.label,
    internal_label: tool.internal_label ?? null,
    assets: {
      logo_url: drawLogo(tool.label, tool.color),
      icon_url: drawIcon(tool.label, tool.color),
      icon_black_url: drawIcon(tool.label, "#000000"),
    },
    paid_api_details_markdown: null,
    fast_track_details_markdown: null,
    partner_only_details_markdown: null,
    connection_guide_url: null,
    coverage: {
      read_models: readModels[category].map((model) => coverageEntry(tool, model)),
      write_actions: actionsOf(category, tool.id).map((action) => coverageEntry(tool, action)),
      features: features[category].map(({ id, label }) => ({
        id,
        label,
        coverage_status: toolCoverage(tool, id),
      })),
    },
  };
}

/** A field is covered at most as well as its model or action. */
function coverageEntry(
  tool: CatalogueTool,
  { id, label, fields }: { readonly id: string; readonly label: string; readonly fields: readonly string[] },
): Entity<"CoverageEntry"> {
  const coverage_status = toolCoverage(tool, id);
  return {
    id,
    label,
    coverage_status,
    fields: fields.map((field) => {
      const own = toolCoverage(tool, `${id}.${field}`);
      return { id: field, coverage_status: own === "SUPPORTED" ? coverage_status : own };
    }),
  };
}
