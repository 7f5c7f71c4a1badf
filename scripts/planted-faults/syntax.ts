import ts from "typescript-api";
import type { ApiNames } from "./api-names.ts";
import type { Mutation } from "./mutation.ts";

/** Puts a text in the place of a node. */
export function replaced(node: ts.Node, text: string, what: string): Mutation {
  return { start: node.getStart(), end: node.getEnd(), text, what };
}

/** Takes a member out of a list, with its comma. */
export function removed(node: ts.Node, list: readonly ts.Node[], what: string): Mutation {
  const index = list.indexOf(node);
  const [before, after] = [list[index - 1], list[index + 1]];
  const start = !after && before ? before.getEnd() : node.getStart();
  return { start, end: after ? after.getStart() : node.getEnd(), text: "", what, reach: [rangeOf(node)] };
}

/** Where a node stands. */
export function rangeOf(node: ts.Node): readonly [number, number] {
  return [node.getStart(), node.getEnd()];
}

/** A property with a name that is written down: `{ name: value }`, `{ name }`. */
export type NamedProperty = (ts.PropertyAssignment | ts.ShorthandPropertyAssignment) & {
  readonly parent: ts.ObjectLiteralExpression;
};

/** The name of a named property; undefined for any other node. */
export function nameOfProperty(node: ts.Node): string | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  const { name } = node;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}

/** Gives a property another name. */
export function renamed(property: NamedProperty, name: string, what: string): Mutation {
  const key = JSON.stringify(name);
  return ts.isShorthandPropertyAssignment(property)
    ? replaced(property, `${key}: ${property.name.text}`, what)
    : replaced(property.name, key, what);
}

/** Whether a node is a property of an object literal that has a name. */
export function isNamedProperty(node: ts.Node): node is NamedProperty {
  return nameOfProperty(node) !== undefined && ts.isObjectLiteralExpression(node.parent);
}

/** The names of the properties and variables that an object literal lies in, from the inside. */
function holdersOf(node: ts.Node): string[] {
  const holders: string[] = [];
  for (let at = node.parent; at && !ts.isStatement(at) && !ts.isCallExpression(at); at = at.parent) {
    const name = ts.isVariableDeclaration(at) && ts.isIdentifier(at.name) ? at.name.text : nameOfProperty(at);
    if (name !== undefined) holders.push(name);
  }
  return holders;
}

/** Whether an object literal is what a method of the official SDK is given, or lies in that. */
function isGivenToSdk(node: ts.Node, { sdkMethods }: ApiNames): boolean {
  for (let at: ts.Node = node; at.parent && !ts.isStatement(at); at = at.parent) {
    const { parent } = at;
    if (ts.isCallExpression(parent) && parent.expression !== at)
      return ts.isPropertyAccessExpression(parent.expression) && sdkMethods.has(parent.expression.name.text);
  }
  return false;
}

/** Whether an object literal holds what goes into a request's query or path. */
export function isParameters(object: ts.Node, api: ApiNames): boolean {
  return holdersOf(object).some((one) => one === "query" || one === "path") || isGivenToSdk(object, api);
}

/** Whether an object literal is a request's body, or lies in one. */
export function isInBody(object: ts.Node, api: ApiNames): boolean {
  return holdersOf(object).includes("body") || isGivenToSdk(object, api);
}

/** A name with a letter missing, as one mistypes it: the last but one. */
export function misspelt(name: string): string {
  return name.length < 3 ? `${name}${name.slice(-1)}` : name.slice(0, -2) + name.slice(-1);
}

/** A name in the other convention: `page_size` and `pageSize`, `cursor` and `Cursor`. */
export function otherCase(name: string): string {
  return name.includes("_")
    ? name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    : name.charAt(0).toUpperCase() + name.slice(1);
}
