import ts from "typescript-api";
import type { Operator } from "../mutation.ts";
import { isNamedProperty, misspelt, nameOfProperty, removed, renamed, replaced } from "../syntax.ts";

/** Headers that are sent or read. */
export const header: Operator = {
  name: "header",
  plants: "a name misspelt or left out, a scheme left out or misspelt",
  plant(node, { api }) {
    const name = nameOfProperty(node);
    if (isNamedProperty(node) && name !== undefined && api.headers.has(name.toLowerCase()))
      return [
        renamed(node, misspelt(name), "name misspelt"),
        removed(node, node.parent.properties, "left out"),
      ];
    if (ts.isTemplateHead(node) && /^Bearer /i.test(node.text))
      return [replaced(node, "`${", "scheme left out"), replaced(node, "`Bearr ${", "scheme misspelt")];
    const isRead =
      ts.isStringLiteralLike(node) &&
      ts.isCallExpression(node.parent) &&
      ts.isPropertyAccessExpression(node.parent.expression) &&
      ["get", "has"].includes(node.parent.expression.name.text);
    return isRead && api.headers.has(node.text.toLowerCase())
      ? [replaced(node, JSON.stringify(misspelt(node.text)), "name misspelt where it is read")]
      : undefined;
  },
};
