import type { Change, Direction } from "@kombo-mock/contract/diff";
import { type Draft, type DraftValue, draftAt, isDraft } from "./draft.ts";

/** A change that can be made to an operation, with what has to be found of it. */
export interface Mutation {
  readonly want: {
    readonly direction: Direction;
    readonly location: string;
    readonly change: Change;
    readonly breaking: boolean;
  };
  readonly apply: () => void;
}

type Sides = "request" | "answer" | "both" | "neither";

/** What can be changed in an operation whose references are replaced. */
export function listMutations(operation: Draft, isWebhook: boolean): Mutation[] {
  const found: Mutation[] = [];
  /** The notes of one direction, whose locations begin with `root`. */
  const noter =
    (direction: Direction) => (location: string, change: Change, breaks: Sides, apply: () => void) => {
      const side = direction === "request" ? "request" : "answer";
      const codes: Partial<Record<Change, Change>> = location.endsWith(").error.code")
        ? { "enum-value-added": "error-code-added", "enum-value-removed": "error-code-removed" }
        : {};
      const breaking = breaks === "both" || breaks === side;
      found.push({ want: { direction, location, change: codes[change] ?? change, breaking }, apply });
    };

  const sent = draftAt(operation, "requestBody", "content", "application/json", "schema");
  const [bodyDirection, bodyRoot] = isWebhook
    ? (["webhook", "webhook"] as const)
    : (["request", "body"] as const);
  mutateSchema(sent, bodyRoot, noter(bodyDirection));
  if (isWebhook) return found;

  const parameters = operation["parameters"];
  for (const one of Array.isArray(parameters) ? parameters : []) {
    if (isDraft(one)) mutateParameter(one, parameters ?? [], noter("request"));
  }
  const fresh = { name: "brand_new", in: "query", schema: { type: "string" } };
  noter("request")("query.brand_new", "parameter-added", "neither", () => {
    operation["parameters"] = [...(Array.isArray(parameters) ? parameters : []), fresh];
  });
  const responses = draftAt(operation, "responses") ?? {};
  for (const [status, answer] of Object.entries(responses)) {
    const root = status === "200" ? "answer" : `answer(${status})`;
    const schema = isDraft(answer) ? draftAt(answer, "content", "application/json", "schema") : undefined;
    mutateSchema(schema, root, noter("answer"));
    noter("answer")(root, "answer-removed", /^2/.test(status) ? "both" : "neither", () => {
      delete responses[status];
    });
  }
  const change = operation["deprecated"] ? "operation-no-longer-deprecated" : "operation-deprecated";
  noter("operation")("operation", change, "neither", () => {
    operation["deprecated"] = !operation["deprecated"];
  });
  return found;
}

type Note = (location: string, change: Change, breaks: Sides, apply: () => void) => void;

function mutateParameter(parameter: Draft, all: DraftValue, note: Note): void {
  const location = `${String(parameter["in"])}.${String(parameter["name"])}`;
  if (parameter["in"] === "path") return;
  note(location, "parameter-removed", "both", () => {
    if (Array.isArray(all)) all.splice(all.indexOf(parameter), 1);
  });
  const isRequired = parameter["required"] === true;
  note(
    location,
    isRequired ? "became-optional" : "became-required",
    isRequired ? "answer" : "request",
    () => {
      parameter["required"] = !isRequired;
    },
  );
  if (parameter["deprecated"] !== true) mutateSchema(draftAt(parameter, "schema"), location, note);
}

function mutateSchema(schema: Draft | undefined, location: string, note: Note): void {
  if (!schema || "$ref" in schema || "allOf" in schema || "const" in schema) return;
  const union = schema["oneOf"] ?? schema["anyOf"];
  if (Array.isArray(union)) {
    // Only what may be null besides: in other unions, a change of one branch may be one of nothing.
    const [one, other, ...more] = union;
    const isNullable = more.length === 0 && isDraft(one) && isDraft(other) && other["type"] === "null";
    if (isNullable) mutateInside(one, location, note);
    return;
  }
  mutateValue(schema, location, note);
  mutateInside(schema, location, note);
}

function mutateInside(schema: Draft, location: string, note: Note): void {
  if ("$ref" in schema || "allOf" in schema || "oneOf" in schema || "anyOf" in schema) return;
  mutateSchema(draftAt(schema, "items"), `${location}[]`, note);
  mutateSchema(draftAt(schema, "additionalProperties"), `${location}.*`, note);
  const properties = draftAt(schema, "properties");
  if (!properties) return;
  const written = schema["required"];
  const required = Array.isArray(written) ? written : [];
  note(`${location}.brand_new`, "property-added", "neither", () => {
    properties["brand_new"] = { type: "string" };
  });
  if (!("additionalProperties" in schema)) {
    note(location, "additional-properties-changed", "request", () => {
      schema["additionalProperties"] = false;
    });
  }
  for (const [name, one] of Object.entries(properties)) {
    const here = `${location}.${name}`;
    const others = required.filter((other) => other !== name);
    note(here, "property-removed", "both", () => {
      delete properties[name];
      schema["required"] = others;
    });
    const isRequired = others.length < required.length;
    note(here, isRequired ? "became-optional" : "became-required", isRequired ? "answer" : "request", () => {
      schema["required"] = isRequired ? others : [...required, name];
    });
    if (isDraft(one)) mutateSchema(one, here, note);
  }
}

function mutateValue(schema: Draft, location: string, note: Note): void {
  const types = [schema["type"] ?? []].flat();
  const set = (key: string, value: DraftValue) => () => {
    schema[key] = value;
  };
  if (types.length === 0) return;
  const listed = schema["enum"];
  const isNullable = types.includes("null");
  note(
    location,
    isNullable ? "no-longer-nullable" : "became-nullable",
    isNullable ? "request" : "answer",
    () => {
      schema["type"] = isNullable ? types.filter((type) => type !== "null") : [...types, "null"];
      if (Array.isArray(listed))
        schema["enum"] = isNullable ? listed.filter((one) => one !== null) : [...listed, null];
    },
  );
  note(
    location,
    schema["deprecated"] ? "no-longer-deprecated" : "deprecated",
    "neither",
    set("deprecated", !schema["deprecated"]),
  );
  if (types.includes("string")) note(location, "default-changed", "neither", set("default", "brand new"));
  if (Array.isArray(listed)) {
    const first = listed.find((one) => one !== null);
    note(location, "enum-value-added", "answer", set("enum", [...listed, "BRAND_NEW"]));
    if (listed.filter((one) => one !== null).length < 2) return;
    note(
      location,
      "enum-value-removed",
      "request",
      set(
        "enum",
        listed.filter((one) => one !== first),
      ),
    );
    return;
  }
  if (types.includes("integer") || types.includes("number")) {
    note(location, "limit-changed", "request", set("maximum", -1e9));
  }
  if (!types.includes("string")) return;
  note(
    location,
    "type-changed",
    "both",
    set(
      "type",
      types.map((type) => (type === "string" ? "boolean" : type)),
    ),
  );
  note(location, "limit-changed", "request", set("minLength", 1000));
  note(location, "pattern-changed", "pattern" in schema ? "both" : "request", set("pattern", "^brand new$"));
  note(location, "format-changed", "format" in schema ? "both" : "request", set("format", "brand-new"));
}
