import { readDocument } from "./document.ts";
import { exists, findSlice, listSlices, type Slice, testsOf } from "./find-slice.ts";
import { didYouMean, NameError, namesOf } from "./names.ts";
import { servedCollections, servedOperations } from "./served.ts";

// Prints what a slice has and lacks: `pnpm slice hris/skills`.
try {
  console.log(describe(find(process.argv[2])));
} catch (error) {
  if (!(error instanceof NameError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function find(name: string | undefined): Slice {
  if (!name) throw new NameError("Which slice? For example: pnpm slice hris/absence-types");
  const document = readDocument();
  const known = listSlices(document);
  const slice = findSlice(document, namesOf(name));
  if (known.includes(name)) return slice;
  if (exists(slice.files.fragment)) {
    throw new NameError(
      `"${name}" has a fragment but no operation in the document: either it describes parts of other slices, or it is new and waits for: pnpm generate`,
    );
  }
  const domain = `${slice.names.domain}/`;
  const beside = known.filter((one) => one.startsWith(domain));
  const all = beside.length > 0 ? beside : [...new Set(known.map((one) => `${one.split("/")[0]}/…`))];
  throw new NameError(`There is no slice "${name}". ${didYouMean(name, known)}There are: ${all.join(", ")}.`);
}

/** One thing that a slice should have, as a line, and what it is called where it lacks. */
interface Part {
  readonly label: string;
  readonly text: string;
  readonly lacks?: string;
}

function describe(slice: Slice): string {
  const { names, operations, list, entity, files } = slice;
  const served = operations.filter(({ name }) => servedOperations.has(name)).length;
  const stored = list?.list?.keys.includes("next") === true;
  const tests = testsOf(operations);
  const parts: Part[] = [
    filePart("fragment", files.fragment),
    { label: "entity", text: entity ?? "none in the document" },
    ...operations.map(({ name }): Part => {
      if (servedOperations.has(name)) return { label: "operation", text: `${name}: served` };
      return { label: "operation", text: `${name}: not yet`, lacks: name };
    }),
    stored || exists(files.factory) ? filePart("factory", files.factory) : unneeded("factory"),
    stored || exists(files.collection) ? collectionPart(slice) : unneeded("collection"),
    filePart("handlers", files.handlers),
    ...tests.map((file): Part => ({ label: "test", text: file })),
    ...(tests.length === 0 ? [{ label: "test", text: "none", lacks: "a test" }] : []),
  ];
  const lines = parts.map(({ label, text }) => `  ${label.padEnd(12)}${text}`);
  return [
    `${names.slice}: ${served} of ${operations.length} operations served`,
    ...lines,
    "",
    closing(parts, names.slice),
  ].join("\n");
}

function filePart(label: string, file: string): Part {
  return exists(file) ? { label, text: file } : { label, text: `lacks ${file}`, lacks: label };
}

function collectionPart({ names, files }: Slice): Part {
  const part = filePart("collection", files.collection);
  if (part.lacks || servedCollections.has(names.collection)) return part;
  const text = `${part.text}, which no served domain has yet`;
  return { ...part, text, lacks: "the collection in its domain" };
}

/** Records of pages are stored; what no operation pages through may do without. */
function unneeded(label: string): Part {
  return { label, text: "none, and no page of results that needs one" };
}

function closing(parts: readonly Part[], slice: string): string {
  const lacking = parts.flatMap(({ lacks }) => lacks ?? []);
  if (lacking.length === 0) return "It lacks nothing.";
  return `It lacks: ${lacking.join(", ")}. Files are begun by: pnpm new ${slice}`;
}
