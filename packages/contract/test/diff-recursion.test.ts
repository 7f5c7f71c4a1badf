import { diffDocuments, type JsonObject, type JsonValue } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { directions, json, schemas, told } from "./small-document.ts";

const { place } = directions[1];
const string = { type: "string" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const tree = (name: JsonValue) => ({
  Tree: { type: "object", properties: { name, children: { type: "array", items: ref("Tree") } } },
});

test("what differs in a schema that holds itself is told where it is entered", () => {
  const [before, after] = [tree(string), tree({ type: "integer" })].map((named) =>
    place(ref("Tree"), schemas(named)),
  );
  expect(told(diffDocuments(before, after))).toEqual([
    'breaking type-changed: answer.name is now "integer", not "string".',
  ]);
});

test("schemas that hold each other are told wherever one of them is entered", () => {
  const named = (title: JsonValue): JsonObject => ({
    Author: { type: "object", properties: { books: { type: "array", items: ref("Book") } } },
    Book: { type: "object", properties: { title, author: ref("Author") } },
  });
  const documentOf = (title: JsonValue) => ({
    openapi: "3.1.0",
    ...schemas(named(title)),
    paths: {
      "/authors": { get: { responses: { 200: json(ref("Author")) } } },
      "/books": { get: { responses: { 200: json(ref("Book")) } } },
      "/shelf": {
        get: {
          responses: { 200: json({ type: "object", properties: { a: ref("Book"), b: ref("Author") } }) },
        },
      },
    },
  });
  const found = diffDocuments(documentOf(string), documentOf({ type: "integer" }));
  expect(found.map(({ operation, location }) => `${operation} ${location}`)).toEqual([
    "GET /authors answer.books[].title",
    "GET /books answer.title",
    "GET /shelf answer.a.title",
    "GET /shelf answer.b.books[].title",
  ]);
});

test("a schema that holds itself is the same when it is unrolled once", () => {
  const unrolled = {
    type: "object",
    properties: { name: string, children: { type: "array", items: ref("Tree") } },
  };
  expect(
    diffDocuments(place(ref("Tree"), schemas(tree(string))), place(unrolled, schemas(tree(string)))),
  ).toEqual([]);
});

test("schemas that extend themselves in allOf come to an end", () => {
  const named = (type: string): JsonObject => ({
    Base: { type: "object", properties: { next: ref("Base"), size: { type } } },
    Derived: { allOf: [ref("Base"), { properties: { next: ref("Derived") } }] },
    Loop: { allOf: [ref("Loop")] },
  });
  const documentOf = (type: string) =>
    place({ type: "object", properties: { a: ref("Derived"), b: ref("Loop") } }, schemas(named(type)));
  expect(diffDocuments(documentOf("string"), documentOf("string"))).toEqual([]);
  expect(told(diffDocuments(documentOf("string"), documentOf("integer")))).toEqual([
    'breaking type-changed: answer.a.next.size is now "integer", not "string".',
    'breaking type-changed: answer.a.size is now "integer", not "string".',
  ]);
});

test("fifty schemas that all hold each other are compared at once", () => {
  const names = Array.from({ length: 50 }, (_, index) => `S${index}`);
  const named = (type: string) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          type: "object",
          properties: { own: { type }, ...Object.fromEntries(names.map((one) => [one, ref(one)])) },
        },
      ]),
    );
  const found = diffDocuments(
    place(ref("S0"), schemas(named("string"))),
    place(ref("S0"), schemas(named("integer"))),
  );
  expect(found.map(({ location }) => location)).toContain("answer.own");
});
