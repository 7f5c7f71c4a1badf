import { type SliceNames, wordsOf } from "../names.ts";

/** Handlers with the behaviour of the list operation. */
export function handlersScaffold(
  names: SliceNames,
  list: { readonly name: string; readonly keys: readonly string[] },
): string {
  const options = list.keys.includes("next_cursor") ? ", { nextCursor: true }" : "";
  return `import { list } from "../request/behaviours.ts";

/** The ${wordsOf(names.stem)} of an integration. */
export const ${names.listConstant} = list("${list.name}"${options});
`;
}
