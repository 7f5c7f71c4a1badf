/** How the values of an option stand in a file of settings, where text alone does not tell. */
export interface ValueForm {
  /** A list is given to the option as one text with commas, or as one text after the other. */
  readonly list?: "comma" | "repeated";
  /** The JSON Schema of a value, or of one member of a list; a text where nothing is said. */
  readonly schema?: { readonly type: "integer" | "string"; readonly [keyword: string]: unknown };
  /** The text with each path in it where the file of settings means it. */
  readonly located?: (text: string, at: (path: string) => string) => string;
}

/** Says of an option's parser which form its values have in a file of settings. */
export function formed<Value, Before>(
  form: ValueForm,
  parser: (text: string, before?: Before) => Value,
): ((text: string, before?: Before) => Value) & { readonly form: ValueForm } {
  return Object.assign((text: string, before?: Before) => parser(text, before), { form });
}

/** The form of a parser's values; empty where nothing was said. */
export function formOf(parser: unknown): ValueForm {
  return hasForm(parser) ? parser.form : {};
}

function hasForm(parser: unknown): parser is { readonly form: ValueForm } {
  return typeof parser === "function" && "form" in parser;
}
