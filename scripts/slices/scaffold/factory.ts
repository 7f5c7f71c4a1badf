import type { OpenApiDocument } from "../../../packages/openapi/scripts/document.ts";
import { flatten, type Schema } from "../document.ts";
import { factoryConstant, singular, wordsOf } from "../names.ts";
import { defaultValue, isNullable, typeOf } from "./default-value.ts";

/** One field of a factory: its function, and the input that this reads. */
interface Field {
  readonly name: string;
  readonly code: string;
  readonly reads?: InputName;
}

type InputName = "remoteId" | "date";

const inputs: Readonly<Record<InputName, { readonly doc: string; readonly value: string }>> = {
  remoteId: { doc: "The record's id in the tool.", value: "1" },
  date: { doc: "The world's date, `yyyy-MM-dd`; everything happened before it.", value: "2026-01-15" },
};

/** The inputs that the factory of an entity takes, in the order in which it declares them. */
export function inputsOf(document: OpenApiDocument, entity: Schema): InputName[] {
  const read = fieldsOf(document, entity).map(({ reads }) => reads);
  return (["remoteId", "date"] as const).filter((input) => read.includes(input));
}

/** A factory with one function per property of its entity; null where the entity has no properties of its own. */
export function factoryScaffold(
  document: OpenApiDocument,
  { entity, schema, stem }: { entity: string; schema: Schema; stem: string },
): string | null {
  const fields = fieldsOf(document, schema);
  if (fields.length === 0) return null;
  const taken = inputsOf(document, schema);
  const type = `${entity}Inputs`;
  const declared = taken
    .map((name) => `  /** ${inputs[name].doc} */\n  readonly ${name}: string;\n`)
    .join("");
  const values = taken.map((name) => `${name}: ${JSON.stringify(inputs[name].value)}`).join(", ");
  const words = wordsOf(singular(stem));
  const before = taken.includes("date") ? 'import { instantBefore } from "../instants.ts";\n' : "";
  const inputsCode =
    taken.length > 0
      ? `/** What ${article(words)} is made from. */\nexport interface ${type} {\n${declared}}\n\nconst inputs: ${type} = { ${values} };\n\n`
      : "";
  return `import { defineFactory } from "../define-factory.ts";
${before}
${inputsCode}/** Builds ${article(words)}. */
export const ${factoryConstant(entity)} = defineFactory("${entity}")({
  ${taken.length > 0 ? "inputs" : "inputs: {}"},
  fields: {
${fields.map(({ name, code }) => `    ${propertyKey(name)}: ${code},\n`).join("")}  },
});
`;
}

function fieldsOf(document: OpenApiDocument, entity: Schema): Field[] {
  const flat = flatten(document, entity);
  // Of an entity that is one of several, the first is built; traits can build the others.
  const chosen = flat.properties ? flat : flatten(document, (flat.oneOf ?? flat.anyOf)?.[0] ?? {});
  return Object.entries(chosen.properties ?? {}).map(([name, schema]) => fieldOf(document, name, schema));
}

function fieldOf(document: OpenApiDocument, name: string, given: Schema): Field {
  const schema = flatten(document, given);
  if (name === "id" && schema.type === "string") return { name, code: "({ id }) => id()" };
  if (name === "remote_id" && [schema.type].flat().includes("string")) {
    return { name, code: "({ input }) => input.remoteId", reads: "remoteId" };
  }
  const drawn = drawnField(name, schema, isNullable(document, schema));
  if (drawn) return drawn;
  const value = defaultValue(document, name, schema);
  // Where the entity is one of several, nothing but the value itself tells TypeScript which.
  const tells = schema.const !== undefined || schema.enum?.length === 1;
  if (tells) return { name, code: `() => ${value} as const` };
  return { name, code: `() => ${value.startsWith("{") ? `(${value})` : value}` };
}

/** A field whose value the seed decides: a choice is one also where there may be none, a number or an instant is not. */
function drawnField(name: string, schema: Schema, mayBeNull: boolean): Field | undefined {
  const type = typeOf(schema);
  const options = schema.enum?.filter((option) => option !== null) ?? [];
  if (options.length > 1) {
    const list = options.map((option) => JSON.stringify(option)).join(", ");
    return { name, code: `({ pick }) => pick([${list}])` };
  }
  if (type === "boolean" && schema.const === undefined) return { name, code: "({ chance }) => chance(0.5)" };
  if (mayBeNull) return undefined;
  if (type === "integer") {
    const least = schema.minimum ?? 1;
    const most = Math.min(schema.maximum ?? least + 99, least + 99);
    return { name, code: `({ integer }) => integer(${least}, ${most})` };
  }
  if (schema.format !== "date-time") return undefined;
  const code = "(context) => instantBefore(context, context.input.date, { minDays: 1, maxDays: 400 })";
  return { name, code, reads: "date" };
}

function propertyKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function article(words: string): string {
  return `${/^[aeio]/.test(words) ? "an" : "a"} ${words}`;
}
