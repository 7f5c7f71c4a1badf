import { readFileSync } from "node:fs";
import { type WebhookType, type WorldFile, type WorldName, webhookTypes, worlds } from "@kombo-mock/msw/core";
import { InvalidArgumentError } from "commander";
import { formed } from "./settings/value-form.ts";

/** A whole number within limits. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return formed({ schema: { type: "integer", minimum: min, maximum: max } }, (text: string) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  });
}

/** A world by its name, or what a world file holds: a path ends in `.json`. */
export const world = formed({ located: locatedWorld }, (text: string): WorldName | GivenFile => {
  if (Object.hasOwn(worlds, text)) return text as WorldName;
  if (text.endsWith(".json")) return { path: text, file: readJson(text) };
  throw new InvalidArgumentError(
    `It must be one of ${Object.keys(worlds).join(", ")}, or the path of a world file, which ends in .json.`,
  );
});

function locatedWorld(text: string, at: (path: string) => string): string {
  return text.endsWith(".json") ? at(text) : text;
}

/** A world file as it was read: what it holds is checked when the mock is made. */
export interface GivenFile {
  readonly path: string;
  readonly file: WorldFile;
}

function readJson(path: string): WorldFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new InvalidArgumentError(
      isMissing ? "There is no such file." : `It cannot be read: ${(error as Error).message}.`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as WorldFile;
  } catch (error) {
    throw new InvalidArgumentError(`The file is not JSON: ${(error as Error).message}.`);
  }
}

/** A day as `yyyy-MM-dd`. */
export function day(text: string): string {
  if (text === "today") return new Date().toISOString().slice(0, 10);
  // A day that the month lacks would be read as one of the next month.
  const read = new Date(`${text}T00:00:00Z`);
  if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(`${text}T`)) return text;
  throw new InvalidArgumentError("It must be a day such as 2026-01-31, or today.");
}

/** An absolute URL. */
export function absoluteUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError("It must be an absolute URL such as https://mock.example.com.");
}

/** Origins, comma-separated. */
export const origins = formed({ list: "comma" }, (text: string): string[] => {
  const list = commaList(text);
  if (list.every((one) => one === "*" || /^https?:\/\/[^/]+\/?$/.test(one))) return list;
  throw new InvalidArgumentError("It must be origins such as http://localhost:5173, or *.");
});

/** Anything, comma-separated. */
export const commaList = formed({ list: "comma" }, (text: string): string[] => {
  const list = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  if (list.length > 0) return list;
  throw new InvalidArgumentError("It must name at least one.");
});

/** Names of webhook events, comma-separated. */
export const eventNames = formed(
  { list: "comma", schema: { type: "string", enum: webhookTypes } },
  (text: string): WebhookType[] => commaList(text).map(eventName),
);

/** The name of a webhook event. */
export function eventName(text: string): WebhookType {
  const found = webhookTypes.find((type) => type === text);
  if (found) return found;
  throw new InvalidArgumentError(`"${text}" is no event. There are ${webhookTypes.join(", ")}.`);
}

/** Options that are right one by one and do not fit together. */
export class OptionError extends Error {
  override name = "OptionError";
}
