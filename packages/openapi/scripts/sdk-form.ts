import type openapiTS from "openapi-typescript";
import ts from "typescript";
import type { SchemaObject } from "./document.ts";

type Options = NonNullable<Parameters<typeof openapiTS>[1]>;
type Form = Required<Pick<Options, "transform" | "transformProperty">>;

/** The official SDK's form: date-times as `Date`, keys in snake case, and `undefined` for what is left out. */
export const sdkForm: Form = {
  transform(schema) {
    if (schema.format !== "date-time") return undefined;
    const date = ts.factory.createTypeReferenceNode("Date");
    return isNullable(schema as SchemaObject)
      ? ts.factory.createUnionTypeNode([date, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
      : date;
  },
  transformProperty(property) {
    const { name, questionToken, type } = property;
    const undefinedType = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
    return ts.factory.updatePropertySignature(
      property,
      property.modifiers,
      ts.isIdentifier(name) || ts.isStringLiteral(name) ? snakeCase(name.text) : name,
      questionToken,
      questionToken && type ? ts.factory.createUnionTypeNode([type, undefinedType]) : type,
    );
  },
};

/** `On-Behalf-Of` and `jobApplication` are `on_behalf_of` and `job_application` to the SDK. */
function snakeCase(key: string): ts.Identifier {
  const words = key.replaceAll("-", "_").replaceAll(/([a-z])([A-Z])/g, "$1_$2");
  return ts.factory.createIdentifier(words.toLowerCase());
}

/** The name of a type of the SDK never holds null, which stands where the name is used. */
export function renderAlias(model: string, name: string, schema: SchemaObject): string {
  const type = `components["schemas"]["${name}"]`;
  return `export type ${model} = ${isNullable(schema) ? `Exclude<${type}, null>` : type};\n`;
}

function isNullable({ type, anyOf, oneOf }: SchemaObject): boolean {
  return [type].flat().includes("null") || [...(anyOf ?? []), ...(oneOf ?? [])].some(isNullable);
}
