import {
  astToString,
  type GlobalContext,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import { DocumentError, type OpenApiDocument, type SchemaObject } from "./document.ts";
import { renderAliases } from "./recursive-types.ts";
import { renderAlias, sdkForm } from "./sdk-form.ts";
import { aliased, knownOrRaw } from "./type-transforms.ts";

/** Renders the types of the wire: what JSON holds. */
export function renderWireTypes(document: OpenApiDocument): string {
  return render(document);
}

/** Renders the types of the official SDK's form under the SDK's own names. */
export function renderSdkTypes(document: OpenApiDocument): string {
  const schemas = render({ ...document, paths: {} }, sdkForm);
  const aliases = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    (schema["x-sdk-models"] ?? []).map((model) => `${docComment(schema)}${renderAlias(model, name, schema)}`),
  );
  return `${schemas}\n${aliases.join("\n")}`;
}

type Source = Parameters<typeof transformSchema>[0];

/**
 * Calls openapi-typescript's transformation alone. Its default export lints and bundles the document first, which takes
 * three times as long; fragments are checked by their form, references and names before they get here.
 */
function render(document: OpenApiDocument, form?: typeof sdkForm): string {
  const transforms = [aliased(document), knownOrRaw(document), ...(form ? [form.transform] : [])];
  // Scanning for discriminators writes into the document. Its types know some 3.1 objects less exactly than ours do.
  const source = structuredClone(document) as unknown as Source;
  const options = { ...switchedOff, silent: true };
  const context: Omit<GlobalContext, "redoc"> = {
    ...options,
    discriminators: scanDiscriminators(source, options),
    inject: renderAliases(document),
    injectFooter: [],
    postTransform: undefined,
    resolve: (reference) => resolveRef(source, reference, { silent: true }),
    transform: (schema, where) => {
      for (const one of transforms) {
        const type = one(schema, where);
        if (type) return type;
      }
      return undefined;
    },
    transformProperty: form?.transformProperty,
  };
  try {
    // No transformation reads the linter's configuration.
    return astToString(transformSchema(source, context as GlobalContext));
  } catch (error) {
    throw placed(error);
  }
}

const switchedOff = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
} satisfies Partial<GlobalContext>;

/** openapi-typescript names the place of what it cannot convert in its message, as a JSON pointer. */
function placed(error: unknown): unknown {
  const [pointer] = /#\/\S*[^\s:]/.exec(error instanceof Error ? error.message : "") ?? [];
  return pointer && error instanceof Error ? new DocumentError(pointer, error.message) : error;
}

function docComment(schema: SchemaObject): string {
  if (!schema.description) return "";
  const lines = schema.description.trim().split("\n");
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
