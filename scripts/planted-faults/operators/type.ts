import ts from "typescript-api";
import type { Mutation, Operator } from "../mutation.ts";
import { isInBody, isNamedProperty, isParameters, nameOfProperty, replaced } from "../syntax.ts";

/** The type of values that are sent, by what the API has under their names. */
export const type: Operator = {
  name: "type",
  plants: "a text for a number or boolean, a number or a list for a text",
  plant(node, { api }) {
    const name = nameOfProperty(node);
    if (!isNamedProperty(node) || name === undefined) return undefined;
    const isSent =
      (api.parameters.has(name) && isParameters(node.parent, api)) ||
      (api.bodyKeys.has(name) && isInBody(node.parent, api));
    const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
    if (!isSent || ts.isObjectLiteralExpression(value)) return undefined;
    const source = value.getText();
    const to = (text: string, what: string): Mutation =>
      replaced(node, `${JSON.stringify(name)}: ${text}`, what);
    if (api.notTexts.has(name)) return [to(`String(${source})`, "a text for it")];
    return [
      to(`Number.parseFloat(${source})`, "a number for a text"),
      to(`[${source}, "more"]`, "a list for a text"),
    ];
  },
};
