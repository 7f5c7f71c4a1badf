import type { Operator } from "../mutation.ts";
import {
  isNamedProperty,
  isParameters,
  misspelt,
  nameOfProperty,
  otherCase,
  removed,
  renamed,
} from "../syntax.ts";

/** Parameters of path and query, where a request is put together. */
export const parameter: Operator = {
  name: "parameter",
  plants: "a name misspelt, in the other case, left out",
  plant(node, { api }) {
    const name = nameOfProperty(node);
    if (!isNamedProperty(node) || name === undefined || !api.parameters.has(name)) return undefined;
    if (!isParameters(node.parent, api)) return undefined;
    return [
      renamed(node, misspelt(name), "misspelt"),
      renamed(node, otherCase(name), "in the other case"),
      removed(node, node.parent.properties, "left out"),
    ];
  },
};
