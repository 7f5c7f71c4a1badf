import { dirname, relative, resolve } from "node:path";
import { type Command, InvalidArgumentError, type Option } from "commander";
import { option, saysNo } from "../option.ts";
import { collectSettings, type Setting, shown } from "./collect-settings.ts";
import { readWithExtended } from "./extended-settings.ts";
import { findSettings } from "./find-settings.ts";
import { sections as everySection } from "./generated/sections.ts";
import { SettingsError, shownPath } from "./settings-error.ts";
import { formed, formOf, type ValueForm } from "./value-form.ts";
import { configFlag, keyOf, type Sections, settingsOf } from "./vocabulary.ts";

/** How a command reads a file of settings. */
export interface Reading {
  /** What the parsers of its options do not tell of their form in a file. */
  readonly forms?: Readonly<Record<string, ValueForm>>;
  /** Which settings each command has; those of the command line unless told. */
  readonly sections?: Sections;
  /** What the process ends with when the file is wrong; 1 unless told. */
  readonly exitCode?: number;
}

/** Lets a command take its options from a file of settings too: flag before variable before file before default. */
export function readingSettings(
  command: Command,
  { forms = {}, sections = everySection, exitCode = 1 }: Reading = {},
): Command {
  for (const one of command.options) {
    const form = forms[keyOf(one)];
    if (form) one.argParser(formed(form, one.parseArg ?? asItIs));
  }
  return command
    .addOption(
      option(`${configFlag} <file>`, "file of settings, in place of the kombo-mock.config that is found"),
    )
    .hook("preAction", async () => {
      try {
        await applySettings(command, sections);
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        command.error(`error: ${error.message}`, { code: "commander.invalidArgument", exitCode });
      }
    });
}

async function applySettings(command: Command, sections: Sections): Promise<void> {
  const given: unknown = command.getOptionValue("config");
  const file = typeof given === "string" ? resolve(given) : findSettings(process.cwd());
  if (file === undefined) return;
  const files = await readWithExtended(file);
  const settings = collectSettings(files, command.name(), sections);
  const options = settingsOf(command);
  const isSaid = (one: Option) => isGiven(command, one) || saysNo(one);
  for (const one of options) {
    const setting = settings.get(keyOf(one));
    if (!setting || isSaid(one)) continue;
    const apart = options.filter((other) => other !== one && excludes(one, other));
    // What is said of one that excludes it is said of both.
    if (apart.some(isSaid)) continue;
    const value = settledValue(one, setting);
    if (value === undefined) continue;
    const clash = apart.find((other) => command.getOptionValueSource(keyOf(other)) === "config");
    if (clash) throw new SettingsError(setting.file, clashOf(setting, settings.get(keyOf(clash))));
    command.setOptionValueWithSource(keyOf(one), value, "config");
  }
  if (command.getOptionValue("quiet") !== true) process.stderr.write(`settings from ${shownPath(file)}\n`);
}

function isGiven(command: Command, one: Option): boolean {
  return ["cli", "env"].includes(command.getOptionValueSource(keyOf(one)) ?? "");
}

/** The value of an option that a file says; undefined for a switch that is off. */
function settledValue(one: Option, setting: Setting): unknown {
  const { value } = setting;
  if (one.isBoolean() || one.negate) {
    if (typeof value !== "boolean") throw wrong(setting, "It must be true or false.");
    return value || one.negate ? value : undefined;
  }
  if (one.optional && typeof value === "boolean") return value || undefined;
  const { list, located = asItIs } = formOf(one.parseArg);
  const at = (path: string) => relative(process.cwd(), resolve(dirname(setting.file), path)) || ".";
  const parse = (text: string, before?: unknown) => parsed(one, setting, located(text, at), before);
  if (typeof value === "string" || typeof value === "number") return parse(String(value));
  if (list && Array.isArray(value) && value.every((part) => typeof part === "string")) {
    return list === "comma"
      ? parse(value.join(","))
      : value.reduce<unknown>((before, part) => parse(part, before), undefined);
  }
  // The option's own words are the best remedy, where it refuses what came.
  parsed(one, setting, JSON.stringify(value));
  throw wrong(setting, list ? "It must be a text, or a list of texts." : "It must be a text.");
}

function parsed(one: Option, setting: Setting, text: string, before?: unknown): unknown {
  if (!one.parseArg) return text;
  try {
    return one.parseArg(text, before);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw wrong(setting, error.message);
    throw error;
  }
}

function wrong({ file, place, value }: Setting, remedy: string): SettingsError {
  return new SettingsError(file, `"${place}" is ${shown(value)}. ${remedy}`);
}

/** Commander keeps what an option excludes in a field that its types do not name. */
function excludes(one: Option, other: Option): boolean {
  const names = (option: Option): unknown[] =>
    "conflictsWith" in option && Array.isArray(option.conflictsWith) ? option.conflictsWith : [];
  return names(one).includes(keyOf(other)) || names(other).includes(keyOf(one));
}

function clashOf(one: Setting, other: Setting | undefined): string {
  return `"${one.place}" cannot be set together with "${other?.place}". Keep one of them.`;
}

function asItIs(text: string): string {
  return text;
}
