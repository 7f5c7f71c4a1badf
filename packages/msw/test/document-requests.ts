import { type Operation, operations } from "@kombo-mock/openapi";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };

/** A request that was made of the document alone. */
export interface DocumentRequest {
  /** What is wrong with it; null for the document's own example. */
  readonly fault: string | null;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
}

interface DocumentOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

type Values = Readonly<Record<string, unknown>>;

/** The example of an operation as it stands in the document, and then the same with one fault each. */
export function requestsOf(name: Operation): DocumentRequest[] {
  const { method, path: template } = operations[name];
  // The document is OpenAPI; its JSON has no closer type.
  const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  const { parameters = [], requestBody } = paths[template]?.[method.toLowerCase()] ?? {};
  const all = parameters.map(resolve);
  const exampleOf = ({ example }: Parameter) => encodeURIComponent(String(example ?? "nothing"));
  const filled = (other: Values = {}) =>
    template.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
      const given = all.find((one) => one.in === "path" && one.name === key);
      return key in other ? String(other[key]) : given ? exampleOf(given) : "nothing";
    });
  const required = all.filter((one) => one.in === "query" && one.required);
  const query = new URLSearchParams(required.map((one) => [one.name, String(one.example ?? "nothing")]));
  const [type = "application/json", media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = textOf(media?.example);
  const headers: Record<string, string> = {
    authorization: "Bearer ks_dev_mock",
    ...(body === undefined ? {} : { "content-type": type }),
  };
  const integration = all.find((one) => one.in === "header" && one.name === "X-Integration-Id");
  if (integration) headers["x-integration-id"] = String(integration.example);
  const plain = {
    method,
    path: withQuery(filled(), query),
    headers,
    ...(body === undefined ? {} : { body }),
  };
  const { authorization: _, ...withoutKey } = headers;
  const faulty: DocumentRequest[] = [
    { ...plain, fault: "no key", headers: withoutKey },
    ...(integration
      ? ["", "nothing", "sandbox:2yNfVx6JrKp8DqWmTz4BhGsC"].map((id) => ({
          ...{ ...plain, fault: `integration ${id}`, headers: { ...headers, "x-integration-id": id } },
        }))
      : []),
    ...all
      .filter((one) => one.in === "path")
      .flatMap(({ name: key }) =>
        ["2yNfVx6JrKp8DqWmTz4BhGsC", "%F0%9F%A6%84", "%E0%A4%A", "__proto__"].map((value) => ({
          ...{ ...plain, fault: `path ${key}=${value}`, path: withQuery(filled({ [key]: value }), query) },
        })),
      ),
    ...all
      .filter((one) => one.in === "query")
      .flatMap(({ name: key }) =>
        ["", "nothing", "0", "-1", "💥", "2026-13-45T00:00:00.000Z"].map((value) => {
          const other = new URLSearchParams(query);
          other.set(key, value);
          return { ...plain, fault: `query ${key}=${value}`, path: withQuery(filled(), other) };
        }),
      ),
    ...(body === undefined
      ? []
      : faultyBodies(media?.example).map(([fault, text]) => ({ ...plain, fault, body: text }))),
    ...(body === undefined
      ? []
      : [{ ...plain, fault: "content type", headers: { ...headers, "content-type": "text/plain" } }]),
  ];
  return [{ ...plain, fault: null }, ...faulty];
}

function resolve(parameter: Parameter): Parameter {
  if (parameter.$ref === undefined) return parameter;
  const { parameters } = document["components"] as {
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
  return parameters[parameter.$ref.split("/").at(-1) ?? ""] ?? parameter;
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`;
}

function textOf(example: unknown): string | undefined {
  return example === undefined || typeof example === "string" ? example : JSON.stringify(example);
}

const others: readonly unknown[] = [null, 7.5, "", "nothing", true, [], [null], {}, { nothing: 1 }];

/** Bodies that are none, and the example with each of its values left out, or another one. */
function faultyBodies(example: unknown): (readonly [string, string])[] {
  const texts = ["", "{", "[]", "null", "7", '"text"', "{}", "\u0000", "[".repeat(5_000)];
  const whole = texts.map((text) => [`body ${text.slice(0, 10)}`, text] as const);
  const changed = pathsIn(example).flatMap((path) => [
    [`without ${path.join(".")}`, JSON.stringify(changedAt(example, path, undefined))] as const,
    ...others.map(
      (other) =>
        [
          `${path.join(".")} is ${JSON.stringify(other)}`,
          JSON.stringify(changedAt(example, path, other)),
        ] as const,
    ),
  ]);
  return [...whole, ...changed];
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const path = [...at, key];
    return [path, ...pathsIn((value as Readonly<Record<string | number, unknown>>)[key], path)];
  });
}

function changedAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...Object(value) }) as Record<string | number, unknown>;
  const next = changedAt(copy[key], rest, other);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}
