import { choicesAt } from "../choices.ts";
import { type CatalogueTool, findTool } from "./catalogue/tools.ts";

const colors = ["#3b5b92", "#5b7f3a", "#8a4f7d", "#a15c38", "#2f7f86", "#6b5ca5"] as const;

/** A tool by its id. One that the catalogue does not hold gets a plain persona that supports everything. */
export function toolOf(id: string): CatalogueTool {
  return (
    findTool(id) ?? {
      id,
      label: id.charAt(0).toUpperCase() + id.slice(1),
      categories: ["HRIS", "ATS", "ASSESSMENT", "LMS"],
      color: choicesAt(1, id, "tool.color").pick(colors),
      apis: [],
    }
  );
}
