import type { Entity, EntityName } from "@kombo-mock/factories";
import type { Links, Many, One } from "@kombo-mock/factories/worlds";
import type { allDomains } from "../all-domains.ts";

type AnyCollection = (typeof allDomains)[number]["collections"][number];

type Collections = { readonly [One in AnyCollection as One["name"]]: One };

/** A collection that control calls can seed and read: `"hris.absence-types"`. */
export type CollectionName = keyof Collections;

type StoredName<Name extends CollectionName> = Collections[Name]["entity"];

/** A collection's record as its own values are stored; what was written and cannot be read has no entity. */
type Stored<Name extends CollectionName> =
  StoredName<Name> extends EntityName ? Entity<StoredName<Name>> : Readonly<Record<string, unknown>>;

/** A record of a collection as its list shows it; where there is no list, as it is stored. */
export type RecordOf<Name extends CollectionName> = Collections[Name]["shown"] extends EntityName
  ? Entity<Collections[Name]["shown"]>
  : { readonly id: string; readonly [field: string]: unknown };

type RelationsOf<Name extends CollectionName> = Named<Collections[Name]["relations"]>;

/** What is there by name, without the index signature of all that may be there. */
type Named<Record> = { readonly [Key in keyof Record as string extends Key ? never : Key]: Record[Key] };

/** Fields that are never given: an id follows from `remote_id`, the tool's fields from the integration's. */
type Derived = "id" | "integration_fields";

type OwnValues<Name extends CollectionName> = {
  readonly [Field in Exclude<keyof Stored<Name>, Derived | keyof RelationsOf<Name>>]?:
    | Given<Stored<Name>[Field]>
    | undefined;
};

/** A value in part: what is left out of an object is filled in. */
type Given<Value> = Value extends readonly (infer Member)[]
  ? readonly GivenMember<Member>[]
  : Value extends object
    ? { readonly [Field in keyof Value]?: Given<Value[Field]> | undefined }
    : Value;

/** A member of a list: what may be null can be left out. */
type GivenMember<Member> = Member extends object
  ? {
      readonly [Field in keyof Member as null extends Member[Field] ? Field : never]?:
        | Member[Field]
        | undefined;
    } & {
      readonly [Field in keyof Member as null extends Member[Field] ? never : Field]: Member[Field];
    }
  : Member;

type RelatedValues<Name extends CollectionName> = {
  readonly [Key in keyof RelationsOf<Name>]?: Related<RelationsOf<Name>[Key], ShownAt<Name, Key>> | undefined;
};

/** What lists show under the name of a relation. */
type ShownAt<Name extends CollectionName, Key> = Key extends keyof RecordOf<Name>
  ? RecordOf<Name>[Key]
  : unknown;

type Related<Way, Shown> =
  Way extends One<infer Target>
    ? OneRelated<Target, Shown> | null
    : Way extends Many<infer Target>
      ? readonly OneRelated<Target, MemberOf<Shown>>[]
      : Way extends Links<infer Target>
        ? readonly (OneRelated<Target, Omit<MemberOf<Shown>, NamesOf<Way>>> &
            NestedLinks<Way, MemberOf<Shown>>)[]
        : never;

type MemberOf<List> = List extends readonly (infer Member)[] ? Member : unknown;

/** A new record, or a known one by an id of its own. */
type OneRelated<Target, Shown> = Target extends CollectionName
  ? (Seed<Target> | { readonly id: string }) & ShownBeside<Target, NonNullable<Shown>>
  : never;

/** What answers show of a related record beyond its own values, such as a stage's place among those of a job. */
type ShownBeside<Target extends CollectionName, Shown> = {
  readonly [Field in Exclude<keyof Shown, keyof Stored<Target> | keyof RelationsOf<Target>>]?:
    | Shown[Field]
    | undefined;
};

/** Names under which answers show a link's record and lists of its own, which are given in other ways. */
type NamesOf<Way> =
  | (Way extends { readonly as: infer Names } ? Names[keyof Names] & string : never)
  | (Way extends { readonly links: infer Inner } ? keyof Named<Inner> : never);

/** Lists that a link has itself, such as the roles of a hiring team's member. */
type NestedLinks<Way, Shown> = Way extends { readonly links: infer Inner }
  ? {
      readonly [Key in keyof Named<Inner>]?:
        | Related<Inner[Key], Key extends keyof Shown ? Shown[Key] : unknown>
        | undefined;
    }
  : unknown;

/**
 * Values of a new record, all of them optional: its own, and related records under the names of relations, nested as
 * deep as you like. `{ id }` or `{ remote_id }` of a known record links that one.
 */
export type Seed<Name extends CollectionName> = OwnValues<Name> & RelatedValues<Name>;

/** Which records are meant: all those that show these values. */
export type Where<Name extends CollectionName> = {
  readonly [Field in keyof RecordOf<Name>]?: Given<RecordOf<Name>[Field]> | undefined;
};
