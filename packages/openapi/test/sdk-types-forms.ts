import type { Unrecognized } from "@kombo-api/sdk/types";

type Whole = string | number | boolean | null | undefined | Date;
type Below<Paths extends string, Key> = Paths extends `${Key & string}.${infer Rest}` ? Rest : never;

/** A type without the keys at some paths, as `stages.status`; lists stand for their items. */
export type Without<T, Paths extends string> = unknown extends T
  ? T
  : T extends Whole
    ? T
    : T extends readonly (infer One)[]
      ? Without<One, Paths>[]
      : { [Key in keyof T as Exclude<Key, Paths>]: Without<T[Key], Below<Paths, Key>> };

/** A type with the keys at some paths always there. */
export type WithAlways<T, Paths extends string> = unknown extends T
  ? T
  : T extends Whole
    ? T
    : T extends readonly (infer One)[]
      ? WithAlways<One, Paths>[]
      : { [Key in keyof T as Exclude<Key, Paths>]: WithAlways<T[Key], Below<Paths, Key>> } & {
          [Key in keyof T as Extract<Key, Paths>]-?: Exclude<T[Key], undefined>;
        };

/** A type without some of its values, however deep they stand. */
export type WithoutValues<T, Values extends string> = unknown extends T
  ? T
  : T extends Whole
    ? Exclude<T, Values>
    : T extends readonly (infer One)[]
      ? WithoutValues<One, Values>[]
      : { [Key in keyof T]: WithoutValues<T[Key], Values> };

/** A type without the mark that the SDK puts on texts beyond the values that it knows. */
export type Unmarked<T> = unknown extends T
  ? T
  : T extends Unrecognized<string>
    ? string
    : T extends Whole
      ? T
      : T extends readonly (infer One)[]
        ? Unmarked<One>[]
        : { [Key in keyof T]: Unmarked<T[Key]> };
