import { didYouMean } from "@kombo-mock/contract/judge";
import type { SettingsFile } from "./extended-settings.ts";
import { isObject } from "./read-settings.ts";
import { SettingsError } from "./settings-error.ts";
import { type Sections, sharedBy } from "./vocabulary.ts";

/** A setting with the file that says it. */
export interface Setting {
  /** Where it stands, such as `serve.port`. */
  readonly place: string;
  readonly value: unknown;
  readonly file: string;
}

/** What belongs to the file and not to a command. */
const ownKeys = ["$schema", "extends"];

/** The settings of one command, by option: later files win, and within them the command's own section. */
export function collectSettings(
  files: readonly SettingsFile[],
  command: string,
  sections: Sections,
): ReadonlyMap<string, Setting> {
  const shared = new Map<string, Setting>();
  const own = new Map<string, Setting>();
  for (const { file, content } of files) {
    for (const [key, value] of told(content)) {
      if (ownKeys.includes(key)) continue;
      const section = Object.hasOwn(sections, key) ? sections[key] : undefined;
      if (!section) {
        if (!sharedBy(sections).includes(key)) throw unknown(file, key, sections);
        shared.set(key, { place: key, value, file });
        continue;
      }
      if (!isObject(value)) {
        throw new SettingsError(file, `"${key}" is ${shown(value)}. It must be an object of settings.`);
      }
      for (const [name, inner] of told(value)) {
        const place = `${key}.${name}`;
        if (!section.includes(name)) throw unknownIn(file, key, name, section);
        if (key === command) own.set(name, { place, value: inner, file });
      }
    }
  }
  return new Map([...shared, ...own]);
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** A program may say undefined where it has nothing to say. */
function told(content: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(content).filter(([, value]) => value !== undefined);
}

function unknown(file: string, key: string, sections: Sections): SettingsError {
  const owners = Object.entries(sections).flatMap(([name, keys]) =>
    keys.includes(key) ? [`"${name}"`] : [],
  );
  if (owners.length > 0) {
    const fault = `"${key}" is no setting of every command. Write it into ${owners.join(" or ")}.`;
    return new SettingsError(file, fault);
  }
  const known = new Set([...ownKeys, ...Object.keys(sections), ...Object.values(sections).flat()]);
  return new SettingsError(file, `"${key}" is no setting.${hint(key, [...known])}`);
}

function unknownIn(file: string, section: string, name: string, known: readonly string[]): SettingsError {
  return new SettingsError(file, `"${section}.${name}" is no setting.${hint(name, known)}`);
}

function hint(key: string, known: readonly string[]): string {
  return didYouMean(key, known) || ` There are ${known.join(", ")}.`;
}
