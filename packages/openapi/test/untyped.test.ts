import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { readJson } from "./schemas.ts";

/** Places in the generated types that say nothing of what they hold, with the reason. */
const ledger = readJson("facts/untyped.json") as readonly {
  readonly reason: string;
  readonly places: readonly string[];
}[];

/** The places of `unknown` and `Record<string, never>` in declarations, as `Tool.coverage.read_models[]: unknown`. */
function untypedPlaces(declarations: string): string[] {
  const source = ts.createSourceFile("schema.d.ts", declarations, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node, path: readonly string[]): string[] => {
    const text = node.getText(source);
    if (node.kind === ts.SyntaxKind.UnknownKeyword || text === "Record<string, never>") {
      return [`${path.join(".").replace("components.schemas.", "")}: ${text}`];
    }
    const places: string[] = [];
    ts.forEachChild(node, (child) => {
      places.push(...visit(child, pathTo(node, path)));
    });
    return places;
  };
  return visit(source, []);
}

function pathTo(node: ts.Node, path: readonly string[]): readonly string[] {
  const last = path.at(-1) ?? "";
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [node.name.text];
  if (ts.isPropertySignature(node)) return [...path, node.name.getText().replaceAll('"', "")];
  if (ts.isArrayTypeNode(node)) return [...path.slice(0, -1), `${last}[]`];
  if (ts.isIndexSignatureDeclaration(node)) return [...path.slice(0, -1), `${last}{}`];
  return path;
}

test("places are found in lists, maps, unions and aliases", () => {
  const declarations = `
    export interface components { schemas: {
      A: { b: unknown[]; c: { [key: string]: unknown } | null; d: string };
      E: Record<string, never>;
    } }
    type F = { "g/h"?: unknown };`;
  expect(untypedPlaces(declarations)).toEqual([
    "A.b[]: unknown",
    "A.c{}: unknown",
    "E: Record<string, never>",
    "F.g/h: unknown",
  ]);
});

test("the generated types leave open what the ledger lists, and nothing else", () => {
  const declarations = readFileSync(join(import.meta.dirname, "../generated/schema.d.ts"), "utf8");
  // Answers may have any header.
  const places = untypedPlaces(declarations).filter((place) => !place.endsWith(".headers{}: unknown"));
  expect(places.sort()).toEqual(ledger.flatMap((entry) => entry.places).sort());
});

test("each entry of the ledger has a reason and a place", () => {
  expect(ledger.filter(({ reason, places }) => reason === "" || places.length === 0)).toEqual([]);
  expect(new Set(ledger.map(({ reason }) => reason)).size).toBe(ledger.length);
});
