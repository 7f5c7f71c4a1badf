import { checkAnswer } from "@kombo-mock/contract";
import {
  applyVariations,
  possibleVariations,
  printVariation,
  type Variation,
} from "@kombo-mock/contract/variation";
import { type Operation, operations } from "@kombo-mock/openapi";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import type { JsonValue } from "../src/diff/json.ts";
import { randomFrom } from "./random.ts";

const names = Object.keys(operations) as Operation[];

test.each(names)("every variation of %s alone keeps to the document", (name) => {
  const faults = possibleVariations(name, document).flatMap((variation) => faultsOf(name, [variation]));
  expect(faults).toEqual([]);
});

test("any of them together keep to the document", () => {
  const random = randomFrom(20_260_115);
  for (const name of names) {
    const possible = possibleVariations(name, document);
    for (let round = 0; round < 12; round++) {
      expect(
        faultsOf(
          name,
          possible.filter(() => random() < 0.3),
        ),
      ).toEqual([]);
    }
  }
});

test("each change of a field is one that an answer of the small world shows", () => {
  const shown = possibleVariations("GET /hris/employees", document).filter(
    (variation) => varied("GET /hris/employees", [variation]) !== exampleOf("GET /hris/employees").data,
  );
  expect(shown.length).toBeGreaterThan(300);
});

function faultsOf(name: Operation, variations: readonly Variation[]): string[] {
  const envelope = exampleOf(name);
  const body = JSON.stringify({ ...envelope, data: varied(name, variations) });
  const headers = { "content-type": "application/json" };
  return checkAnswer(name, { status: 200, headers, body }).map(
    ({ message }) => `${variations.map(printVariation).join(", ")}: ${message}`,
  );
}

function varied(name: Operation, variations: readonly Variation[]): JsonValue {
  return applyVariations(exampleOf(name).data, variations);
}

/** What the mock answers in its small world, as the document shows it. */
function exampleOf(name: Operation): { readonly data: JsonValue } {
  const [method = "", path = ""] = name.split(" ");
  const paths = document["paths"] as Record<string, Record<string, Described>>;
  const example = paths[path]?.[method.toLowerCase()]?.responses["200"].content["application/json"].example;
  if (!example) throw new Error(`"${name}" has no example.`);
  return example;
}

interface Described {
  readonly responses: {
    readonly 200: {
      readonly content: { readonly "application/json": { readonly example?: { data: JsonValue } } };
    };
  };
}
