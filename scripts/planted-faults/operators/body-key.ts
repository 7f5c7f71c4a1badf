import ts from "typescript-api";
import type { Operator } from "../mutation.ts";
import {
  isInBody,
  isNamedProperty,
  misspelt,
  nameOfProperty,
  otherCase,
  removed,
  renamed,
} from "../syntax.ts";

/** Keys of request bodies. */
export const bodyKey: Operator = {
  name: "body key",
  plants: "a key misspelt, in the other case, left out, one too many",
  plant(node, { api }) {
    const isBody = ts.isObjectLiteralExpression(node) && node.properties.length > 0 && isInBody(node, api);
    if (isBody && nameOfProperty(node.parent) === "body") {
      const start = node.getStart() + 1;
      return [{ start, end: start, text: ' "added_by": "us",', what: "one too many" }];
    }
    const name = nameOfProperty(node);
    if (
      !isNamedProperty(node) ||
      name === undefined ||
      !api.bodyKeys.has(name) ||
      !isInBody(node.parent, api)
    )
      return undefined;
    return [
      renamed(node, misspelt(name), "misspelt"),
      renamed(node, otherCase(name), "in the other case"),
      removed(node, node.parent.properties, "left out"),
    ];
  },
};
