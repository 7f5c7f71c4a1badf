import { type WorldName, worlds } from "@kombo-mock/msw/core";
import { InvalidArgumentError } from "commander";

/** A whole number within limits. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

/** The name of a world. */
export function worldName(name: string): WorldName {
  if (Object.hasOwn(worlds, name)) return name as WorldName;
  throw new InvalidArgumentError(`It must be one of ${Object.keys(worlds).join(", ")}.`);
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
export function origins(text: string): string[] {
  const list = commaList(text);
  if (list.every((one) => one === "*" || /^https?:\/\/[^/]+\/?$/.test(one))) return list;
  throw new InvalidArgumentError("It must be origins such as http://localhost:5173, or *.");
}

/** Anything, comma-separated. */
export function commaList(text: string): string[] {
  const list = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  if (list.length > 0) return list;
  throw new InvalidArgumentError("It must name at least one.");
}
