/// <reference types="node" />

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Difference, diffDocuments } from "@kombo-mock/contract/diff";
import { expect, test, vi } from "vitest";
import { type Draft, draftAt, inlined, isDraft } from "./draft.ts";
import { listMutations, type Mutation } from "./mutations.ts";

// The document is large.
vi.setConfig({ testTimeout: 30_000 });

const text = readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json")), "utf8");
// The document is an object of JSON by its own schema.
const readDocument = () => JSON.parse(text) as Draft;

const methods = ["get", "put", "post", "patch", "delete"];

/** Every operation and webhook of a document, with where it can be replaced. */
function listOperations(document: Draft) {
  return (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = draftAt(item, method);
        const name = section === "paths" ? `${method.toUpperCase()} ${path}` : `webhook ${path}`;
        return operation
          ? [{ name, item: item as Draft, method, operation, isWebhook: section === "webhooks" }]
          : [];
      }),
    ),
  );
}

/** Numbers from 0 to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 12)) >>> 0) / 0x100000000;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((one) => ({ one, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

/** Changes `count` operations once each, kind by kind, and says what has to be found. */
function mutate(document: Draft, count: number, seed: number) {
  const random = createRandom(seed);
  const used = new Map<string, number>();
  return shuffled(listOperations(document), random)
    .slice(0, count)
    .map(({ name, item, method, operation, isWebhook }) => {
      const copy = inlined(document, operation);
      if (!isDraft(copy)) throw new Error(`"${name}" is no object.`);
      item[method] = copy;
      const timesUsed = ({ want }: Mutation) => used.get(want.change) ?? 0;
      const [chosen] = shuffled(listMutations(copy, isWebhook), random).sort(
        (a, b) => timesUsed(a) - timesUsed(b),
      );
      if (!chosen) throw new Error(`Nothing of "${name}" can be changed.`);
      used.set(chosen.want.change, timesUsed(chosen) + 1);
      chosen.apply();
      return { operation: name, ...chosen.want };
    });
}

const found = ({ operation, direction, location, change, breaking }: Difference) => ({
  operation,
  direction,
  location,
  change,
  breaking,
});
const byOperation = (a: { operation: string | null }, b: { operation: string | null }) =>
  String(a.operation) < String(b.operation) ? -1 : 1;

test("the document has no difference from itself", () => {
  expect(diffDocuments(readDocument(), readDocument())).toEqual([]);
});

test("the document has no difference from itself without references", () => {
  const document = readDocument();
  for (const { item, method, operation } of listOperations(document))
    item[method] = inlined(document, operation);
  expect(diffDocuments(readDocument(), document)).toEqual([]);
});

test.each([1, 2, 3])("60 changes of the document are found, and nothing else, with seed %i", (seed) => {
  const document = readDocument();
  const want = mutate(document, 60, seed);
  expect(want).toHaveLength(60);
  expect(new Set(want.map(({ change }) => change)).size).toBeGreaterThan(15);
  expect(diffDocuments(readDocument(), document).map(found).sort(byOperation)).toEqual(
    want.sort(byOperation),
  );
});

test("a change of a shared schema is found in every operation that refers to it", () => {
  const document = readDocument();
  const code = draftAt(
    document,
    "components",
    "schemas",
    "GeneralErrorEnvelope",
    "properties",
    "error",
    "properties",
    "code",
  );
  const codes = code?.["enum"];
  if (Array.isArray(codes)) codes.unshift("PLATFORM.BRAND_NEW");
  const general = listOperations(readDocument()).filter(
    ({ operation }) =>
      draftAt(operation, "responses", "default")?.["$ref"] === "#/components/responses/GeneralError",
  );
  const differences = diffDocuments(readDocument(), document);
  expect(differences.map(({ operation }) => operation).sort()).toEqual(
    general.map(({ name }) => name).sort(),
  );
  expect(new Set(differences.map(({ change, location }) => `${change} ${location}`))).toEqual(
    new Set(["error-code-added answer(default).error.code"]),
  );
});
