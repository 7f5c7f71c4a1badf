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
  // A factory has the name of its slice; some are older than that rule and are called like their entity.
  const [factory, ofEntity] = [stem, own].map((one) => `packages/factories/src/${domain}/${one}.factory.ts`);
  return {
    fragment: `packages/openapi/spec/${domain}/${stem}.openapi.yaml`,
    factory: factory && ofEntity && !exists(factory) && exists(ofEntity) ? ofEntity : (factory ?? ""),
    collection: `packages/factories/src/${domain}/${stem}.collection.ts`,
    handlers: `packages/msw/src/${domain}/${stem}.handlers.ts`,
    test: `packages/msw/test/${domain}/${stem}.test.ts`,
  };
}

/** Whether a file of the repository exists. */
export function exists(file: string): boolean {
  return existsSync(join(root, file));
}

/** The file in which an operation's behaviour is made; null where it has none. */
export function behaviourOf({ name }: SliceOperation): string | null {
  const made = new RegExp(`\\(\\s*"${escaped(name)}"`);
  const found =
    behaviourFiles.find(({ text }) => made.test(text)) ??
    behaviourFiles.find(({ text }) => text.includes(`"${name}"`));
  return found?.file ?? null;
}

/** The tests of the mock and its doors that name an operation, ask its path, or call its SDK method. */
export function testsOf(operations: readonly SliceOperation[]): string[] {
  const mentions = operations.flatMap(mentionsOf);
  const named = testFiles.filter(({ text }) => mentions.some((mention) => mention.test(text)));
  return [...new Set(named.map(({ file }) => file))].sort();
}

/** Ways in which a test spells an operation; a test of one domain may leave out the domain in paths. */
function mentionsOf({ name, path, collection, sdk }: SliceOperation): RegExp[] {
  const [method = ""] = name.split(" ");
  const [domain = ""] = collection.split(".");
  const pattern = (text: string) => escaped(text).replaceAll(/\\\{\w+\\\}/g, "(?:\\$\\{[^}]*\\}|[\\w:%.-]+)");
  const own = path.startsWith(`/${domain}/`) ? path.slice(domain.length + 1) : path;
  const paths = `(?:${pattern(path)}|${pattern(own)})`;
  return [
    new RegExp(`"${escaped(name)}"`),
    new RegExp(`["'\`]${method} (?:/v1)?${pattern(path)}["'\`?]`),
    new RegExp(`"${method}", ["'\`]${paths}["'\`?]`),
    ...(method === "GET"
      ? [new RegExp(`["'\`]${pattern(path)}["'\`?]`), new RegExp(`read\\("${pattern(own.slice(1))}"`)]
      : []),
    ...(sdk ? [new RegExp(`"${escaped(sdk)}"|\\.${escaped(sdk)}\\(`)] : []),
  ];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

interface ReadFile {
  readonly file: string;
  readonly text: string;
}

const read = (pattern: string): ReadFile[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));

const behaviourFiles = read("packages/msw/src/*/*.handlers.ts");

// Tests of the other packages take any operation as their example, which proves nothing of the slice. A file beside a
// test that is called like it, as `official-sdk.calls.ts`, is a part of the test.
const testFiles = read("{packages/msw,apps/*}/test/**/*.ts").flatMap(({ file, text }) => {
  const test = file.replace(/(\/[\w-]+)\.[\w.-]+$/, "$1.test.ts");
  if (file.endsWith(".test.ts")) return [{ file, text }];
  return file.endsWith(".test-d.ts") || !exists(test) ? [] : [{ file: test, text }];
});
