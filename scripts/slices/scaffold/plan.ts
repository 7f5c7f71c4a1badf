import { basename } from "node:path";
import type { OpenApiDocument } from "../../../packages/openapi/scripts/document.ts";
import { flatten, type Schema } from "../document.ts";
import { exists, findSlice, type Slice } from "../find-slice.ts";
import { entityStem, factoryConstant, type SliceNames } from "../names.ts";
import { collectionScaffold } from "./collection.ts";
import { factoryScaffold, inputsOf } from "./factory.ts";
import { fragmentScaffold, newEntity, newListPath } from "./fragment.ts";
import { handlersScaffold } from "./handlers.ts";
import { testScaffold } from "./test.ts";

/** One file of a slice: its text, or why none can be made. */
export interface PlannedFile {
  readonly path: string;
  readonly text?: string;
  readonly why?: string;
}

/** The files that a slice needs, and what nobody but a person can add. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly leftToDo: readonly string[];
}

/** Plans a slice: as the document has it, or as it will after a fragment of its own was made. */
export function planSlice(document: OpenApiDocument, names: SliceNames): Plan {
  const slice = findSlice(document, names);
  const isNew = slice.operations.length === 0;
  const entity = slice.entity ?? (isNew ? (names.entities[0] ?? null) : null);
  const list = isNew
    ? { name: `GET ${newListPath(names)}`, path: newListPath(names), keys: ["next", "results"] }
    : slice.list && { ...slice.list, keys: slice.list.list?.keys ?? [] };
  // Handlers page through a collection, so a list that has no pages is an action, which has to be thought of.
  const paged = list?.keys.includes("next") ? list : null;
  const files = [
    fragmentFile(document, slice, isNew ? entity : null),
    ...recordFiles(document, slice, { entity, isListed: paged !== null }),
    paged
      ? { path: slice.files.handlers, text: handlersScaffold(names, paged) }
      : noList(slice.files.handlers),
    paged && isPlain(paged.path)
      ? { path: slice.files.test, text: testScaffold(names, paged) }
      : noList(slice.files.test),
  ];
  return { files, leftToDo: leftToDo(slice, { isNew, entity, isListed: paged !== null }) };
}

function fragmentFile(document: OpenApiDocument, slice: Slice, entity: string | null): PlannedFile {
  const path = slice.files.fragment;
  if (entity) return { path, text: fragmentScaffold(document, slice.names, entity) };
  return { path, why: "the document has this slice already" };
}

function recordFiles(
  document: OpenApiDocument,
  { names, files }: Slice,
  { entity, isListed }: { entity: string | null; isListed: boolean },
): PlannedFile[] {
  const paths = [files.factory, files.collection];
  if (!entity) return paths.map((path) => ({ path, why: "the document has no entity of that name" }));
  const schema: Schema = document.components.schemas[entity] ?? newEntity(names);
  const factoryStem = basename(files.factory, ".factory.ts");
  const stem = entityStem(entity, names.domain);
  const factory = factoryScaffold(document, { entity, schema, stem });
  if (!factory) return paths.map((path) => ({ path, why: `"${entity}" has no properties to make` }));
  const model = flatten(document, schema)["x-kombo-models"]?.[0] ?? null;
  const about = { entity, factoryStem, inputs: inputsOf(document, schema), model };
  return [
    { path: files.factory, text: factory },
    isListed
      ? { path: files.collection, text: collectionScaffold(names, about) }
      : { path: files.collection, why: "no operation pages through its records" },
  ];
}

function noList(path: string): PlannedFile {
  return { path, why: "the document has no operation that pages through a whole collection" };
}

/** Whether a path can be requested with nothing but an integration. */
function isPlain(path: string): boolean {
  return !path.replace("{integration_id}", "").includes("{");
}

function leftToDo(
  { names, operations, list }: Slice,
  { isNew, entity, isListed }: { isNew: boolean; entity: string | null; isListed: boolean },
): string[] {
  const { domain, listConstant, collectionConstant } = names;
  const others = operations.filter(({ name }) => !isListed || name !== list?.name).map(({ name }) => name);
  const domainFile = `packages/msw/src/${domain}/${domain}.domain.ts`;
  const behaviours = [
    ...(isListed ? [listConstant] : []),
    ...(others.length > 0 ? ["the other behaviours"] : []),
  ];
  return [
    ...(isNew
      ? [
          `Describe "${entity}" and its operations in the fragment, add x-sdk-method where the SDK has one; then: pnpm generate`,
        ]
      : []),
    ...(entity
      ? [
          `Give the factory's fields values that make sense; export ${factoryConstant(entity)} from packages/factories/src/index.ts.`,
        ]
      : []),
    ...(entity && isListed
      ? [
          `Say which records a world has in the collection, and what they refer to; export ${collectionConstant} from packages/factories/src/worlds/index.ts.`,
        ]
      : []),
    ...(others.length > 0 ? [`Write the behaviours of ${others.join(", ")}.`] : []),
    exists(domainFile)
      ? `Add ${behaviours.join(" and ")}${isListed ? ` and ${collectionConstant}` : ""} to ${domainFile}.`
      : `Make the domain in ${domainFile}, add it to packages/msw/src/all-domains.ts.`,
    "Then: pnpm generate, pnpm format, pnpm test.",
  ];
}
