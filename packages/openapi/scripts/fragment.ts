import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";

/** A fault of a fragment, told as `file:line: what is wrong`. */
export class FragmentError extends Error {
  override name = "FragmentError";
}

/** A key that a fragment brings to the merged document; one without a value holds further keys. */
interface Part {
  readonly path: readonly string[];
  readonly leaf?: { readonly value: unknown };
}

/** A parsed fragment. */
export interface Fragment {
  readonly file: string;
  readonly text: string;
  readonly parts: readonly Part[];
  /** The whole of it, as plain values. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The `file:line` of the deepest key along a path that this fragment has. */
  placeOf(path: readonly string[]): string;
}

/** How deep a section's keys are merged; what is deeper belongs to one fragment alone. */
const mergedDepth: Record<string, number> = { paths: 2, components: 2, webhooks: 1 };

/** Reads the fragments of a folder, by their names; a fragment whose text did not change is not parsed again. */
export function createFragmentReader(folder: string): () => readonly Fragment[] {
  let known = new Map<string, Fragment>();
  return () => {
    const files = globSync(`${folder}/**/*.openapi.yaml`).sort();
    const fragments = files.map((file) => {
      const text = readFileSync(file, "utf8");
      const before = known.get(file);
      return before?.text === text ? before : parseFragment(file, text);
    });
    known = new Map(fragments.map((fragment) => [fragment.file, fragment]));
    return fragments;
  };
}

/** Parses a fragment, and fails at the line of what is not YAML or holds no keys where keys belong. */
export function parseFragment(file: string, text: string): Fragment {
  const name = relative(process.cwd(), file);
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const placeAt = (offset: number) => `${name}:${lines.linePos(offset).line}`;
  for (const error of yaml.errors) {
    throw new FragmentError(`${placeAt(error.pos[0])}: ${error.message.split("\n")[0]}`);
  }
  const root = yaml.contents;
  if (!isMap(root)) throw new FragmentError(`${name}:1: A fragment must hold keys such as \`paths\`.`);

  const content = yaml.toJSON() as Content;

  const partsOf = (values: Content, above: readonly string[], depth: number): Part[] =>
    Object.entries(values).flatMap(([key, value]): Part[] => {
      const path = [...above, key];
      const deeper = above.length > 0 ? depth - 1 : (mergedDepth[key] ?? 0);
      if (deeper <= 0) return [{ path, leaf: { value } }];
      if (holdsKeys(value)) return [{ path }, ...partsOf(value, path, deeper)];
      throw new FragmentError(`${placeAt(offsetAlong(root, path))}: "${pointerOf(path)}" must hold keys.`);
    });
  return {
    file,
    text,
    content,
    parts: partsOf(content, [], 0),
    placeOf: (path) => placeAt(offsetAlong(root, path)),
  };
}

type Content = Readonly<Record<string, unknown>>;

function holdsKeys(value: unknown): value is Content {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A path as the text of a JSON pointer, without its leading slash. */
export function pointerOf(path: readonly string[]): string {
  return path.map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

/** The path that a JSON pointer spells, with or without its leading `#/`. */
export function pathOf(pointer: string): string[] {
  const segments = pointer.replace(/^#?\/?/, "").split("/");
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Where the deepest key or list item along a path begins. */
function offsetAlong(root: Node, path: readonly string[]): number {
  let at: Node | null = root;
  let offset = offsetOf(root);
  for (const segment of path) {
    if (isMap(at)) {
      const pairs = at.items as Pair<Node, Node | null>[];
      const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === segment);
      if (!pair) break;
      offset = offsetOf(pair.key);
      at = pair.value;
    } else if (isSeq(at)) {
      const item = at.items[Number(segment)] as Node | undefined;
      if (!item) break;
      offset = offsetOf(item);
      at = item;
    } else break;
  }
  return offset;
}
