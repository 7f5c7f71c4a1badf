import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { isMap, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { OpenApiDocument } from "./document.ts";

/** A fault of a fragment, told as `file:line: what is wrong`. */
export class FragmentError extends Error {
  override name = "FragmentError";
}

/** How deep a section's keys are merged; what is deeper belongs to one fragment alone. */
const mergedDepth: Record<string, number> = { paths: 2, components: 2, webhooks: 1 };

/** Where each merged key was defined, as `file:line`, by its slash-separated path. */
export type Origins = Map<string, string>;

/** Merges all fragments of a folder into one document; a key defined twice is an error. */
export function mergeFragments(folder: string): { document: OpenApiDocument; origins: Origins } {
  const files = globSync(`${folder}/**/*.openapi.yaml`).sort();
  const merged: Record<string, unknown> = {};
  const origins: Origins = new Map();
  for (const file of files) mergeFile(file, merged, origins);
  return { document: merged as unknown as OpenApiDocument, origins };
}

function mergeFile(file: string, merged: Record<string, unknown>, origins: Origins): void {
  const name = relative(process.cwd(), file);
  const lines = new LineCounter();
  const yaml = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  for (const error of yaml.errors) {
    throw new FragmentError(`${name}:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`);
  }

  const mergeMap = (map: YAMLMap, target: Record<string, unknown>, path: string, depth: number): void => {
    for (const pair of map.items as Pair<Node & { value: unknown }, Node>[]) {
      const key = String(pair.key.value);
      const here = path ? `${path}/${key.replaceAll("/", "~1")}` : key;
      const place = `${name}:${lines.linePos(pair.key.range?.[0] ?? 0).line}`;
      const deeper = path ? depth - 1 : (mergedDepth[key] ?? 0);
      if (deeper > 0 && (target[key] === undefined || typeof target[key] === "object")) {
        const branch = (target[key] ?? {}) as Record<string, unknown>;
        target[key] = branch;
        if (!isMap(pair.value)) throw new FragmentError(`${place}: "${here}" must hold keys.`);
        mergeMap(pair.value as YAMLMap, branch, here, deeper);
        continue;
      }
      if (key in target) {
        throw new FragmentError(`${place}: "${here}" is already defined at ${origins.get(here)}.`);
      }
      target[key] = pair.value?.toJSON?.() ?? null;
      origins.set(here, place);
    }
  };
  if (!isMap(yaml.contents))
    throw new FragmentError(`${name}:1: A fragment must hold keys such as \`paths\`.`);
  mergeMap(yaml.contents as YAMLMap, merged, "", 0);
}

/** Fails when a `$ref` leads nowhere, naming the fragment that holds it. */
export function checkReferences(document: OpenApiDocument, origins: Origins): void {
  const root = document as unknown as Record<string, unknown>;
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const here = path ? `${path}/${key.replaceAll("/", "~1")}` : key;
      if (key === "$ref" && typeof child === "string") {
        const found = child
          .replace("#/", "")
          .split("/")
          .reduce<unknown>((at, segment) => (at as Record<string, unknown> | undefined)?.[segment], root);
        if (found === undefined)
          throw new FragmentError(`${placeOf(path, origins)}: "${child}" leads nowhere.`);
      }
      visit(child, here);
    }
  };
  visit(root, "");
}

/** The `file:line` of the nearest merged key above a path. */
export function placeOf(path: string, origins: Origins): string {
  const segments = path.split("/");
  for (let length = segments.length; length > 0; length--) {
    const place = origins.get(segments.slice(0, length).join("/"));
    if (place) return place;
  }
  return path;
}
