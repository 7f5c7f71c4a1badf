import { operations } from "@kombo-mock/openapi";
import ts from "typescript";
import { expect, test } from "vitest";
import type { SchemaObject } from "../scripts/document.ts";
import { document, exchanges, webhooks } from "./schemas.ts";
import { compile } from "./sdk-types-compiler.ts";

const { checker, types, faults } = compile([
  'import type { Kombo } from "@kombo-api/sdk";',
  "export type Sdk = Kombo;",
  'export type * from "@kombo-api/sdk/models/webhooks";',
]);

function propertyOf(type: ts.Type | undefined, key: string): ts.Type | undefined {
  const property = type && checker.getNonNullableType(type).getProperty(key);
  return property && checker.getNonNullableType(checker.getTypeOfSymbol(property));
}

const sdk = types.get("Sdk");

/** The SDK's methods, spelled as in the index of the operations, with their types. */
const methods = new Map(
  ["assessment", "ats", "connect", "general", "hris"].flatMap((domain) => {
    const client = propertyOf(sdk, domain);
    const names = client?.getProperties().map((one) => one.getName()) ?? [];
    return names
      .filter((name) => !/^_|^#/.test(name))
      .map((name): [string, ts.Type | undefined] => [`${domain}.${name}`, propertyOf(client, name)]);
  }),
);

test("the methods that the operations name are those of the SDK", () => {
  const named = Object.values(operations).flatMap(({ sdk }) => sdk ?? []);
  expect(faults).toEqual([undefined, undefined, undefined]);
  expect(named.sort()).toEqual([...methods.keys()].sort());
});

/** The SDK's name of what stands in `data`, or in the one list that it holds. */
function answerModel(method: ts.Type | undefined, list: string | undefined): string | undefined {
  const [signature] = method?.getCallSignatures() ?? [];
  const answer = signature && checker.getAwaitedType(signature.getReturnType());
  const data = propertyOf(propertyOf(answer, "result") ?? answer, "data");
  const items = list && propertyOf(data, list);
  return (items ? checker.getIndexTypeOfType(items, ts.IndexKind.Number) : data)?.aliasSymbol?.name;
}

/** The SDK's name of what a method takes as the body. */
function bodyModel(method: ts.Type | undefined): string | undefined {
  const [parameter] = method?.getCallSignatures()[0]?.getParameters() ?? [];
  const request = parameter && checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
  const body = propertyOf(request, "body") ?? request;
  return body?.aliasSymbol?.name.endsWith("RequestBody") ? body.aliasSymbol.name : undefined;
}

/** The names of the SDK that the schema behind a reference bears. */
function modelsOf(schema: SchemaObject | undefined): readonly string[] {
  const name = schema?.$ref?.split("/").at(-1) ?? "";
  return document.components.schemas[name]?.["x-sdk-models"] ?? [];
}

const places = exchanges.flatMap(({ name, request, answer }) => {
  const method = Object.entries(operations).find(([operation]) => operation === name)?.[1].sdk;
  if (!method) return [];
  const data = answer?.properties?.["data"];
  const list = Object.entries(data?.properties ?? {}).find(([, { items }]) => items);
  return [
    {
      place: `${name} answer`,
      ours: modelsOf(list?.[1].items ?? data),
      theirs: answerModel(methods.get(method), list?.[0]),
    },
    ...(request
      ? [{ place: `${name} body`, ours: modelsOf(request), theirs: bodyModel(methods.get(method)) }]
      : []),
  ];
});

test("the items of every list, and the data and the body of every other operation, bear the SDK's names", () => {
  const untied = places.filter(({ ours, theirs }) => !theirs || !ours.includes(theirs));
  expect(places.filter(({ place }) => place.endsWith("answer"))).toHaveLength(methods.size);
  expect(untied).toEqual([]);
});

test("the bodies of all webhooks that the SDK knows bear its names", () => {
  const tied = webhooks.flatMap(({ request }) => modelsOf(request));
  const known = [...types]
    .filter(([name]) => name.endsWith("WebhookPayloadRequest"))
    .flatMap(([, type]) => propertyOf(type, "body")?.aliasSymbol?.name ?? []);
  expect(known).toHaveLength(8);
  expect(tied.sort()).toEqual(known.sort());
});
