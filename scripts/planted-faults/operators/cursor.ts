import ts from "typescript-api";
import type { Operator } from "../mutation.ts";
import { isNamedProperty, nameOfProperty, removed, renamed, replaced } from "../syntax.ts";
import { reachOf } from "./null-check.ts";

/** The way from page to page: where the cursor goes into the next request, and when a loop ends. */
export const cursor: Operator = {
  name: "cursor",
  plants: "not passed on, misnamed, an end after the first page, no end",
  plant(node) {
    if (isNamedProperty(node) && nameOfProperty(node) === "cursor")
      return [removed(node, node.parent.properties, "not passed on"), renamed(node, "after", "misnamed")];
    const condition =
      ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)
        ? node.expression
        : ts.isForStatement(node)
          ? node.condition
          : undefined;
    if (!condition || !/\bnext(?:_cursor|Cursor)?\b/.test(condition.getText())) return undefined;
    return [
      replaced(condition, "true", "condition always true"),
      { ...replaced(condition, "false", "condition never true"), ...reachOf(condition) },
    ];
  },
};
