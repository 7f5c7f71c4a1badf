import { datevTools } from "@kombo-mock/factories";
import type { Root } from "../state/root.ts";

/** The tools whose integrations have the operations of a collection; all other collections belong to every tool. */
const tools: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  // Which of the DATEV tools have them is not published.
  ["custom.datev", datevTools],
  ["custom.silae", ["silae"]],
  ["custom.avionte", ["avionte"]],
]);

/**
 * The tools that a collection is for, by its name or that of its operations: `"custom.datev-pushes"` is one of
 * `"custom.datev"`. Undefined where it is for all.
 */
export function ownTools(collection: string): readonly string[] | undefined {
  return tools.get(collection.split("-", 1)[0] ?? "");
}

/** What is wrong with an integration of another tool, and which one to name instead. */
export function useOtherTool(own: readonly string[], { integrations }: Pick<Root, "integrations">): string {
  const found = Object.values(integrations).find(({ inputs }) => own.includes(inputs.tool));
  const example = found
    ? `, such as "${found.id}"`
    : `; add one with POST /_mock/integrations and {"tool": "${own[0]}"}`;
  return `is of another tool. Name an integration of ${own.join(" or ")} in X-Integration-Id${example}.`;
}
