import { createRequire } from "node:module";
import { ruleNames } from "@kombo-mock/contract/judge";
import { operations } from "@kombo-mock/openapi";
import { toJsonSchema } from "@valibot/to-json-schema";
import { conditionNames } from "../src/cards/conditions.ts";
import { inputs } from "../src/control/inputs.ts";
import { errorCodes } from "../src/request/error-codes.ts";
import { syncEnds } from "../src/state/lifecycle/sync-ends.ts";
import { webhookTypes } from "../src/webhooks/webhook-types.ts";

/** The parts of a JSON Schema that are looked at. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  /** In control/answers.yaml: the properties that may be missing. */
  readonly optional?: "all" | readonly string[];
  readonly additionalProperties?: unknown;
}

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Lists that the code has, by the name of their schema. */
const codeLists: Readonly<Record<string, readonly string[]>> = {
  Operation: Object.keys(operations),
  ErrorCode: Object.keys(errorCodes),
  Rule: ruleNames,
  ConditionName: conditionNames,
  SyncEnd: syncEnds,
  WebhookType: webhookTypes,
};

/** A reference to a schema of the document. */
export function referTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The schema of what a control call takes. */
export function inputSchema(name: keyof typeof inputs): JsonSchema {
  // Patterns say what an instant and a duration are; their messages are for people.
  const { $schema: _, ...schema } = toJsonSchema(inputs[name], { typeMode: "input" });
  return schema as JsonSchema;
}

/** Every schema of the document: the answers', the inputs', and those of the code and the API that these name. */
export function controlSchemas(
  answers: Schemas,
  paths: object,
  inputNames: readonly (keyof typeof inputs)[],
): Schemas {
  const schemas: Record<string, JsonSchema> = {
    Nothing: { type: "object", additionalProperties: false },
    ...Object.fromEntries(Object.entries(answers).map(([name, schema]) => [name, written(schema)])),
    ...Object.fromEntries(
      [...new Set(inputNames)].map((name) => [
        `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`,
        inputSchema(name),
      ]),
    ),
  };
  const api = apiSchemas();
  const wanted = [paths, schemas].flatMap(namesIn);
  for (let name = wanted.shift(); name !== undefined; name = wanted.shift()) {
    if (Object.hasOwn(schemas, name)) continue;
    const list = codeLists[name];
    const found = list ? { type: "string", enum: list } : api[name];
    if (!found) throw new Error(`control: there is no schema "${name}".`);
    const clash = namesIn(found).find((other) => Object.hasOwn(answers, other));
    if (clash) throw new Error(`control: "${clash}" is a schema of the API too; call it otherwise.`);
    schemas[name] = found;
    wanted.push(...namesIn(found));
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What control/answers.yaml leaves out: that properties are required, and no others are there; where a name leads. */
function written(schema: unknown): JsonSchema {
  if (Array.isArray(schema)) return schema.map(written) as unknown as JsonSchema;
  if (typeof schema !== "object" || schema === null) return schema as unknown as JsonSchema;
  const { $ref, optional = [], properties, ...rest } = schema as JsonSchema;
  if ($ref !== undefined) return { ...rest, ...referTo($ref) };
  const others = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, written(value)]));
  if (!properties) return others;
  const names = Object.keys(properties);
  const required = optional === "all" ? [] : names.filter((name) => !optional.includes(name));
  return {
    ...others,
    ...(required.length === 0 ? {} : { required }),
    ...(names.length === 0
      ? {}
      : {
          properties: Object.fromEntries(names.map((name) => [name, written(properties[name])])),
        }),
    additionalProperties: others["additionalProperties"] ?? false,
  };
}

/** Every name that is referred to. */
function namesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

/** The schemas of the API's document. */
function apiSchemas(): Schemas {
  const document: unknown = createRequire(import.meta.url)("@kombo-mock/openapi/openapi.json");
  return (document as { components: { schemas: Schemas } }).components.schemas;
}
