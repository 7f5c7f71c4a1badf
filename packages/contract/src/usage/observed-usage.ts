import { type KnownKeys, type Operation, operations } from "@kombo-mock/openapi";
import { isObject } from "../recorded/json-value.ts";
import type { Usage } from "./usage.ts";

/** What an observer wants to know of an exchange. */
export interface UsedExchange {
  readonly operation: Operation;
  readonly request: {
    /** With its query. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>> | null;
    /** As text; undefined where it was not kept. */
    readonly body: string | null | undefined;
  };
  /** Null where none came. */
  readonly answer: { readonly status: number; readonly body: string | undefined } | null;
}

interface Used {
  readonly parameters: Set<string>;
  readonly fields: Set<string>;
  readonly codes: Set<string>;
}

/**
 * Observes what a consumer sends and which error codes it meets. It keeps only what the document declares, so no value gets
 * in by way of a name, and it stays small. Of the fields that a consumer reads, exchanges tell nothing.
 */
export class ObservedUsage {
  readonly #used = new Map<Operation, Used>();

  add({ operation, request, answer }: UsedExchange): void {
    const used = this.#used.get(operation) ?? { parameters: new Set(), fields: new Set(), codes: new Set() };
    this.#used.set(operation, used);
    for (const name of parametersOf(operation, request)) used.parameters.add(name);
    const { body } = operations[operation];
    const sent = body === null ? undefined : parsed(request.body);
    if (body !== null && sent !== undefined) addFields(used.fields, sent, body, "body");
    const code = codeOf(answer);
    if (code !== undefined) used.codes.add(code);
  }

  usage(): Usage {
    const entries = [...this.#used].map(([name, { parameters, fields, codes }]) => [
      name,
      {
        ...(parameters.size > 0 ? { parameters: [...parameters].sort() } : {}),
        ...(fields.size > 0 ? { request_fields: [...fields].sort() } : {}),
        ...(codes.size > 0 ? { error_codes: [...codes].sort() } : {}),
      },
    ]);
    return { version: 1, operations: Object.fromEntries(entries) };
  }
}

function parametersOf(operation: Operation, { url, headers }: UsedExchange["request"]): string[] {
  const { parameters, integrationHeader } = operations[operation];
  const cut = url.indexOf("?");
  const query = new URLSearchParams(cut === -1 ? "" : url.slice(cut));
  const sent = parameters.filter((one) => one.in === "path" || query.has(one.name));
  const names = Object.keys(headers ?? {}).map((name) => name.toLowerCase());
  const isAboutOne = integrationHeader && names.includes("x-integration-id");
  return [...sent.map((one) => `${one.in}.${one.name}`), ...(isAboutOne ? ["header.X-Integration-Id"] : [])];
}

function addFields(found: Set<string>, value: unknown, known: KnownKeys | true, at: string): void {
  if (Array.isArray(value)) {
    if (value.length === 0) found.add(at);
    // No body of the API nests lists in lists.
    for (const one of value) if (!Array.isArray(one)) addFields(found, one, known, `${at}[]`);
    return;
  }
  const keys =
    isObject(value) && known !== true ? Object.keys(known).filter((key) => Object.hasOwn(value, key)) : [];
  if (keys.length === 0 || !isObject(value) || known === true) {
    if (at !== "body") found.add(at);
    return;
  }
  for (const key of keys) addFields(found, value[key], known[key] ?? true, `${at}.${key}`);
}

function codeOf(answer: UsedExchange["answer"]): string | undefined {
  if (!answer || answer.status < 400) return undefined;
  const body = parsed(answer.body);
  const error = isObject(body) ? body["error"] : undefined;
  const code = isObject(error) ? error["code"] : undefined;
  return typeof code === "string" && /^[A-Z_]+\.[A-Z_]+$/.test(code) ? code : undefined;
}

function parsed(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
