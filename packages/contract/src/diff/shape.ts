import { anything, type Branch, type JsonType, typeOfValue } from "./branch.ts";
import { compareText, type JsonValue, textOf } from "./json.ts";
import type { Node, SchemaReader } from "./schema-reader.ts";

/** A type of value that is not null; integers are numbers. */
export type Kind = Exclude<JsonType, "null" | "integer">;

/** All that a value at one place of a document can be. */
export interface Shape {
  /** Whether any type will do. */
  readonly isAny: boolean;
  /** Without null, and without `integer` where any number will do. */
  readonly types: ReadonlySet<JsonType>;
  readonly isNullable: boolean;
  /** The ways to be valid that are not null. */
  readonly branches: readonly Branch[];
}

/** Listed values of one kind. */
export interface Listed {
  /** By their text. */
  readonly values: ReadonlyMap<string, JsonValue>;
  /** Whether a value of this kind may be none of them. */
  readonly isOpen: boolean;
}

/** The kinds of value that are compared one by one. */
export const kinds: readonly Kind[] = ["boolean", "number", "string", "object", "array"];

/** Reads what a value at a place can be. */
export function shapeOf(reader: SchemaReader, node: Node): Shape {
  const all = reader.branchesOf(node);
  const isAny = all.some(({ types }) => types === null);
  const types = new Set(all.flatMap(({ types }) => [...(types ?? [])]));
  const isNullable = isAny || types.has("null");
  types.delete("null");
  if (types.has("number")) types.delete("integer");
  const branches = all.filter(({ types }) => !types || [...types].some((type) => type !== "null"));
  return { isAny, types: isAny ? new Set() : types, isNullable, branches };
}

/** Whether a shape allows everything there is. */
export function allowsEverything({ isAny, branches }: Shape): boolean {
  const isFree = ({ types, formats, patterns, limits, rules }: Branch) =>
    types === null && formats.length + patterns.length + limits.size + rules.size === 0;
  return isAny && branches.some(isFree);
}

/** A shape's types in words: `string | null`. */
export function wordsOf(shape: Shape): string {
  if (shape.isAny) return "anything";
  const words = [...shape.types].sort(compareText);
  if (shape.isNullable) words.push("null");
  return words.join(" | ") || "nothing";
}

/** Whether a value of a kind can be valid. */
export function allowsKind(shape: Shape, kind: Kind): boolean {
  return shape.branches.some((branch) => isOfKind(branch, kind));
}

/** The branches in which a value of a kind can be valid without being listed. */
export function openBranches(shape: Shape, kind: Kind): Branch[] {
  return shape.branches.filter((branch) => !branch.literals && isOfKind(branch, kind));
}

/** The listed values of a kind. */
export function listedOf(shape: Shape, kind: Kind): Listed {
  const values = new Map<string, JsonValue>();
  for (const { literals } of shape.branches) {
    for (const [text, value] of literals ?? []) if (kindOf(value) === kind) values.set(text, value);
  }
  // Both truth values listed are no list at all.
  const isOpen = openBranches(shape, kind).length > 0 || (kind === "boolean" && values.size === 2);
  return { values: kind === "boolean" && isOpen ? new Map() : values, isOpen };
}

/** What the items of a list can be. */
export function itemsOf(shape: Shape): Node {
  return openBranches(shape, "array").map(({ items }) => items ?? [anything]);
}

/** The value that stands for one left out. */
export function defaultOf({ branches }: Shape): JsonValue | undefined {
  const values = new Map<string, JsonValue>();
  for (const branch of branches) {
    if (branch.default !== undefined) values.set(textOf(branch.default), branch.default);
  }
  const [text] = [...values.keys()].sort(compareText);
  return text === undefined ? undefined : values.get(text);
}

/** Whether every branch is deprecated. */
export function isDeprecated({ branches }: Shape): boolean {
  return branches.length > 0 && branches.every((one) => one.deprecated);
}

function isOfKind({ types }: Branch, kind: Kind): boolean {
  return types === null || types.has(kind) || (kind === "number" && types.has("integer"));
}

function kindOf(value: JsonValue): Kind | undefined {
  const type = typeOfValue(value);
  if (type === "null") return undefined;
  return type === "integer" ? "number" : type;
}
