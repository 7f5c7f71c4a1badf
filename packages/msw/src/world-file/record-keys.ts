import type { CollectionRecipe, Links } from "@kombo-mock/factories/worlds";
import { fieldsOf } from "../request/join.ts";

/** The keys of a collection's records in a file, by what they are. */
export interface RecordKeys {
  /** Its own values, foreign keys and lists of links: what is stored. */
  readonly stored: ReadonlySet<string>;
  readonly links: ReadonlyMap<string, Links>;
  /** Everything that may be said of a record, for those who misspelt it. */
  readonly all: readonly string[];
}

/** What is stored but never given, since answers show what it is made of. */
export const made: ReadonlySet<string> = new Set(["integration_fields"]);

/** Under this key a file holds what is stored beside the fields of the API, such as the content of files. */
export const kept = "kept";

const known = new WeakMap<CollectionRecipe, RecordKeys>();

/** The keys that records of a collection can have in a file. */
export function keysOf(recipe: CollectionRecipe): RecordKeys {
  const found = known.get(recipe) ?? collectKeys(recipe);
  known.set(recipe, found);
  return found;
}

function collectKeys({ entity, shown, fields, references, relations }: CollectionRecipe): RecordKeys {
  const links = new Map(
    Object.values(relations).flatMap((relation) =>
      relation.kind === "links" ? [[relation.key, relation] as const] : [],
    ),
  );
  const shownAlone = Object.keys(fieldsOf(shown)).filter((field) => !Object.hasOwn(relations, field));
  const stored = new Set([
    ...(fieldsOf(entity)["remote_id"] ? ["remote_id"] : []),
    ...[...fields, ...Object.keys(references), ...links.keys(), ...shownAlone],
  ]);
  for (const key of ["id", ...made]) stored.delete(key);
  return { stored, links, all: [...new Set([...stored, ...Object.keys(relations), kept])] };
}
