import { toolEntry, tools } from "@kombo-mock/factories";
import type { Data } from "@kombo-mock/openapi";
import { action } from "../request/behaviours.ts";
import { jsonOf } from "../request/json.ts";

type Tools = Data<"GET /tools/{category}">;

const byCategory = new Map<string, Tools>();

/** The tools of the catalogue that can be connected in a category. */
export const listTools = action("GET /tools/{category}", ({ path }) => {
  // Made once: the catalogue is a constant.
  const known = byCategory.get(path.category) ?? toolsOf(path.category);
  byCategory.set(path.category, known);
  return jsonOf(known);
});

function toolsOf(lowerCase: "hris" | "ats" | "assessment" | "lms"): Tools {
  const category = categories[lowerCase];
  return {
    tools: tools
      .filter((tool) => tool.categories.includes(category))
      .map((tool) => toolEntry(tool, category)),
  };
}

const categories = { hris: "HRIS", ats: "ATS", assessment: "ASSESSMENT", lms: "LMS" } as const;
