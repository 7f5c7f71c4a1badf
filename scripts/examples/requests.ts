import type { Cast } from "@kombo-mock/msw";
import {
  domainOf,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  resolve,
} from "../../packages/openapi/scripts/document.ts";
import type { Desk, ExampleRequest } from "./desk.ts";
import { type SpecialCase, specialCases } from "./special-cases.ts";
import { standIns } from "./stand-ins.ts";

/** The integration that an operation of a domain is shown with. */
const mainRecords: Readonly<Record<string, keyof Cast>> = {
  assessment: "openOrder",
  ats: "candidate",
  general: "employee",
  custom: "employee",
  hris: "employee",
  lms: "learner",
};

/** Makes the request of an operation's example: the fragment's body with ids of the small world. */
export async function exampleRequest(
  document: OpenApiDocument,
  [name, path, , operation]: readonly [string, string, string, OperationObject],
  desk: Desk,
): Promise<ExampleRequest> {
  const special = specialCases[name] ?? {};
  const parameters = (operation.parameters ?? []).map((one) => resolve<ParameterObject>(document, one));
  const main = desk.cast[mainRecords[domainOf(path, operation)] ?? "employee"].integration_id;
  const integrationId = special.tool ? await desk.integrationOf(special.tool) : main;
  const prepared = (await special.prepare?.(desk.mock)) ?? {};
  const given = { integration_id: integrationId, ...(await special.parameters?.(desk, prepared)) };
  const idOf = (key: string) => recordIdOf(key, special, desk.cast);
  const pathValues = parameters
    .filter((one) => one.in === "path")
    .map(({ name: key }) => [key, givenValue(given, key) ?? idOf(key) ?? missing(name, key)]);
  const filled = withIds(writtenBody(operation), "", idOf);
  const body = special.body ? { ...Object(filled), ...(await special.body(desk, prepared)) } : filled;
  return {
    operation: name,
    path: Object.fromEntries(pathValues),
    query: { ...queryOf(parameters, path, desk.cast), ...requiredQuery(name, parameters, given) },
    ...(parameters.some((one) => one.name === "X-Integration-Id") ? { integrationId } : {}),
    ...(body === undefined ? {} : { body }),
  };
}

/** A list shows one record: one of the cast where it can be asked for. */
function queryOf(parameters: readonly ParameterObject[], path: string, cast: Cast): Record<string, string> {
  const names = new Set(parameters.filter((one) => one.in === "query").map((one) => one.name));
  if (!names.has("page_size")) return {};
  const collection = path.split("/").slice(1, 3).join(".");
  const shown = Object.values(standIns).find((name) => cast[name].collection === collection);
  return shown && names.has("ids") ? { ids: cast[shown].id } : { page_size: "1" };
}

/** What a query has to say, which no record stands in for. */
function requiredQuery(
  operation: string,
  parameters: readonly ParameterObject[],
  given: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const required = parameters.filter((one) => one.in === "query" && one.required === true);
  return Object.fromEntries(
    required.map(({ name }) => [name, givenValue(given, name) ?? missing(operation, name)]),
  );
}

/** The example that stands in the fragment; every body has one. */
function writtenBody({ requestBody }: OperationObject): unknown {
  const [media] = Object.values(requestBody?.content ?? {});
  return media?.example;
}

const id = /^[1-9A-HJ-NP-Za-km-z]{24}$/;

/** A body with the ids of records that the world has, under every key that names one. */
function withIds(value: unknown, key: string, idOf: (key: string) => string | undefined): unknown {
  if (typeof value === "string") return id.test(value) ? (idOf(key) ?? value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return [...new Set(value.map((one: unknown) => withIds(one, key, idOf)))];
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withIds(one, name, idOf)]));
}

function givenValue(given: Readonly<Record<string, unknown>>, key: string): string | undefined {
  return given[key] === undefined ? undefined : String(given[key]);
}

function recordIdOf(key: string, { records }: SpecialCase, cast: Cast): string | undefined {
  const usual: Readonly<Record<string, keyof Cast>> = standIns;
  const name = records?.[key] ?? usual[key];
  return name && cast[name].id;
}

function missing(operation: string, name: string): never {
  throw new Error(
    `The example of "${operation}" has no value for "${name}". Name a record in stand-ins.ts, or give one in special-cases.ts.`,
  );
}
