/** The hand-written part of the validators' declarations. */
export const validatorTypes = `/** A compiled JSON Schema: true when the value is valid, otherwise \`errors\` says what is wrong. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** One broken rule of a schema, as Ajv reports it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  readonly message?: string;
}

/** The request validators of one domain, by operation. */
export interface RequestValidators {
  readonly [operation: string]: { readonly parameters: Validator; readonly body?: Validator } | undefined;
}

/** The answer validators of one domain, by operation. */
export interface AnswerValidators {
  readonly [operation: string]: { readonly success: Validator; readonly failure: Validator } | undefined;
}

/** The validators of the webhooks' bodies, by the webhook's name. */
export interface WebhookValidators {
  readonly [webhook: string]: { readonly body: Validator } | undefined;
}
`;

/** The declaration of one domain's table of validators. */
export function declareTable(name: string, type: string, folder = ".."): string {
  return `import type { ${type} } from "${folder}/validators.d.ts";\nexport declare const ${name}: ${type};\n`;
}
