import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApiDocument } from "../../packages/openapi/scripts/document.ts";
import { root } from "../run.ts";
import { readOperations, type SliceOperation } from "./document.ts";
import { entityStem, type SliceNames, singular } from "./names.ts";

/** The files of a slice, from the repository's root. */
interface SliceFiles {
  readonly fragment: string;
  readonly factory: string;
  readonly collection: string;
  readonly handlers: string;
  readonly test: string;
}

/** What the document says of a slice, and where its files are or would be. */
export interface Slice {
  readonly names: SliceNames;
  readonly operations: readonly SliceOperation[];
  /** The operation that lists its records; null where there is none. */
  readonly list: SliceOperation | null;
  /** The entity that its factory builds; null where the document has none. */
  readonly entity: string | null;
  readonly files: SliceFiles;
}

/** The slices of the document, as `"hris/absence-types"`. */
export function listSlices(document: OpenApiDocument): string[] {
  const slices = readOperations(document).map(({ collection }) => collection.replace(".", "/"));
  return [...new Set(slices)].sort();
}

/** A slice as the document has it; one without operations is not there yet. */
export function findSlice(document: OpenApiDocument, names: SliceNames): Slice {
  const operations = readOperations(document).filter(({ collection }) => collection === names.collection);
  const list = listOperationOf(operations);
  const byRule = names.entities.find((name) => document.components.schemas[name]);
  const entity = byRule ?? list?.list?.entity ?? null;
  return { names, operations, list, entity, files: filesOf(names, entity) };
}

/** The one with the shortest path, where there are several: the others list a part. */
function listOperationOf(operations: readonly SliceOperation[]): SliceOperation | null {
  return operations.filter(({ list }) => list).sort((a, b) => a.path.length - b.path.length)[0] ?? null;
}

function filesOf({ domain, stem }: SliceNames, entity: string | null): SliceFiles {
  const own = entity ? entityStem(entity, domain) : singular(stem);
  return {
    fragment: `packages/openapi/spec/${domain}/${stem}.openapi.yaml`,
    factory: `packages/factories/src/${domain}/${own}.factory.ts`,
    collection: `packages/factories/src/${domain}/${stem}.collection.ts`,
    handlers: `packages/msw/src/${domain}/${stem}.handlers.ts`,
    test: `packages/msw/test/${domain}.${stem}.test.ts`,
  };
}

/** Whether a file of the repository exists. */
export function exists(file: string): boolean {
  return existsSync(join(root, file));
}

/** The tests of the mock and its doors that name an operation of a slice, or call its SDK method. */
export function testsOf(operations: readonly SliceOperation[]): string[] {
  const mentions = operations.flatMap(({ name, sdk }) => [`"${name}"`, ...(sdk ? [`.${sdk}(`] : [])]);
  // Tests of the other packages take any operation as their example, which proves nothing of the slice.
  return globSync("{packages/msw,apps/*}/test/**/*.test.ts", { cwd: root })
    .filter((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return mentions.some((mention) => text.includes(mention));
    })
    .sort();
}
