import { follow } from "./document.ts";
import { compareText, isObject, type JsonObject, listIn, objectIn } from "./json.ts";

/** An operation or a webhook as a document describes it. */
export interface Described {
  /** `"GET /hris/absences"` or `"webhook data-changed"`. */
  readonly name: string;
  readonly operation: JsonObject;
  /** The parameters of the operation and of its path; the operation's own win. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** A parameter, under a key that stays the same when a path parameter is renamed. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly parameter: JsonObject;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
/** OpenAPI says that header parameters of these names mean nothing. */
const ignoredHeaders = ["accept", "content-type", "authorization"];

/** The operations of a document, by method and path without the names of path parameters. */
export function listOperations(document: JsonObject): Map<string, Described> {
  return listItems(document, objectIn(document, "paths"), (path, method) => ({
    key: `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`,
    name: `${method.toUpperCase()} ${path}`,
    path,
  }));
}

/** The webhooks of a document, by name. OpenAPI 3.0 has no place for them but an extension. */
export function listWebhooks(document: JsonObject): Map<string, Described> {
  const webhooks = { ...objectIn(document, "x-webhooks"), ...objectIn(document, "webhooks") };
  const several = (name: string) =>
    Object.keys(follow(document, webhooks[name]) ?? {}).filter((key) => methods.includes(key)).length > 1;
  return listItems(document, webhooks, (name, method) => {
    const spelling = several(name) ? `webhook ${name} (${method.toUpperCase()})` : `webhook ${name}`;
    return { key: spelling, name: spelling, path: "" };
  });
}

function listItems(
  document: JsonObject,
  items: JsonObject,
  name: (path: string, method: string) => { key: string; name: string; path: string },
): Map<string, Described> {
  const found = new Map<string, Described>();
  for (const itemName of Object.keys(items).sort(compareText)) {
    const item = follow(document, items[itemName]) ?? {};
    for (const method of methods) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const { key, path, ...named } = name(itemName, method);
      const parameters = new Map([
        ...readParameters(document, item, path),
        ...readParameters(document, operation, path),
      ]);
      found.set(key, { ...named, operation, parameters });
    }
  }
  return found;
}

function readParameters(document: JsonObject, parent: JsonObject, path: string): [string, Parameter][] {
  const order = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return listIn(parent, "parameters").flatMap((one): [string, Parameter][] => {
    const parameter = follow(document, one);
    const [name, place] = [parameter?.["name"], parameter?.["in"]];
    if (!parameter || typeof name !== "string" || typeof place !== "string") return [];
    const lower = name.toLowerCase();
    if (place === "header" && ignoredHeaders.includes(lower)) return [];
    const spelling = place === "path" ? String(order.indexOf(name)) : place === "header" ? lower : name;
    return [[`${place} ${spelling}`, { name, in: place, parameter }]];
  });
}
