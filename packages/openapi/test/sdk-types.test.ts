import { expect, test } from "vitest";
import { document } from "./schemas.ts";
import { compile } from "./sdk-types-compiler.ts";
import { type Difference, differences } from "./sdk-types-differences.ts";

/** The official types that stand among the SDK's errors. */
const errors = ["KomboGeneralErrorData", "KomboHrisErrorData", "KomboAtsErrorData"];

const imports = [
  'import type * as errors from "@kombo-api/sdk/models/errors";',
  'import type * as models from "@kombo-api/sdk/models";',
  'import type * as ours from "@kombo-mock/openapi/sdk";',
  'import type { Unmarked, WithAlways, Without, WithoutValues } from "./sdk-types-forms.ts";',
];

const names = Object.values(document.components.schemas).flatMap((schema) => schema["x-sdk-models"] ?? []);

type Direction = "ours to theirs" | "theirs to ours";

interface Claim {
  readonly name: string;
  readonly direction: Direction;
  readonly difference?: Difference;
}

function officialOf(name: string): string {
  return `${errors.includes(name) ? "errors" : "models"}.${name}`;
}

function union(texts: readonly string[] = []): string {
  return texts.map((text) => JSON.stringify(text)).join(" | ") || "never";
}

/** A line that compiles where the one type is assignable to the other, once the difference is allowed for. */
function lineOf({ name, direction, difference = {} }: Claim, index: number): string {
  const { dropped, anything, filled, newer, marked } = difference;
  if (direction === "theirs to ours") {
    const theirs = anything ? `WithAlways<${officialOf(name)}, ${union(anything)}>` : officialOf(name);
    const ours = dropped ? `Without<ours.${name}, ${union(dropped)}>` : `ours.${name}`;
    return `export const claim${index}: ${ours} = {} as ${theirs};`;
  }
  const always = filled ? `WithAlways<ours.${name}, ${union(filled)}>` : `ours.${name}`;
  const ours = newer ? `WithoutValues<${always}, ${union(newer)}>` : always;
  const theirs = marked ? `Unmarked<${officialOf(name)}>` : officialOf(name);
  return `export const claim${index}: ${theirs} = {} as ${ours};`;
}

function bothWays(name: string, difference: Difference = {}): Claim[] {
  return [
    { name, direction: "ours to theirs", difference },
    { name, direction: "theirs to ours", difference },
  ];
}

/** The direction that a kind of difference stands in the way of. */
function directionOf(kind: string): Direction {
  return kind === "dropped" || kind === "anything" ? "theirs to ours" : "ours to theirs";
}

/** The claims of a direction's difference, each with one part of it left out. */
function withLess(name: string, difference: Difference): (Claim & { part: string })[] {
  const { marked, ...lists } = difference;
  const shorter = Object.entries(lists).flatMap(([kind, parts]) =>
    parts.map((part) => ({
      name,
      part,
      direction: directionOf(kind),
      difference: { ...difference, [kind]: parts.filter((one) => one !== part) },
    })),
  );
  return marked
    ? [...shorter, { name, part: "marked", direction: directionOf("marked"), difference: lists }]
    : shorter;
}

const plain = names.flatMap((name) => bothWays(name));
const allowedFor = Object.entries(differences).flatMap(([name, difference]) => bothWays(name, difference));
const lessAllowedFor = Object.entries(differences).flatMap(([name, difference]) =>
  withLess(name, difference),
);
const claims: readonly Claim[] = [...plain, ...allowedFor, ...lessAllowedFor];

const { faults } = compile([...imports, ...claims.map(lineOf)]);
const faultOf = new Map(claims.map((claim, index) => [claim, faults[imports.length + index]]));

function sentenceOf({ name, direction }: Claim): string {
  return `${name}: ${direction}`;
}

test("each name of the SDK is the name of one type of ours", () => {
  const unknown = plain.filter((claim) => faultOf.get(claim)?.includes("has no exported member"));
  expect(faults.slice(0, imports.length)).toEqual(imports.map(() => undefined));
  expect(unknown.map(sentenceOf)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(600);
});

test("types of one name are assignable to each other, but for the directions that the differences name", () => {
  const failing = plain.filter((claim) => faultOf.get(claim) !== undefined);
  const named = Object.entries(differences).flatMap(([name, difference]) =>
    [...new Set(Object.keys(difference).map((kind) => directionOf(kind)))].map(
      (direction) => `${name}: ${direction}`,
    ),
  );
  expect(failing.map(sentenceOf).sort()).toEqual(named.sort());
});

test("with its differences allowed for, every type is assignable in both directions", () => {
  const failing = allowedFor.filter((claim) => faultOf.get(claim) !== undefined);
  expect(failing.map((claim) => [sentenceOf(claim), faultOf.get(claim)])).toEqual([]);
});

test("no part of a difference is there in vain", () => {
  const vain = lessAllowedFor.filter((claim) => faultOf.get(claim) === undefined);
  expect(vain.map((claim) => `${sentenceOf(claim)}, ${claim.part}`)).toEqual([]);
});
