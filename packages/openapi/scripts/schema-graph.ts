import type { OpenApiDocument, SchemaObject } from "./document.ts";

/** The named schemas in the document's order, each with its text and the names that it leads to. */
export type SchemaGraph = ReadonlyMap<string, SchemaNode>;

interface SchemaNode {
  readonly schema: SchemaObject;
  readonly text: string;
  readonly leadsTo: readonly string[];
}

/** Writes each schema as a text once, as every domain asks which of them it is made of. */
export function graphOf({ components }: OpenApiDocument): SchemaGraph {
  const nodes = Object.entries(components.schemas).map(([name, schema]): [string, SchemaNode] => {
    const text = JSON.stringify(schema);
    return [name, { schema, text, leadsTo: namesIn(text) }];
  });
  return new Map(nodes);
}

/** What a text leads to, directly or through others, in the document's order. */
export function reachedFrom(text: string, graph: SchemaGraph): SchemaGraph {
  const reached = new Set<string>();
  const open = namesIn(text);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(graph.get(name)?.leadsTo ?? []));
  }
  return new Map([...graph].filter(([name]) => reached.has(name)));
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name);
}
