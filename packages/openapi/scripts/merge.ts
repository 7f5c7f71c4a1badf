import { DocumentError, type OpenApiDocument } from "./document.ts";
import { type Fragment, FragmentError, pathOf, pointerOf } from "./fragment.ts";

/** The fragment that defined each merged key, by the key's JSON pointer. */
export type Origins = ReadonlyMap<string, Fragment>;

/** Merges fragments into one document; a key defined twice is an error. */
export function mergeFragments(fragments: readonly Fragment[]): {
  document: OpenApiDocument;
  origins: Origins;
} {
  const merged: Record<string, unknown> = {};
  const origins = new Map<string, Fragment>();
  for (const fragment of fragments) {
    for (const { path, leaf } of fragment.parts) {
      const holder = branchAt(merged, leaf ? path.slice(0, -1) : path);
      if (!leaf) continue;
      const pointer = pointerOf(path);
      const first = origins.get(pointer);
      if (first) {
        throw new FragmentError(
          `${fragment.placeOf(path)}: "${pointer}" is already defined at ${first.placeOf(path)}.`,
        );
      }
      holder[path.at(-1) ?? ""] = leaf.value;
      origins.set(pointer, fragment);
    }
  }
  return { document: merged as unknown as OpenApiDocument, origins };
}

/** What stands at a path of branches, made where it is missing. */
function branchAt(root: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
  let at = root;
  for (const key of path) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  return at;
}

/** The `file:line` of a place in the merged document, or of what is nearest above it. */
export function placeOf(pointer: string, origins: Origins): string {
  const path = pathOf(pointer);
  for (let length = path.length; length > 0; length--) {
    const fragment = origins.get(pointerOf(path.slice(0, length)));
    if (fragment) return fragment.placeOf(path);
  }
  return pointer;
}

/** Runs a step of the generation, and tells its faults at the line of the fragment that holds them. */
export function atPlace<T>(origins: Origins, step: () => T): T {
  const rethrow = (error: unknown): never => {
    if (!(error instanceof DocumentError)) throw error;
    throw new FragmentError(`${placeOf(error.pointer, origins)}: ${error.message}`, { cause: error });
  };
  try {
    const result = step();
    // A promise is caught too, so that one function serves both kinds of steps.
    return result instanceof Promise ? (result.catch(rethrow) as T) : result;
  } catch (error) {
    return rethrow(error);
  }
}
