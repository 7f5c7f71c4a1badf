/** A foreign key that the record itself holds. */
export interface One<Target extends string = string> {
  readonly kind: "one";
  readonly collection: Target;
  /** The stored foreign key; answers show it only where the document has it. */
  readonly key: string;
}

/** Records that hold a foreign key to this one. */
export interface Many<Target extends string = string> {
  readonly kind: "many";
  readonly collection: Target;
  /** The foreign key that the other records hold. */
  readonly key: string;
}

/** Records that this one lists. What belongs to the link and to neither record stands beside the id. */
export interface Links<Target extends string = string> {
  readonly kind: "links";
  readonly collection: Target;
  /** Where the list is stored; answers never show it. */
  readonly key: string;
  /** The vendor's id of the join, as `data-changed` names it. */
  readonly model?: string;
  /** What `updated_after` calls the relation, where that is not its own name. */
  readonly changes?: string;
  /** Lists that a link has itself, such as the roles of a hiring team's member. */
  readonly links?: Readonly<Record<string, Links>>;
  /** The names under which answers show the link's record, and maybe its id, where they are not merged into one object. */
  readonly as?: { readonly id?: string; readonly record: string };
}

/** How a record leads to others. */
export type Relation<Target extends string = string> = One<Target> | Many<Target> | Links<Target>;

/** The record that a foreign key of this one leads to. */
export function one<const Target extends string>(collection: Target, key: string): One<Target> {
  return { kind: "one", collection, key };
}

/** The records whose foreign key leads to this one. */
export function many<const Target extends string>(collection: Target, key: string): Many<Target> {
  return { kind: "many", collection, key };
}

/** The records that this one lists under a key of its own. */
export function links<
  const Target extends string,
  const Options extends Pick<Links, "model" | "changes" | "links" | "as"> = Record<never, never>,
>(collection: Target, key: string, options?: Options): Links<Target> & Options {
  // Options that are not given are the empty ones, as their type says then.
  return { kind: "links", collection, key, ...(options as Options) };
}

/** A link as it is stored: the other record's id, and what belongs to the link. */
export interface StoredLink {
  readonly id: string;
  readonly [attribute: string]: unknown;
}
