import ts from "typescript-api";
import type { Operator } from "../mutation.ts";
import { misspelt, replaced } from "../syntax.ts";

const methods: Readonly<Record<string, string>> = {
  GET: "POST",
  POST: "PUT",
  PUT: "POST",
  PATCH: "PUT",
  DELETE: "GET",
};

/** Paths of the API, its base address, and the methods with which they are called. */
export const path: Operator = {
  name: "path",
  plants: "a letter left out, a plural for a singular, another method, no `/v1`",
  plant(node, { api }) {
    if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
      const [first] = node.parent.arguments;
      const exchanged = api.sdkMethods.get(node.name.text);
      if (node.parent.expression === node && exchanged !== undefined)
        return [replaced(node.name, exchanged, `${exchanged} for ${node.name.text}`)];
      const other = methods[node.name.text.toUpperCase()];
      const isCall = node.parent.expression === node && first && ts.isStringLiteralLike(first);
      return isCall && api.paths.has(first.text) && other
        ? [replaced(node.name, other, `${other} for ${node.name.text}`)]
        : undefined;
    }
    if (!ts.isStringLiteralLike(node)) return undefined;
    const written = JSON.stringify;
    if (/^https?:\/\/.+\/v1$/.test(node.text))
      return [replaced(node, written(node.text.slice(0, -"/v1".length)), "no /v1 in the base address")];
    if (!api.paths.has(node.text)) return undefined;
    const segments = node.text.split("/");
    const last = segments.findLastIndex((one) => one !== "" && !one.startsWith("{"));
    const withLast = (change: (segment: string) => string) =>
      written(segments.with(last, change(segments[last] ?? "")).join("/"));
    return [
      replaced(node, withLast(misspelt), "a letter left out"),
      replaced(node, withLast(otherNumber), "plural and singular exchanged"),
    ];
  },
};

function otherNumber(noun: string): string {
  return noun.endsWith("s") ? noun.slice(0, -1) : `${noun}s`;
}
