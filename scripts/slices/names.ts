import leven from "leven";

/** A name that leads nowhere; the message is all that its user gets to see. */
export class NameError extends Error {
  override name = "NameError";
}

/** Everything that follows from the name of a slice; nobody chooses any of it. */
export interface SliceNames {
  /** `"hris/absence-types"` */
  readonly slice: string;
  /** `"hris"` */
  readonly domain: string;
  /** `"absence-types"` */
  readonly stem: string;
  /** `"hris.absence-types"` */
  readonly collection: string;
  /** `"hrisAbsenceTypes"`, the exported collection. */
  readonly collectionConstant: string;
  /** `"HrisAbsenceType"`, then, for what has no singular, the same in the plural. */
  readonly entities: readonly string[];
  /** `"listAbsenceTypes"` */
  readonly listConstant: string;
}

/** Custom endpoints belong to one tool, whose name keeps their entities apart as well as a domain would. */
const withoutPrefix = ["general", "custom"];

/** The names of a slice, from its path. */
export function namesOf(slice: string): SliceNames {
  const [domain = "", stem = ""] = slice.split("/");
  const prefix = withoutPrefix.includes(domain) ? "" : pascalCase(domain);
  return {
    slice,
    domain,
    stem,
    collection: `${domain}.${stem}`,
    collectionConstant: lowerFirst(prefix + pascalCase(stem)),
    entities: [...new Set([prefix + pascalCase(singular(stem)), prefix + pascalCase(stem)])],
    listConstant: `list${pascalCase(stem)}`,
  };
}

/** The file stem of an entity, without its domain: `HrisAbsenceType` → `absence-type`. */
export function entityStem(entity: string, domain: string): string {
  const prefix = withoutPrefix.includes(domain) ? "" : pascalCase(domain);
  const own = prefix && entity.startsWith(prefix) ? entity.slice(prefix.length) : entity;
  return own.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** `HrisAbsenceType` → `hrisAbsenceTypeFactory`. */
export function factoryConstant(entity: string): string {
  return `${lowerFirst(entity)}Factory`;
}

/** Words as people read them: `absence-types` or `absence_types` → `absence types`. */
export function wordsOf(name: string): string {
  return name.replaceAll(/[-_]/g, " ");
}

/** The singular of a stem's last word: `legal-entities` → `legal-entity`. */
export function singular(stem: string): string {
  if (stem.endsWith("ies")) return `${stem.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(stem)) return stem.slice(0, -2);
  return stem.endsWith("s") && !stem.endsWith("ss") ? stem.slice(0, -1) : stem;
}

/** `Did you mean "hris/skills"? ` where a known name is near, otherwise nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near && near.distance <= Math.max(2, name.length / 3) ? `Did you mean "${near.name}"? ` : "";
}

/** The known name that takes the fewest changed letters. */
export function nearest(
  name: string,
  known: Iterable<string>,
): { readonly name: string; readonly distance: number } | undefined {
  return [...known]
    .map((one) => ({ name: one, distance: leven(name, one) }))
    .sort((a, b) => a.distance - b.distance)[0];
}

function pascalCase(stem: string): string {
  return stem
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
