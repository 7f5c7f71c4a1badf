import { type components, dateTimePaths } from "@kombo-mock/openapi";
import type { components as sdkComponents } from "@kombo-mock/openapi/sdk";
import { type Choices, PathChoices } from "./choices.ts";
import { withDates } from "./sdk-form.ts";

/** The name of an entity in the document. */
export type EntityName = keyof components["schemas"];

/** An entity as the wire has it. */
export type Entity<Name extends EntityName> = components["schemas"][Name];

/** An entity as the official SDK has it: date-times are `Date`s. */
export type SdkEntity<Name extends EntityName> = sdkComponents["schemas"][Name];

/** What a field's function may look at: its own decisions, the declared inputs, and sibling fields by `get`. */
export interface FieldContext<Shape, Inputs> extends Choices {
  readonly input: Readonly<Inputs>;
  get<Field extends keyof Shape>(field: Field): Shape[Field];
}

/** One function per field; a field that depends on another reads it by `get`. */
export type Fields<Shape, Inputs> = {
  readonly [Field in keyof Shape]-?: (context: FieldContext<Shape, Inputs>) => Shape[Field];
};

/** A named state: other inputs, other field functions, values laid over what those make, or all of them. */
export interface Trait<Shape, Inputs> {
  readonly input?: Partial<Inputs>;
  readonly fields?: Partial<Fields<Shape, Inputs>>;
  readonly values?: Overrides<Shape>;
}

/** Part of an entity, at any depth; arrays are given whole, and undefined leaves a field as it would be. */
export type Overrides<Shape> = {
  readonly [Field in keyof Shape]?:
    | (Shape[Field] extends readonly unknown[]
        ? Shape[Field]
        : Shape[Field] extends object | null
          ? Overrides<NonNullable<Shape[Field]>> | Extract<Shape[Field], null>
          : Shape[Field])
    | undefined;
};

/** An immutable builder of one entity. The same factory always builds the same. */
export interface Factory<Name extends EntityName, Inputs, TraitName extends string> {
  readonly entity: Name;
  readonly traits: readonly TraitName[];
  /** The fields that it builds. */
  readonly fields: readonly (keyof Entity<Name> & string)[];
  /** What it builds from, beyond seed and key. */
  readonly inputs: Readonly<Inputs>;
  /** A factory that builds with these traits or values; later ones win. */
  with(...changes: readonly (TraitName | Overrides<Entity<Name>>)[]): Factory<Name, Inputs, TraitName>;
  /** A factory with other inputs. */
  input(inputs: Partial<Inputs>): Factory<Name, Inputs, TraitName>;
  /** A factory of another random world; whole numbers, 1 unless told. */
  seed(seed: number): Factory<Name, Inputs, TraitName>;
  /** A factory of another record of the same world. */
  key(key: string): Factory<Name, Inputs, TraitName>;
  /** Builds JSON, as the wire has it. */
  build(overrides?: Overrides<Entity<Name>>): Entity<Name>;
  /** Builds one field, and only what it depends on. */
  buildField<Field extends keyof Entity<Name>>(field: Field): Entity<Name>[Field];
  /** Builds some fields, and only what they depend on. */
  buildFields(fields: readonly (keyof Entity<Name>)[]): Partial<Entity<Name>>;
  /** Reads fields of another record, each built when it is first read, with what it depends on. Takes all inputs. */
  reader(record: {
    readonly seed: number;
    readonly key: string;
    /** One that is a getter is read when a field asks for it. */
    readonly inputs: Inputs;
    readonly overrides?: Overrides<Entity<Name>>;
  }): <Field extends keyof Entity<Name>>(field: Field) => Entity<Name>[Field];
  /** Builds several records with the keys 1, 2, … below this factory's own. */
  buildList(count: number, overrides?: Overrides<Entity<Name>>): Entity<Name>[];
  /** Builds the official SDK's form, date-times as `Date`s. */
  buildForSdk(overrides?: Overrides<Entity<Name>>): SdkEntity<Name>;
}

interface Definition<Shape, Inputs, TraitName extends string> {
  readonly inputs: Inputs;
  readonly fields: Fields<Shape, Inputs>;
  readonly traits?: Readonly<Record<TraitName, Trait<Shape, Inputs>>>;
}

interface Settings<Shape, Inputs> {
  readonly seed: number;
  readonly key: string;
  readonly inputs: Inputs;
  readonly fields: Fields<Shape, Inputs>;
  /** Where the decisions of each field are made; one text for all records. */
  readonly paths: Readonly<Record<keyof Shape, string>>;
  readonly overrides: Overrides<Shape>;
}

/**
 * Defines the factory of one entity of the document.
 *
 * @example
 * const scopeConfigFactory = defineFactory("ScopeConfig")({
 *   inputs: {},
 *   fields: { id: ({ id }) => id(), name: ({ pick }) => pick(["Default scope", "Payroll scope"]) },
 *   traits: { unnamed: { fields: { name: () => null } } },
 * });
 * scopeConfigFactory.with("unnamed").build(); // { id: "…", name: null }
 */
export function defineFactory<Name extends EntityName>(entity: Name) {
  // Curried, since the entity has to be known before the types of its fields' functions can be.
  return <Inputs, TraitName extends string = never>(
    definition: Definition<Entity<Name>, Inputs, TraitName>,
  ): Factory<Name, Inputs, TraitName> => createFactory(entity, definition);
}

function createFactory<Name extends EntityName, Inputs, TraitName extends string>(
  entity: Name,
  definition: Definition<Entity<Name>, Inputs, TraitName>,
): Factory<Name, Inputs, TraitName> {
  type Shape = Entity<Name>;
  const fieldNames = Object.keys(definition.fields) as (keyof Shape & string)[];
  const traits = definition.traits ?? ({} as Record<TraitName, Trait<Shape, Inputs>>);

  const make = (settings: Settings<Shape, Inputs>): Factory<Name, Inputs, TraitName> => {
    const build = (overrides: Overrides<Shape> = {}, key = settings.key): Shape => {
      assertKnown(entity, overrides, fieldNames);
      const read = fieldReader(entity, { ...settings, key, overrides: merge(settings.overrides, overrides) });
      const values = fieldNames.map((field) => [field, read(field)] as const);
      return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Shape;
    };
    return {
      entity,
      traits: Object.keys(traits) as TraitName[],
      fields: fieldNames,
      inputs: settings.inputs,
      with: (...changes) => make(changes.reduce(applyChange, settings)),
      input: (inputs) => make({ ...settings, inputs: { ...settings.inputs, ...inputs } }),
      seed: (seed) => make({ ...settings, seed }),
      key: (key) => make({ ...settings, key }),
      build: (overrides) => build(overrides),
      buildField: (field) => fieldReader(entity, settings)(field),
      buildFields(fields) {
        const read = fieldReader(entity, settings);
        const values = fields.map((field) => [field, read(field)] as const);
        return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Partial<Shape>;
      },
      reader({ seed, key, inputs, overrides }) {
        const { fields, paths, overrides: own } = settings;
        const record = { seed, key, inputs, fields, paths, overrides: own };
        return fieldReader(entity, overrides ? applyChange(record, overrides) : record);
      },
      buildList: (count, overrides) =>
        Array.from({ length: count }, (_, index) => build(overrides, `${settings.key}/${index + 1}`)),
      // The generated paths name every date-time of the entity, so that the result has the SDK's types.
      buildForSdk: (overrides) => withDates(build(overrides), dateTimePaths[entity] ?? []) as SdkEntity<Name>,
    };
  };

  const applyChange = (
    settings: Settings<Shape, Inputs>,
    change: TraitName | Overrides<Shape>,
  ): Settings<Shape, Inputs> => {
    if (typeof change !== "string") {
      assertKnown(entity, change, fieldNames);
      return { ...settings, overrides: merge(settings.overrides, change) };
    }
    const trait = Object.hasOwn(traits, change) ? traits[change] : undefined;
    if (!trait) {
      const known = Object.keys(traits).join(", ") || "none";
      throw new Error(`"${entity}" has no trait "${change}". It has: ${known}.`);
    }
    const { input = {}, fields = {}, values = {} } = trait;
    // A value that was given earlier would hide what the trait makes.
    const kept = Object.entries(settings.overrides).filter(([field]) => !Object.hasOwn(fields, field));
    return {
      ...settings,
      inputs: { ...settings.inputs, ...input },
      fields: { ...settings.fields, ...fields },
      overrides: merge(Object.fromEntries(kept), values) as Overrides<Shape>,
    };
  };

  // A path for each field of the definition, which has all of them.
  const paths = Object.fromEntries(fieldNames.map((field) => [field, `${entity}.${field}`])) as Settings<
    Shape,
    Inputs
  >["paths"];
  const { inputs, fields } = definition;
  return make({ seed: 1, key: "1", inputs, fields, paths, overrides: {} });
}

/** The decisions of one field, with what else its function may look at. */
class FieldChoices<Shape, Inputs> extends PathChoices implements FieldContext<Shape, Inputs> {
  readonly input: Readonly<Inputs>;
  readonly get: FieldContext<Shape, Inputs>["get"];

  constructor(
    { seed, key, inputs }: Settings<Shape, Inputs>,
    path: string,
    get: FieldContext<Shape, Inputs>["get"],
  ) {
    super(seed, key, path);
    this.input = inputs;
    this.get = get;
  }
}

/** Reads fields on demand, each once; an override of a plain value replaces the field's function. */
function fieldReader<Shape, Inputs>(entity: string, settings: Settings<Shape, Inputs>) {
  // A record has so few fields that looking through those that were read costs less than a map for each record.
  const names: (keyof Shape)[] = [];
  const values: unknown[] = [];
  const read = <Field extends keyof Shape>(field: Field): Shape[Field] => {
    let place = names.indexOf(field);
    if (place === -1) {
      place = names.push(field) - 1;
      values.push(beingMade);
      values[place] = compute(field);
    }
    const value = values[place];
    if (value === beingMade)
      throw new Error(`The fields of "${entity}" depend on each other in a circle at "${String(field)}".`);
    return value as Shape[Field];
  };
  const compute = (field: keyof Shape): unknown => {
    const override = (settings.overrides as Partial<Record<keyof Shape, unknown>>)[field];
    if (override !== undefined && !isPlainObject(override)) return structuredClone(override);
    const value = settings.fields[field](
      new FieldChoices<Shape, Inputs>(settings, settings.paths[field], read),
    );
    return override === undefined ? value : merge(value ?? {}, override);
  };
  return read;
}

const beingMade = Symbol("being made");

function merge<T>(base: T, changes: unknown): T {
  if (!isPlainObject(base) || !isPlainObject(changes)) return structuredClone(changes) as T;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    // A list is copied, so that whoever changes one that was given or built changes no later build.
    merged[key] = isPlainObject(value) ? merge(merged[key] ?? {}, value) : structuredClone(value);
  }
  return merged as T;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function assertKnown(entity: string, overrides: object, known: readonly string[]): void {
  const unknown = Object.keys(overrides).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new Error(`"${entity}" has no field "${unknown}". It has: ${known.join(", ")}.`);
}
